import { nearestPath } from './nearest-path.ts';

/** Shows the page that is nearest to the address, of those that the document lists. */
export function showNearest(root: Document, wanted: string): void {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-pages] a')];
  const near = nearestPath(
    wanted,
    links.map((link) => link.pathname),
  );
  const found = links.find((link) => link.pathname === near);
  const place = root.querySelector<HTMLElement>('[data-nearest]');
  const link = place?.querySelector('a');
  if (!found || !place || !link) return;
  link.href = found.href;
  link.textContent = found.textContent;
  place.hidden = false;
}
