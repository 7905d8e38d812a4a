/** Filters the table of contents: an entry stays when its title, or one of an entry below it, has all words typed. */
export function mountContentsFilter(page: Document): void {
  const field = page.querySelector<HTMLInputElement>('[data-contents-filter]');
  const contents = page.querySelector('.toc');
  if (!field || !contents) return;
  field.addEventListener('input', () => {
    const words = field.value.toLowerCase().split(/\s+/);
    const matches = ({ textContent }: Element): boolean =>
      words.every((word) => textContent!.toLowerCase().includes(word));
    for (const entry of contents.querySelectorAll('li'))
      entry.hidden = ![...entry.querySelectorAll('a')].some(matches);
    for (const group of contents.querySelectorAll('details'))
      group.open = field.value !== '' && [...group.querySelectorAll('a')].some(matches);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter')
      contents.querySelector<HTMLAnchorElement>('li:not(:has(li:not([hidden]))):not([hidden]) a')?.click();
  });
}
