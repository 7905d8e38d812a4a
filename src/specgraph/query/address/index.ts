/**
 * Finds the places that an address names: "spec/14 section 3", "14 3.2", "§7a of spec/02", "step 7b client",
 * "appendix 03". The command line, the search and the map read addresses with this module.
 */
import { sectionKind } from '../../kinds/section.ts';
import { slipBetween } from '../../text/near-miss.ts';
import type { Announcement, Place } from './place.ts';
import { readAddress, type Reading } from './read-address.ts';

export { announcementsOf, type Announcement, type Place } from './place.ts';

export interface AddressMatch {
  place: Place;
  /**
   * `place`: the words name exactly this place. `title`: they name its document and words of its title. A place comes
   * before a title, and of equal ones the more probable reading comes first.
   */
  by: 'place' | 'title';
  /** Rank of the reading; of equal readings the address does not tell which one is meant. */
  reading: number;
}

/** @returns the places that the words name, the most probable ones first; empty if the words are no address */
export type AddressFinder = (words: string) => AddressMatch[];

/** The words of the numbers in headings ("3. Rules"): of two places with the same number, theirs comes first. */
const FIRST_KIND = sectionKind.id;

/** @param announcements the words of the kinds, see `announcementsOf` */
export function createAddressFinder(
  places: readonly Place[],
  announcements: readonly Announcement[],
): AddressFinder {
  const index = indexPlaces(places);
  const isName = (text: string): boolean => /\p{L}/u.test(text) && index.names.has(squeeze(text));
  return (words) => {
    const readings = readAddress(words, isName, announcements);
    const seen = new Set<Place>();
    return readings
      .flatMap((reading, rank) => placesOfReading(reading, rank, index))
      .toSorted((a, b) => Number(a.by === 'title') - Number(b.by === 'title'))
      .filter(({ place }) => !seen.has(place) && seen.add(place));
  };
}

interface PlaceIndex {
  documents: ReadonlyMap<string, Place>;
  /** Ids of documents by all of their names. */
  names: ReadonlyMap<string, string>;
  /** The parts of documents. */
  parts: readonly Place[];
  partsByNumber: ReadonlyMap<string, readonly Place[]>;
}

function indexPlaces(places: readonly Place[]): PlaceIndex {
  const documents = places.filter(({ document }) => document === undefined);
  const parts = places.filter(({ document }) => document !== undefined);
  return {
    documents: new Map(documents.map((document) => [document.id, document])),
    names: namesOfDocuments(documents),
    parts,
    partsByNumber: Map.groupBy(parts, ({ number = '' }) => plainNumber(number)),
  };
}

function placesOfReading(reading: Reading, rank: number, index: PlaceIndex): AddressMatch[] {
  const { document, number, others } = reading;
  const owner = document === undefined ? undefined : index.names.get(squeeze(document));
  // "3.2" is no document, though a set may have a document 32.
  if (document !== undefined && (owner === undefined || /^\d+\./.test(document))) return [];
  if (number !== undefined) return numberedPlaces(reading, owner, rank, index);
  if (others.length === 0) return [{ place: index.documents.get(owner!)!, by: 'place', reading: rank }];
  return partsWithTitle(owner!, others, index).map((place) => ({ place, by: 'title', reading: rank }));
}

function numberedPlaces(
  { kind, number, lettered, others }: Reading,
  owner: string | undefined,
  rank: number,
  { documents, parts, partsByNumber }: PlaceIndex,
): AddressMatch[] {
  // "Appendix" alone: a heading that begins with the word.
  const numbered =
    number === ''
      ? parts.filter(({ title }) => title.toLowerCase().startsWith(lettered!))
      : (partsByNumber.get(plainNumber(number!)) ?? []);
  return (
    numbered
      .filter(
        (place) =>
          (owner === undefined || place.document === owner) &&
          (kind === undefined || place.kind === kind) &&
          hasWords(place, documents.get(place.document!), others),
      )
      // A section comes before a step of the same number unless a word announced the kind.
      .map((place) => ({
        place,
        by: 'place' as const,
        reading: rank + (place.kind === FIRST_KIND ? 0 : 0.5),
      }))
      .toSorted((a, b) => a.reading - b.reading)
  );
}

/** Whether every word names the document of a place or stands in the title of the place. */
function hasWords(place: Place, document: Place | undefined, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const fields = [titleWords(place), document ? titleWords(document) : []];
  return fields.some((known) => words.every((word) => known.some((other) => isSameWord(word, other))));
}

/** The parts of a document whose titles have all the words; those with the fewest other words first. */
function partsWithTitle(document: string, words: readonly string[], { parts }: PlaceIndex): Place[] {
  return parts
    .filter((place) => place.document === document && hasWords(place, undefined, words))
    .toSorted((a, b) => titleWords(a).length - titleWords(b).length);
}

function titleWords({ title, names = [] }: Place): string[] {
  return [title, ...names].flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

/** A word, its beginning from three letters on, or the word with a slip. */
function isSameWord(written: string, word: string): boolean {
  const parts: readonly string[] = written.match(/[\p{L}\p{N}]+/gu) ?? [];
  if (parts.length > 1) return parts.includes(word);
  if (written === word || (written.length > 2 && word.startsWith(written))) return true;
  return written.length > 4 && slipBetween(written, word) !== undefined;
}

/** Documents by all of their names: "14", "spec/14", "14-edge-and-auto-scaling.md", the title. */
function namesOfDocuments(documents: readonly Place[]): Map<string, string> {
  const names = new Map<string, string>();
  const add = (name: string, id: string): void => {
    const key = squeeze(name);
    if (key !== '' && !names.has(key)) names.set(key, id);
  };
  for (const { id, number, names: others = [], title } of documents) {
    for (const name of [id, ...others, title]) add(name, id);
    if (number === undefined) continue;
    for (const name of [number, `document ${number}`, `doc ${number}`]) add(name, id);
  }
  return names;
}

/** A name without letter case, separators and the zeros at the head of numbers: "spec/04" and "Spec 4" are "spec4". */
function squeeze(name: string): string {
  return name
    .toLowerCase()
    .replace(/\.mdx?$/, '')
    .replace(/(?<![\d.])0+(?=\d)/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

function plainNumber(number: string): string {
  return number.toLowerCase().replace(/^0+(?=\d)/, '');
}
