/** Copy buttons: beside a code block, with the text in `data-copy`, or with its address in `data-copy-from`. They say so when it is done. */
export function copyButtons(page: Document): void {
  const alive = new WeakSet<Element>();
  // One place that speaks, because the name of a button that changes is not read out.
  const said = page.createElement('p');
  said.className = 'visually-hidden';
  said.role = 'status';
  const enliven = (): void => {
    const buttons = [
      ...page.querySelectorAll<HTMLButtonElement>('.copy-code, [data-copy], [data-copy-from]'),
    ].filter((button) => !alive.has(button));
    if (buttons.length > 0) page.body.append(said);
    for (const button of buttons) {
      alive.add(button);
      button.hidden = false;
      const label = button.textContent;
      button.addEventListener('click', async () => {
        const done = await copy(textFor(button)).then(
          () => true,
          () => false,
        );
        button.textContent = said.textContent = done ? 'Copied' : 'Not copied';
        setTimeout(() => {
          button.textContent = label;
          said.textContent = '';
        }, 1500);
      });
    }
  };
  enliven();
  page.addEventListener('spec:changed', enliven);
}

function textFor(button: HTMLButtonElement): string | Promise<string> {
  const { copy: text, copyFrom } = button.dataset;
  if (copyFrom)
    return fetch(copyFrom).then((response) =>
      response.ok ? response.text() : Promise.reject(new Error(response.statusText)),
    );
  return text ?? withoutPrompts(button.parentElement?.querySelector('pre')?.innerText ?? '');
}

/** A text that has yet to arrive is handed over as a promise: the permission of a click does not outlast a fetch everywhere. */
function copy(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const type = 'text/plain';
  return navigator.clipboard.write([
    new ClipboardItem({ [type]: text.then((whole) => new Blob([whole], { type })) }),
  ]);
}

/** A command without its prompt, where every non-empty line has one. */
export function withoutPrompts(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  const all = lines.filter((line) => line !== '').every((line) => /^[$#] /.test(line));
  return all ? lines.map((line) => line.slice(2)).join('\n') : lines.join('\n');
}
