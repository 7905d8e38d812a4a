/** From a document page, the graph opens around the section that is being read. */

/** The link of the header leads to the document; a click adds the section that the contents mark. */
export function leadToCurrentSection(root: ParentNode): void {
  const link = root.querySelector<HTMLAnchorElement>('a[data-graph-of]');
  link?.addEventListener('click', () => {
    const anchor = root.querySelector<HTMLAnchorElement>('.toc a[aria-current]')?.hash ?? '';
    const url = new URL(link.href);
    url.searchParams.set('focus', link.dataset.graphOf! + decodeURIComponent(anchor));
    link.href = url.href;
  });
}
