/** Finds the node that words mean. Pure. */
import { createAddressFinder, type AddressFinder, type Place } from '#specgraph/query';
import type { Atlas } from '../../map/atlas.ts';

/** @returns the index of a node, -1 for none */
export type NameFinder = (words: string) => number;

/**
 * Words are the name or the id of a node in any letter case, an address ("12", "spec/14 section 3", "step 7b client"),
 * or else words of its name ("multi-site"). Documents come before all others, parts of documents last.
 */
export function createNameFinder(atlas: Atlas): NameFinder {
  let findAddress: AddressFinder | undefined;
  return (words) => {
    const wanted = words.trim().toLowerCase();
    const pieces = wanted.split(/[\s_]+/).filter(Boolean);
    if (pieces.length === 0) return -1;
    const exact = nodeWithBestLabel(atlas, (label) => (label === wanted ? 0 : Infinity));
    if (exact >= 0) return exact;
    const named = atlas.indexOf(words.trim());
    if (named >= 0) return named;
    findAddress ??= createAddressFinder(placesOf(atlas), atlas.scene.columns.announcements);
    const [address] = findAddress(words);
    if (address) return atlas.indexOf(address.place.id);
    return nodeWithBestLabel(atlas, (label) =>
      pieces.every((piece) => label.includes(piece)) ? label.length : Infinity,
    );
  };
}

/** The node with the lowest cost; -1 where every cost is infinite. */
function nodeWithBestLabel(atlas: Atlas, costOf: (label: string) => number): number {
  let [best, lowest] = [-1, Infinity];
  for (let node = 0; node < atlas.size; node++) {
    const cost = costOf(atlas.labelOf(node).toLowerCase());
    const whole = atlas.isHead(node) ? cost : cost + (atlas.isPart(node) ? 2e6 : 1e6);
    if (whole < lowest) [best, lowest] = [node, whole];
  }
  return best;
}

/** Documents and their parts, as the reader of an address needs them. */
function placesOf(atlas: Atlas): Place[] {
  const { regionOf, columns } = atlas.scene;
  return Array.from({ length: atlas.size }, (_, node) => node)
    .filter((node) => atlas.isHead(node) || atlas.isPart(node))
    .map((node): Place => {
      const { kind, number, title } = atlas.namePartsOf(node);
      const place = { id: atlas.idOf(node), kind, title, ...(number && { number }) };
      return atlas.isHead(node)
        ? { ...place, names: [columns.names[regionOf[node]]] }
        : { ...place, document: atlas.idOf(atlas.headOf(node)) };
    });
}
