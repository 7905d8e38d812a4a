/** Scrolls the list of documents (a column or a drawer) to the document of this page. */
export function scrollToCurrentDocument(page: Document): void {
  const drawer = page.getElementById('page:documents');
  const current = drawer?.querySelector('[aria-current]');
  if (!drawer || !current) return;
  const scroll = (): void => {
    const list = drawer.getBoundingClientRect();
    const entry = current.getBoundingClientRect();
    // Scrolls only the list, never the page. A closed drawer has no height.
    if (list.height > 0 && (entry.top < list.top || entry.bottom > list.bottom - 40))
      drawer.scrollTop += entry.top - list.top - list.height / 2;
  };
  drawer.addEventListener('toggle', scroll);
  scroll();
}
