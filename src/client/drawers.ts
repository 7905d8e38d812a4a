/** Brings the document that is read into view in the column or drawer that lists them all. */
export function showCurrentDocument(page: Document): void {
  const drawer = page.getElementById('site-drawer');
  const current = drawer?.querySelector('[aria-current]');
  if (!drawer || !current) return;
  const show = (): void => {
    const box = drawer.getBoundingClientRect();
    const at = current.getBoundingClientRect();
    // Only the list scrolls, never the page; a closed drawer has no height.
    if (box.height > 0 && (at.top < box.top || at.bottom > box.bottom - 40))
      drawer.scrollTop += at.top - box.top - box.height / 2;
  };
  drawer.addEventListener('toggle', show);
  show();
}
