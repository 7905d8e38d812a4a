import { closestPath } from './closest-path.ts';

/** Suggests the page whose path is most similar to the requested one, of all pages that the "Not found" page lists. */
export function suggestClosestPage(root: Document, wanted: string): void {
  const links = [...root.querySelectorAll<HTMLAnchorElement>('[data-pages] a')];
  const closest = closestPath(
    wanted,
    links.map((link) => link.pathname),
  );
  const found = links.find((link) => link.pathname === closest);
  const place = root.querySelector<HTMLElement>('[data-nearest]');
  const link = place?.querySelector('a');
  if (!found || !place || !link) return;
  link.href = found.href;
  link.textContent = found.textContent;
  place.hidden = false;
}
