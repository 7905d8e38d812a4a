import type { Problem, StatedDemand } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import type { Rule } from './rule.ts';

/** So many words must be the same where no name in code tells what two bounds are of. */
const MIN_WORDS = 2;
/** A demand that so many others share is a phrase of which nobody can tell what it is about. */
const MAX_ALIKE = 200;

export const oppositeDemand: Rule = {
  id: 'opposite-demand',
  group: 'statements',
  severity: 'error',
  summary: 'What one sentence demands of a thing is not forbidden by another one',
  *check({ documents }) {
    const demands = documents.flatMap((document) => document.demands);
    const reported = new Set<StatedDemand>();
    for (const alike of Map.groupBy(demands, keyOf).values()) {
      if (alike.length > MAX_ALIKE) continue;
      for (const one of alike) {
        yield PAUSE;
        const opposite = alike.filter((other) => isOpposite(one, other));
        const same = alike.filter(
          (other) => other !== one && other.isPositive === one.isPositive && isSameThing(one, other),
        );
        // The fewer are wrong; where it cannot be known, both are reported.
        if (opposite.length === 0 || same.length + 1 > opposite.length || reported.has(one)) continue;
        reported.add(one);
        yield describe(one, opposite);
      }
    }
  },
};

function keyOf({ form, what, objects }: StatedDemand): string {
  const isOfTwo = form !== 'bound' && objects.length > 1;
  return isOfTwo ? objects.toSorted().join(' ') : `${form} ${what} ${objects.join(' ')}`;
}

function isOpposite(one: StatedDemand, other: StatedDemand): boolean {
  const areCases = one.isItem && other.isItem && one.range.file === other.range.file;
  return !areCases && one.isPositive !== other.isPositive && isSameThing(one, other);
}

/** Whether both are of a thing with the same name in code; of bounds without such a name, the words before them tell. */
function isSameThing(one: StatedDemand, other: StatedDemand): boolean {
  if (one.form !== 'bound' && one.objects.length > 1) return true;
  const isShared = one.subjects.some((name) => name !== one.what && other.subjects.includes(name));
  if (one.form === 'bound') {
    const hasWords = one.words.filter((word) => other.words.includes(word)).length >= MIN_WORDS;
    return isShared || (one.subjects.length + other.subjects.length === 0 && hasWords);
  }
  return isShared && one.isNamed && other.isNamed;
}

function describe({ text, range }: StatedDemand, others: readonly StatedDemand[]): Problem {
  const [{ text: opposite, range: first }] = others;
  return {
    at: range,
    message: `"${text}" here is the opposite of "${opposite}".`,
    related: [{ at: { file: first.file, line: first.line }, note: `"${opposite}"` }],
  };
}
