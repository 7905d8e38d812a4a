/** Copy buttons: beside a code block, or with the text in `data-copy`. They say so when it is done. */
export function copyButtons(page: Document): void {
  for (const button of page.querySelectorAll<HTMLButtonElement>('.copy-code, [data-copy]')) {
    button.hidden = false;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const text = button.dataset.copy ?? withoutPrompts(button.parentElement?.querySelector('pre')?.innerText ?? '');
      const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
      button.textContent = done ? 'Copied' : 'Not copied';
      setTimeout(() => {
        button.textContent = label;
      }, 1500);
    });
  }
}

/** A command without its prompt, where every non-empty line has one. */
export function withoutPrompts(code: string): string {
  const lines = code.replace(/\n$/, '').split('\n');
  const all = lines.filter((line) => line !== '').every((line) => /^[$#] /.test(line));
  return all ? lines.map((line) => line.slice(2)).join('\n') : lines.join('\n');
}
