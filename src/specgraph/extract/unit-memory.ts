/** A save changes few of a document's units: what the others say was read before. */
import type { RawClaim, RawReference } from '../model/index.ts';
import type { Unplaced, Words } from './prose.ts';

/** What is read from the words of a unit, wherever it stands. */
export interface UnitFacts {
  references: Unplaced<RawReference>[];
  claims: Unplaced<RawClaim>[];
}

/** The units of the last reading of one document, by all that they say. */
export interface UnitMemory {
  units: ReadonlyMap<string, UnitFacts>;
}

/**
 * Takes from a memory what it holds and reads the rest.
 * @returns a reader for one reading of the document, whose units are what the memory then holds
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

function keyOf({ kind, text, codes, links }: Words): string {
  const spans = [
    ...codes.map(({ start, end }) => `${start}-${end}`),
    ...links.map(({ start, end, url }) => `${start}-${end} ${url}`),
  ];
  return `${kind}\n${text}\n${spans.join('\n')}`;
}
