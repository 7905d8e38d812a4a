import type { Problem, StatedVersion } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import type { Rule } from './rule.ts';
import { countUses } from './shared/uses.ts';

/** So often a version is stated before another one that stands once is a slip. */
const MIN_USES = 4;
/** The same of a version that an installer reads, where others pin it as well. */
const MIN_USES_OF_PINS = 2;
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
    const images = imagesByName(named);
    for (const own of Map.groupBy(named, ({ of, subject }) => `${of} ${subject.toLowerCase()}`).values()) {
      yield PAUSE;
      const [{ isPinned, subject }] = own;
      const product = isPinned ? [...own, ...(images.get(subject.toLowerCase()) ?? [])] : own;
      const usual = usualVersion(product);
      if (!usual) continue;
      for (const one of own)
        if (isSlip(one, usual, product) && uses.get(`${one.range.file} ${one.value}`)!.length === 1)
          yield describe(one, usual);
    }
  },
};

/** Images by each name in their path: `example/server:1.25.0` has the version of `example==1.25.0`. */
function imagesByName(named: readonly StatedVersion[]): Map<string, StatedVersion[]> {
  const found = new Map<string, StatedVersion[]>();
  for (const one of named)
    if (!one.isPinned && one.subject.includes('/'))
      for (const name of new Set(one.subject.toLowerCase().split('/')))
        found.set(name, [...(found.get(name) ?? []), one]);
  return found;
}

/** The places of the one version that nearly all of them state. */
function usualVersion(own: readonly StatedVersion[]): StatedVersion[] | undefined {
  const pins = countUses(own.filter(({ isPinned }) => isPinned));
  const minUses = pins > MIN_USES_OF_PINS ? MIN_USES_OF_PINS : MIN_USES;
  if (own.length <= minUses) return undefined;
  const [usual] = [...Map.groupBy(own, ({ value }) => value).values()].toSorted(
    (a, b) => b.length - a.length,
  );
  const others = own.filter(({ value, isOnPurpose }) => !isOnPurpose && !isCompatible(value, usual[0].value));
  return countUses(usual) >= minUses && others.length - 1 <= usual.length * MAX_SHARE_OF_OTHERS
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
    own.filter((other) => other.value === value && !other.isOnPurpose).length === 1
  );
}

/** Whether one of the versions is the other one in more detail: 24 and 24.04. */
function isCompatible(one: string, other: string): boolean {
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}

function describe(
  { of = 'version', subject, value, range }: StatedVersion,
  usual: readonly StatedVersion[],
): Problem {
  const [{ value: meant, range: first }] = usual;
  return {
    at: range,
    message: `The ${of} of ${subject} is ${value} only here, and ${meant} in ${usual.length} other places.`,
    suggestion: meant,
    related: [{ at: { file: first.file, line: first.line }, note: `${of} ${meant}` }],
  };
}
