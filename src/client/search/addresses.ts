/** Finds the entries whose place a query names as an address: "spec/14 section 3", "step 7b client". */
import { createAddressFinder, type Place } from '#specgraph/query';
import type { SearchEntry, SearchIndex } from '../../payloads/search.ts';
import type { Prepared, PreparedIndex } from './rank.ts';

export interface Addressed {
  item: Prepared;
  /** See `AddressMatch`. */
  by: 'place' | 'title';
}

/** @returns a function that finds the entries from the most probable one to the least probable one */
export function createAddressSearch(
  { items }: PreparedIndex,
  { kinds, entries, aliases, announcements }: SearchIndex,
): (query: string) => Addressed[] {
  const documents = new Map(
    entries.flatMap((entry) => (kinds[entry[0]].isDocument ? [[labelOf(entry), entry] as const] : [])),
  );
  const itemOfPlace = new Map<string, Prepared>();
  const places = items.flatMap((item) => {
    const place = placeOf(item, documents, aliases);
    if (place) itemOfPlace.set(place.id, item);
    return place ?? [];
  });
  const find = createAddressFinder(places, announcements);
  return (query) => find(query).map(({ place, by }) => ({ item: itemOfPlace.get(place.id)!, by }));
}

/** How the parts of a document name it: "spec/14 Edge and Auto-Scaling". */
function labelOf([, title, , name]: SearchEntry): string {
  return `${name} ${title}`;
}

function placeOf(
  { entry, kind }: Prepared,
  documents: ReadonlyMap<string, SearchEntry>,
  aliases: SearchIndex['aliases'],
): Place | undefined {
  const [, title, url, context, number = '', , place = ''] = entry;
  if (kind.isDocument) {
    const names = [context, ...(aliases[url] ?? [])];
    return { id: url, kind: kind.id, title, names, number: number || undefined };
  }
  const document = documents.get(kind.isPart ? context : place);
  if (!document) return undefined;
  // "Step 7b" and "Appendix A" are numbered 7b and A.
  return {
    id: url,
    kind: kind.id,
    title,
    document: document[2],
    number: number.split(' ').at(-1) || undefined,
  };
}
