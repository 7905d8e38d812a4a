/** Buttons that copy: the code block beside them, the text in `data-copy`, or the file at `data-copy-from`. They report the result. */
import { withoutPrompts } from './shell-prompts.ts';

const RESULT_SHOWN_MS = 1500;

export function mountCopyButtons(page: Document): void {
  const mounted = new WeakSet<Element>();
  // Screen readers do not read a changed button label, so a status element repeats it.
  const status = page.createElement('p');
  status.className = 'visually-hidden';
  status.role = 'status';
  const mountNewButtons = (): void => {
    const buttons = [
      ...page.querySelectorAll<HTMLButtonElement>('.copy-code, [data-copy], [data-copy-from]'),
    ].filter((button) => !mounted.has(button));
    if (buttons.length > 0) page.body.append(status);
    for (const button of buttons) {
      mounted.add(button);
      button.hidden = false;
      const label = button.textContent;
      button.addEventListener('click', async () => {
        const isCopied = await copy(textFor(button)).then(
          () => true,
          () => false,
        );
        button.textContent = status.textContent = isCopied ? 'Copied' : 'Not copied';
        setTimeout(() => {
          button.textContent = label;
          status.textContent = '';
        }, RESULT_SHOWN_MS);
      });
    }
  };
  mountNewButtons();
  page.addEventListener('spec:changed', mountNewButtons);
}

function textFor(button: HTMLButtonElement): string | Promise<string> {
  const { copy: text, copyFrom } = button.dataset;
  if (copyFrom)
    return fetch(copyFrom).then((response) =>
      response.ok ? response.text() : Promise.reject(new Error(response.statusText)),
    );
  return text ?? withoutPrompts(button.parentElement?.querySelector('pre')?.innerText ?? '');
}

/** A text that is still being fetched is passed as a promise: in some browsers the permission of a click ends before the fetch does. */
function copy(text: string | Promise<string>): Promise<void> {
  if (typeof text === 'string') return navigator.clipboard.writeText(text);
  const type = 'text/plain';
  return navigator.clipboard.write([
    new ClipboardItem({ [type]: text.then((whole) => new Blob([whole], { type })) }),
  ]);
}
