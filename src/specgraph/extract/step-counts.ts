/** Reads how many steps a text says something has: "the 12-step boot sequence", "runs the eight steps below". */
import type { StatedStepCount } from '../model/index.ts';
import { readNumeral, SMALL_NUMBERS } from '../text/numerals.ts';
import type { FlatUnit } from './prose.ts';

const COUNT = new RegExp(
  String.raw`(?<![\w.,-])(?<count>\d{1,2}|${SMALL_NUMBERS.join('|')})-step(?![\w-])`,
  'gi',
);

/** Steps of the section that says so, all of them: not "the first two steps" or "two of these steps". */
const OWN_COUNT = new RegExp(
  String.raw`(?<![\w.,-]|\b(?:first|last|next|previous|other|these|those|remaining|further|of|or|least|most|than|about) )(?<count>\d{1,2}|${SMALL_NUMBERS.join('|')}) steps\b(?! (?:of|from|before|after|above|later|earlier|away|each))`,
  'gi',
);

export function readStepCounts(units: readonly FlatUnit[]): StatedStepCount[] {
  return [...ofDocuments(units), ...units.flatMap(ofOwnSection)];
}

function ofOwnSection(unit: FlatUnit): StatedStepCount[] {
  const { kind, section } = unit;
  if (kind !== 'paragraph' || section === undefined || !unit.text.includes(' steps')) return [];
  return [...unit.text.matchAll(OWN_COUNT)].map(({ index, groups }) => {
    const range = unit.place(index, index + groups!.count.length);
    return { count: readNumeral(groups!.count), text: groups!.count, range, sentence: range, section };
  });
}

function ofDocuments(units: readonly FlatUnit[]): StatedStepCount[] {
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
