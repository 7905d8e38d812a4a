import type { NamedRange, Problem } from '../model/index.ts';
import type { Rule } from './rule.ts';

/** So often the usual range must be stated. */
const MIN_USES = 2;

/** A range that shares one bound with the usual one is a slip in the other bound; other ranges are of something else. */
export const conflictingRange: Rule = {
  id: 'conflicting-range',
  group: 'statements',
  severity: 'error',
  summary: 'The range of a name has the same bounds wherever it is stated',
  *check({ documents }) {
    const ranges = documents.flatMap(({ constants }) => constants.ranges);
    if (ranges.length <= MIN_USES) return;
    const fullNames = fullNamesOf(ranges);
    const byName = Map.groupBy(ranges, ({ name, range }) => {
      const full = fullNames.get(name) ?? name;
      return isUnique(full) ? full : `${range.file} ${full}`;
    });
    for (const own of byName.values()) {
      const groups = [...Map.groupBy(own, boundsOf).values()].toSorted((a, b) => b.length - a.length);
      const [usual, ...others] = groups;
      if (usual.length < MIN_USES || others[0]?.length === usual.length) continue;
      for (const group of others)
        if (group.length === 1 && isSlip(group[0], usual[0])) yield describe(group[0], usual);
    }
  },
};

/** A name in capitals is the same thing in all documents. */
function isUnique(name: string): boolean {
  return /^[A-Z][A-Z0-9_]*$/.test(name);
}

/** `beta` is short for APP_TRIM_BETA where no other name with a range ends in it. */
function fullNamesOf(ranges: readonly NamedRange[]): Map<string, string> {
  const names = [...new Set(ranges.map(({ name }) => name).filter(isUnique))];
  const byWord = Map.groupBy(names, (name) => name.slice(name.lastIndexOf('_') + 1).toLowerCase());
  return new Map([...byWord].flatMap(([word, full]) => (full.length === 1 ? [[word, full[0]]] : [])));
}

function boundsOf({ low, high }: NamedRange): string {
  return `${Number(low)} ${Number(high)}`;
}

function isSlip(one: NamedRange, other: NamedRange): boolean {
  return (Number(one.low) === Number(other.low)) !== (Number(one.high) === Number(other.high));
}

function describe({ name, low, high, range }: NamedRange, usual: readonly NamedRange[]): Problem {
  const [{ low: meantLow, high: meantHigh, range: first }] = usual;
  return {
    at: range,
    message: `The range of ${name} is ${low} to ${high} only here, and ${meantLow} to ${meantHigh} in ${usual.length} other places.`,
    related: [{ at: { file: first.file, line: first.line }, note: `${meantLow} to ${meantHigh}` }],
  };
}
