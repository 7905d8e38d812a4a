import type { Problem, Quantity } from '../model/index.ts';
import { PAUSE, type Pause } from '../pause.ts';
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
    for (const find of [exchangedUnits, differentValues])
      for (const conflict of find(all, compare)) {
        if (conflict === PAUSE) yield PAUSE;
        else if (!reported.has(conflict.one)) {
          reported.add(conflict.one);
          yield describe(conflict);
        }
      }
  },
};

interface Conflict {
  one: Quantity;
  /** What it should agree with. */
  meant: readonly Quantity[];
}

/** A number that stands with one unit here, and with another one in all sentences elsewhere. */
function* exchangedUnits(all: readonly Quantity[], compare: CompareQuantities): Iterable<Conflict | Pause> {
  const byNumber = Map.groupBy(
    all.filter(({ unit }) => EXCHANGED.has(unit)),
    ({ dimension, number }) => `${dimension} ${number}`,
  );
  for (const places of byNumber.values()) {
    yield PAUSE;
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
    if (others.some((other) => isAlike(compare(one, other), minRatio))) yield { one, meant: others };
  }
}

/** A value beside a quantity that has another value beside it in all similar sentences. */
function* differentValues(all: readonly Quantity[], compare: CompareQuantities): Iterable<Conflict | Pause> {
  const placed = placeAll(all);
  const byValue = Map.groupBy(placed, ({ key }) => key);
  for (const { one, key, beside } of placed) {
    yield PAUSE;
    // Parts of messages and shares of a whole stand side by side with many values.
    if (one.unit === 'bytes' || one.unit.startsWith('%')) continue;
    for (const neighbour of beside) {
      const same = byValue.get(neighbour.key)!;
      if (same.length <= MIN_USES || same.length > MAX_PLACES) continue;
      const isUnique = byValue.get(key)!.length === 1;
      const others = same.flatMap((other) => {
        const alike = other.beside.filter((candidate) => isOfOneSort(candidate.one, one));
        const isSimilar =
          alike.length > 0 &&
          !isSameSentence(one, other.one) &&
          compare(one, other.one).shared >= MIN_SHARED_BESIDE;
        return isSimilar ? alike : [];
      });
      const [usual, ...rest] = [...Map.groupBy(others, (other) => other.key).values()].toSorted(
        (a, b) => b.length - a.length,
      );
      const minUses = isUnique ? MIN_USES_BESIDE : MIN_USES_BESIDE + 1;
      if (!usual || rest.flat().length * 4 > usual.length) continue;
      const keys = [usual[0], ...rest.flat()].map((other) => other.key);
      if (keys.includes(key) || beside.some((other) => other.key === usual[0].key)) continue;
      const meant = usual.map((other) => other.one);
      if (countUses(meant) < minUses) continue;
      yield { one, meant };
      break;
    }
  }
}

/** A quantity in its sentence. */
interface Placed {
  one: Quantity;
  key: string;
  /** Those of the sentence with other values. */
  beside: readonly Placed[];
}

function placeAll(all: readonly Quantity[]): Placed[] {
  const placed = all.map((one): Placed => ({ one, key: `${one.dimension} ${one.value}`, beside: [] }));
  const bySentence = Map.groupBy(placed, ({ one: { range, sentence } }) => `${range.file} ${sentence}`);
  for (const own of bySentence.values())
    for (const one of own) one.beside = own.filter(({ key }) => key !== one.key);
  return placed;
}

/** Whether both have the same unit, and both or none are ranges. */
function isOfOneSort(one: Quantity, other: Quantity): boolean {
  return one.unit === other.unit && one.number.includes('-') === other.number.includes('-');
}

function isAlike({ shared, ratio }: Similarity, minRatio = MIN_RATIO): boolean {
  return (shared >= MIN_SHARED && ratio >= minRatio) || ratio >= RATIO_OF_SAME_WORDS;
}

/** Whether both stand in one sentence, or in rows of the tables of one section, which differ on purpose. */
function isSameSentence(one: Quantity, other: Quantity): boolean {
  if (one.range.file !== other.range.file) return false;
  return one.sentence === other.sentence || (one.table !== undefined && one.table === other.table);
}

function describe({ one: { text, range }, meant }: Conflict): Problem {
  const [{ text: other, range: first }] = meant;
  const count = countUses(meant);
  return {
    at: range,
    message: `"${text}" stands only here; ${count} other places that speak of the same say "${other}".`,
    suggestion: other,
    related: [{ at: { file: first.file, line: first.line }, note: `"${other}"` }],
  };
}
