/**
 * Who follows a link by keyboard and goes back has the focus on that link again. Browsers that keep the page in memory
 * do so by themselves; where they load it anew, the next Tab would start at the top.
 */

interface Followed {
  /** The link's address, and its place among the links of the text that have the same. */
  href: string;
  index: number;
}

export function keepFocusForReturn(page: Document): void {
  const text = page.querySelector('main');
  if (!text) return;
  const linksTo = (href: string): HTMLAnchorElement[] =>
    [...text.querySelectorAll<HTMLAnchorElement>('a[href]')].filter((link) => link.href === href);
  text.addEventListener('click', ({ target, detail }) => {
    const link = (target as Element).closest<HTMLAnchorElement>('a[href]');
    // The click of a key has no count.
    if (!link || detail > 0) return;
    const followed: Followed = { href: link.href, index: linksTo(link.href).indexOf(link) };
    history.replaceState({ ...(history.state as object | null), followed }, '');
  });
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  const { followed } = (history.state ?? {}) as { followed?: Followed };
  if (followed && navigation?.type === 'back_forward')
    linksTo(followed.href)[followed.index]?.focus({ preventScroll: true });
}
