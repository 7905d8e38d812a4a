/** From a document page, the graph opens around the section that is being read. */

/** The link of the header leads to the document; a click adds the section. */
export function leadToCurrentSection(root: ParentNode): void {
  const link = root.querySelector<HTMLAnchorElement>('a[data-graph-of]');
  link?.addEventListener('click', () => {
    const url = new URL(link.href);
    url.searchParams.set('focus', link.dataset.graphOf! + currentSection(root));
    link.href = url.href;
  });
}

/** The section of the address while it is in view, or else the one that the contents mark. */
function currentSection(root: ParentNode): string {
  const hash = decodeURIComponent(location.hash);
  const top = document.getElementById(hash.slice(1))?.getBoundingClientRect().top ?? Infinity;
  if (top >= 0 && top < innerHeight) return hash;
  return decodeURIComponent(root.querySelector<HTMLAnchorElement>('.toc a[aria-current]')?.hash ?? '');
}
