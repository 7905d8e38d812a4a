/** Reads how many steps a text says something has: "the 12-step boot sequence". */
import type { StatedStepCount } from '../model/index.ts';
import { readNumeral, SMALL_NUMBERS } from '../text/numerals.ts';
import type { FlatUnit } from './prose.ts';

const COUNT = new RegExp(
  String.raw`(?<![\w.,-])(?<count>\d{1,2}|${SMALL_NUMBERS.join('|')})-step(?![\w-])`,
  'gi',
);

export function readStepCounts(units: readonly FlatUnit[]): StatedStepCount[] {
  return units.flatMap((unit) => {
    if (!unit.text.includes('-step')) return [];
    const sentences = unit.kind === 'row' ? [{ start: 0, text: unit.text }] : unit.sentences;
    return sentences.flatMap(({ start, text }) =>
      [...text.matchAll(COUNT)].map((match) => ({
        count: readNumeral(match.groups!.count),
        text: match.groups!.count,
        range: unit.place(start + match.index, start + match.index + match.groups!.count.length),
        sentence: unit.place(start, start + text.length),
      })),
    );
  });
}
