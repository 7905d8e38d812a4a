/** Scrolls the list of documents (a column or a drawer) to the document of this page. */
export function scrollToCurrentDocument(page: Document): void {
  const drawer = page.getElementById('site-drawer');
  const current = drawer?.querySelector('[aria-current]');
  if (!drawer || !current) return;
  const scroll = (): void => {
    const box = drawer.getBoundingClientRect();
    const at = current.getBoundingClientRect();
    // Scrolls only the list, never the page. A closed drawer has no height.
    if (box.height > 0 && (at.top < box.top || at.bottom > box.bottom - 40))
      drawer.scrollTop += at.top - box.top - box.height / 2;
  };
  drawer.addEventListener('toggle', scroll);
  scroll();
}
