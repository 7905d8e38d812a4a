/** The button that opens all groups of sentences of its section, or folds them. */
export function mountOpenAll(page: Document): void {
  page.addEventListener('click', ({ target }) => {
    const button = (target as Element).closest<HTMLButtonElement>('[data-open-all]');
    if (!button) return;
    const groups = [...button.closest('section')!.querySelectorAll<HTMLDetailsElement>('.backlink-group')];
    const opens = groups.some(({ open }) => !open);
    for (const group of groups) group.open = opens;
    button.textContent = opens ? 'Fold all' : 'Open all';
  });
}
