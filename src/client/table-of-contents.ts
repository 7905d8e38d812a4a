/** Pixels below the top of the window: the last heading above is that of the section which is read. */
const READING_LINE = 120;

/**
 * At the end of a page, where headings cannot be scrolled to the top, the line moves down to the bottom of the window, and
 * a heading that was followed there is the current one.
 */
export function currentHeading(headings: readonly HTMLElement[]): HTMLElement | undefined {
  const remaining = document.documentElement.scrollHeight - innerHeight - scrollY;
  const line = Math.max(READING_LINE, innerHeight - remaining);
  const topOf = (heading: HTMLElement): number => heading.getBoundingClientRect().top;
  const followed = headings.find((heading) => heading.matches(':target'));
  if (line > READING_LINE && followed && topOf(followed) >= 0 && topOf(followed) < line) return followed;
  return headings.findLast((heading) => topOf(heading) < line) ?? headings[0];
}

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
    const current = currentHeading(headings);
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
