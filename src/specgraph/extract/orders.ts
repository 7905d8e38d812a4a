/** Reads orders that prose states: "oldest first", "the newest images last", "in ascending order". */
import type { StatedOrder } from '../model/index.ts';
import type { FlatUnit } from './prose.ts';

/** Words at the low end of a scale and at its high end. */
const SCALES = {
  age: [
    ['newest', 'latest', 'youngest', 'most recent'],
    ['oldest', 'earliest'],
  ],
  size: [['smallest'], ['largest', 'biggest']],
  height: [['lowest'], ['highest']],
  length: [['shortest'], ['longest']],
} as const;
const ORDER = new RegExp(
  String.raw`\b(?<word>${Object.values(SCALES).flat(2).join('|')})\b(?:[ -][A-Za-z]+){0,3}?[ -](?<end>first|last)\b|\bin (?<direction>ascending|descending) order\b`,
  'gi',
);
/** The sentence compares two orders, excludes one, or makes it depend on something. */
const IS_COMPARED =
  /\b(?:not|never|no longer|instead|rather|unlike|or|either|but|whereas|while|although|unless|if|when|then|reverse[sd]?|opposite|formerly|previously)\b/i;

export function readOrders(units: readonly FlatUnit[]): StatedOrder[] {
  return units.flatMap((unit) => {
    if (!/\b(?:first|last|order)\b/i.test(unit.text)) return [];
    return unit.sentences.flatMap((sentence) =>
      IS_COMPARED.test(sentence.text)
        ? []
        : [...sentence.text.matchAll(ORDER)].map((match): StatedOrder => {
            const start = sentence.start + match.index;
            return {
              ...orderOf(match.groups!),
              text: match[0],
              section: unit.section,
              range: unit.place(start, start + match[0].length),
              sentence: sentence.range,
            };
          }),
    );
  });
}

function orderOf({
  word,
  end,
  direction,
}: Record<string, string | undefined>): Pick<StatedOrder, 'scale' | 'isRising'> {
  if (direction !== undefined) return { scale: 'order', isRising: direction.toLowerCase() === 'ascending' };
  const isFirst = end!.toLowerCase() === 'first';
  for (const [scale, [low]] of Object.entries(SCALES)) {
    const isLow = (low as readonly string[]).includes(word!.toLowerCase());
    const isHigh =
      !isLow && SCALES[scale as keyof typeof SCALES].flat().some((one) => one === word!.toLowerCase());
    if (isLow || isHigh) return { scale, isRising: isLow === isFirst };
  }
  throw new Error(`${word} is on no scale`);
}
