/** Marks the current section in the table of contents, and closes the drawer when an entry is chosen. */
export function markCurrentSection(page: Document): void {
  const contents = page.getElementById('page:contents');
  if (!contents) return;
  let links = new Map<string, HTMLAnchorElement>();
  let headings: HTMLElement[] = [];
  const collectHeadings = (): void => {
    links = new Map(
      [...contents.querySelectorAll('a')].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
    );
    headings = [...links.keys()].map((id) => page.getElementById(id)).filter((heading) => heading !== null);
  };
  let marked: HTMLAnchorElement | undefined;
  const markLink = (): void => {
    const current = headings.findLast((heading) => heading.getBoundingClientRect().top < 120) ?? headings[0];
    const currentLink = current && links.get(current.id);
    // The mark would not be visible inside a closed group, so the entry above the group gets it.
    const link =
      currentLink?.closest('details:not([open])')?.parentElement?.querySelector('a') ?? currentLink;
    if (link === marked || !link) return;
    marked?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'location');
    marked = link;
    // Only the list scrolls, never the page.
    const box = contents.getBoundingClientRect();
    const linkBox = link.getBoundingClientRect();
    if (linkBox.top < box.top + 40 || linkBox.bottom > box.bottom - 40)
      contents.scrollTop += linkBox.top - box.top - box.height / 3;
  };
  let waiting = false;
  addEventListener(
    'scroll',
    () => {
      if (waiting) return;
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        markLink();
      });
    },
    { passive: true },
  );
  collectHeadings();
  markLink();
  page.addEventListener('spec:changed', collectHeadings);
  contents.addEventListener('click', (event) => {
    if ((event.target as Element).closest('a') && contents.matches(':popover-open')) contents.hidePopover();
  });
}
