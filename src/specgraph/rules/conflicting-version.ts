import type { Problem, StatedVersion } from '../model/index.ts';
import type { Rule } from './rule.ts';
import { countUses } from './shared/uses.ts';

/** So often a version is stated before another one that stands once is a slip. */
const MIN_USES = 4;
/** A product of which more than this share of places states yet other versions has several on purpose. */
const MAX_SHARE_OF_OTHERS = 0.2;

/** Shorter versions are names: "Ethereum 2.0", "TLS 1.3". */
const MIN_LENGTH = 4;

/**
 * A sentence that speaks of other versions ("since", "instead of") may name any, and a version that its document states
 * of something else as well is no slip.
 */
export const conflictingVersion: Rule = {
  id: 'conflicting-version',
  group: 'statements',
  severity: 'error',
  summary: 'A product that has one version throughout the set has it everywhere',
  *check(graph) {
    const stated = graph.documents.flatMap(({ constants }) => constants.versions);
    const places = new Map(
      stated.map((one) => [`${one.range.file}:${one.range.line}:${one.range.column}`, one]),
    );
    const uses = Map.groupBy(places.values(), ({ value, range }) => `${range.file} ${value}`);
    const named = stated.filter(({ subject }) => subject !== '');
    for (const own of Map.groupBy(named, ({ subject }) => subject.toLowerCase()).values()) {
      const usual = usualVersion(own);
      if (!usual) continue;
      for (const one of own)
        if (isSlip(one, usual, own) && uses.get(`${one.range.file} ${one.value}`)!.length === 1)
          yield describe(one, usual);
    }
  },
};

/** The places of the one version that nearly all of them state. */
function usualVersion(own: readonly StatedVersion[]): StatedVersion[] | undefined {
  if (own.length <= MIN_USES) return undefined;
  const [usual] = [...Map.groupBy(own, ({ value }) => value).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const others = own.filter(({ value, isOnPurpose }) => !isOnPurpose && !isCompatible(value, usual[0].value));
  return countUses(usual) >= MIN_USES && others.length - 1 <= usual.length * MAX_SHARE_OF_OTHERS
    ? usual
    : undefined;
}

function isSlip(
  { value, isOnPurpose }: StatedVersion,
  [usual]: readonly StatedVersion[],
  own: readonly StatedVersion[],
): boolean {
  return (
    !isOnPurpose &&
    !isCompatible(value, usual.value) &&
    value.length >= MIN_LENGTH &&
    value.split('.').length === usual.value.split('.').length &&
    own.filter((other) => other.value === value).length === 1
  );
}

/** Whether one of the versions is the other one in more detail: 24 and 24.04. */
function isCompatible(one: string, other: string): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}

function describe({ subject, value, range }: StatedVersion, usual: readonly StatedVersion[]): Problem {
  const [{ value: meant, range: first }] = usual;
  return {
    at: range,
    message: `The version of ${subject} is ${value} only here, and ${meant} in ${usual.length} other places.`,
    suggestion: meant,
    related: [{ at: { file: first.file, line: first.line }, note: `version ${meant}` }],
  };
}
