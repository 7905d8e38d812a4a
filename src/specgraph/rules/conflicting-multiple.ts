import type { Problem, StatedMultiple } from '../model/index.ts';
import type { Rule } from './rule.ts';

/** A document with more of them is not about one thing. */
const MAX_MULTIPLES = 200;

/** Nobody can tell which of two bounds is meant, so both places are reported. */
export const conflictingMultiple: Rule = {
  id: 'conflicting-multiple',
  group: 'statements',
  severity: 'error',
  summary: 'A document gives one bound of a thing as a multiple of another one',
  isPerDocument: true,
  *check(graph) {
    for (const { multiples } of graph.documents) {
      if (multiples.length > MAX_MULTIPLES) continue;
      for (const one of multiples) {
        const other = multiples.find((candidate) => isConflict(one, candidate));
        if (other) yield describe(one, other);
      }
    }
  },
};

function isConflict(one: StatedMultiple, other: StatedMultiple): boolean {
  return (
    one.isLower === other.isLower &&
    one.factor !== other.factor &&
    (one.isWritten || other.isWritten) &&
    isSameThing(one.thing, other.thing) &&
    one.words.some((word) => other.words.includes(word) && !one.thing.includes(word))
  );
}

/** "round duration" and "usual round duration". A single word is too little to be the same thing. */
function isSameThing(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return short.includes(' ') && ` ${long}`.endsWith(` ${short}`);
}

function describe({ text, range }: StatedMultiple, other: StatedMultiple): Problem {
  const { file, line } = other.range;
  return {
    at: range,
    message: `The text says "${text}" here and "${other.text}" in line ${line}.`,
    related: [{ at: { file, line }, note: other.text }],
  };
}
