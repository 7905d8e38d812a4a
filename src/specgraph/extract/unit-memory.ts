/** Caches what was read from the units of a document, because a save changes few of them. */
import type { RawClaim, RawReference } from '../model/index.ts';
import type { Unplaced, Words } from './prose.ts';

/** What is read from the words of a unit; it does not depend on where the unit stands. */
export interface UnitFacts {
  references: Unplaced<RawReference>[];
  claims: Unplaced<RawClaim>[];
}

/** The units of one document as they were read last, by their whole text. */
export interface UnitMemory {
  units: ReadonlyMap<string, UnitFacts>;
}

/**
 * Takes known units from the cache and reads the others.
 * @returns a function for reading the document once; afterwards the cache holds the units of that reading
 */
export function rememberUnits(
  memory: UnitMemory,
  read: (unit: Words) => UnitFacts,
): (unit: Words) => UnitFacts {
  const before = memory.units;
  const now = new Map<string, UnitFacts>();
  memory.units = now;
  return (unit) => {
    const key = keyOf(unit);
    const facts = before.get(key) ?? now.get(key) ?? read(unit);
    now.set(key, facts);
    return facts;
  };
}

function keyOf({ kind, text, codes, links, emphases = [], under }: Words): string {
  const spans = [
    ...codes.map(({ start, end }) => `${start}-${end}`),
    ...links.map(({ start, end, url }) => `${start}-${end} ${url}`),
    ...emphases.map(({ start, end }) => `*${start}-${end}`),
    JSON.stringify(under),
  ];
  return `${kind}\n${text}\n${spans.join('\n')}`;
}
