import type { Problem, Quantity } from '../model/index.ts';
import { oncePer } from '../resolve/once.ts';
import type { Rule } from './rule.ts';
import { quantityComparer, type CompareQuantities, type Similarity } from './shared/similar-quantities.ts';
import { countUses } from './shared/uses.ts';

/** So many other places must agree. */
const MIN_USES = 2;
/** So much the words of two sentences must have in common; see `quantityComparer`. */
const MIN_SHARED = 10;
const MIN_RATIO = 0.1;
/** Small round numbers are alike by chance. */
const ROUND = /^(?:\d|\d[05]|100)$/;
const MIN_RATIO_OF_ROUND = 0.3;
/** Nearly the same words: in a small set no word is rare. */
const RATIO_OF_SAME_WORDS = 0.7;
/** More places with one number are a usual number, of which nobody can tell what it is about. */
const MAX_PLACES = 200;

/** The same where a quantity beside both is the same. */
const MIN_USES_BESIDE = 3;
const MIN_SHARED_BESIDE = 4;

/** Units that are mistaken for each other. GB and GiB are, too, but mean nearly the same. */
const EXCHANGED = new Set(['ms', 's', 'min', 'h', 'KB', 'MB', 'GB', 'TB']);

/**
 * Two sentences rarely say the same thing in the same words, so a quantity is compared only where something beside its
 * words tells what it is: the same number with another unit, or the same quantities beside it.
 */
export const conflictingQuantity: Rule = {
  id: 'conflicting-quantity',
  group: 'statements',
  severity: 'error',
  summary:
    'A time, a size or a number of attempts is the same in every sentence that is about the same thing',
  *check(graph) {
    const all = graph.documents.flatMap(({ constants }) => constants.quantities);
    if (all.length <= MIN_USES) return;
    const compare = quantityComparer(all);
    const reported = new Set<Quantity>();
    for (const [one, meant] of [...exchangedUnits(all, compare), ...differentValues(all, compare)]) {
      if (reported.has(one)) continue;
      reported.add(one);
      yield describe(one, meant);
    }
  },
};

/** A quantity and those that it should agree with. */
type Conflict = [one: Quantity, meant: readonly Quantity[]];

/** A number that stands with one unit here, and with another one in all sentences elsewhere. */
function* exchangedUnits(all: readonly Quantity[], compare: CompareQuantities): Iterable<Conflict> {
  const byNumber = Map.groupBy(
    all.filter(({ unit }) => EXCHANGED.has(unit)),
    ({ dimension, number }) => `${dimension} ${number}`,
  );
  for (const places of byNumber.values()) {
    if (places.length <= MIN_USES || places.length > MAX_PLACES) continue;
    const [usual, single, ...more] = [...Map.groupBy(places, ({ unit }) => unit).values()].toSorted(
      (a, b) => b.length - a.length,
    );
    if (single?.length !== 1 || more.length > 0) continue;
    const [one] = single;
    if (one.dimension === 'size' && ROUND.test(one.number)) continue;
    const others = usual.filter((other) => !isSameSentence(one, other));
    if (countUses(others) < MIN_USES) continue;
    const minRatio = ROUND.test(one.number) ? MIN_RATIO_OF_ROUND : MIN_RATIO;
    if (others.some((other) => isAlike(compare(one, other), minRatio))) yield [one, others];
  }
}

/** A value beside a quantity that has another value beside it in all similar sentences. */
function* differentValues(all: readonly Quantity[], compare: CompareQuantities): Iterable<Conflict> {
  const bySentence = Map.groupBy(all, sentenceOf);
  const byValue = Map.groupBy(all, keyOf);
  const beside = oncePer((one: Quantity): readonly Quantity[] =>
    bySentence.get(sentenceOf(one))!.filter((other) => keyOf(other) !== keyOf(one)),
  );
  for (const one of all) {
    // Parts of messages and shares of a whole stand side by side with many values.
    if (one.unit === 'bytes' || one.unit.startsWith('%')) continue;
    for (const neighbour of beside(one)) {
      const same = byValue.get(keyOf(neighbour))!;
      if (same.length <= MIN_USES || same.length > MAX_PLACES) continue;
      const isUnique = byValue.get(keyOf(one))!.length === 1;
      const others = same
        .filter((other) => !isSameSentence(one, other) && compare(one, other).shared >= MIN_SHARED_BESIDE)
        .flatMap((other) => beside(other).filter((candidate) => isOfOneSort(candidate, one)));
      const [usual, ...rest] = [...Map.groupBy(others, keyOf).values()].toSorted(
        (a, b) => b.length - a.length,
      );
      const minUses = isUnique ? MIN_USES_BESIDE : MIN_USES_BESIDE + 1;
      if (!usual || countUses(usual) < minUses || rest.flat().length * 4 > usual.length) continue;
      if (keyOf(usual[0]) === keyOf(one) || rest.flat().some((other) => keyOf(other) === keyOf(one)))
        continue;
      if (beside(one).some((other) => keyOf(other) === keyOf(usual[0]))) continue;
      yield [one, usual];
      break;
    }
  }
}

/** Whether both have the same unit, and both or none are ranges. */
function isOfOneSort(one: Quantity, other: Quantity): boolean {
  return one.unit === other.unit && one.number.includes('-') === other.number.includes('-');
}

function isAlike({ shared, ratio }: Similarity, minRatio = MIN_RATIO): boolean {
  return (shared >= MIN_SHARED && ratio >= minRatio) || ratio >= RATIO_OF_SAME_WORDS;
}

const sentenceOf = oncePer(({ range, sentence }: Quantity) => `${range.file} ${sentence}`);

const keyOf = oncePer(({ dimension, value }: Quantity) => `${dimension} ${value}`);

/** Whether both stand in one sentence, or in rows of the tables of one section, which differ on purpose. */
function isSameSentence(one: Quantity, other: Quantity): boolean {
  if (one.range.file !== other.range.file) return false;
  return one.sentence === other.sentence || (one.table !== undefined && one.table === other.table);
}

function describe({ text, range }: Quantity, meant: readonly Quantity[]): Problem {
  const [{ text: other, range: first }] = meant;
  const count = countUses(meant);
  return {
    at: range,
    message: `"${text}" stands only here; ${count} other places that speak of the same say "${other}".`,
    suggestion: other,
    related: [{ at: { file: first.file, line: first.line }, note: `"${other}"` }],
  };
}
