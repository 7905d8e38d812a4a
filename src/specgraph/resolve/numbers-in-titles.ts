/** Numbers that titles have besides those of their sections: "3.2.1 Conformance Clause 12: Consumer". */
import { NUMBERED_KINDS } from '../kinds/numbered.ts';
import type { DocumentFacts, RawReference, SectionFacts } from '../model/index.ts';
import { escapeExpression } from '../text/expressions.ts';
import { oncePer } from './once.ts';

const WORDS = NUMBERED_KINDS.filter(({ isOfCaptions }) => !isOfCaptions).flatMap(({ singular, plural }) =>
  singular.flatMap((word) => (word.endsWith('.') ? [] : [{ word, plural }])),
);
/** One to three words with capital letters, the last of them one that announces numbers. */
const TITLE = new RegExp(
  String.raw`^(?<before>(?:\p{Lu}[\w-]*\s+){1,2})(?<word>${WORDS.map(({ word }) => word).join('|')})\s+(?<number>\d+[a-z]?)(?=\s*[.:–—]|\s+-|$)`,
  'iu',
);

export interface NumbersInTitles {
  /** What is counted: "Conformance Clause". */
  name: string;
  sections: ReadonlyMap<string, SectionFacts>;
  /** Matches the words of a reference to them behind the words before: "Conformance Clauses 13 to 22". */
  reference(text: string): RegExp;
}

/** @returns each series of a document; a number that stands alone in a title may be any */
export const numbersInTitles = oncePer(({ sections }: DocumentFacts): NumbersInTitles[] => {
  const found = sections.flatMap((section) => {
    const groups = section.number === undefined ? undefined : TITLE.exec(section.title)?.groups;
    return groups
      ? [{ section, before: groups.before.trim(), word: groups.word, number: groups.number }]
      : [];
  });
  const series = Map.groupBy(found, ({ before, word }) => `${before} ${word}`);
  return [...series].flatMap(([name, own]) => {
    const numbers = new Map(own.map(({ number, section }) => [number, section]));
    if (numbers.size < 2) return [];
    const before = escapeExpression(own[0].before);
    return [
      {
        name,
        sections: numbers,
        reference: (text) => new RegExp(String.raw`${before}\s+${escapeExpression(text)}`, 'i'),
      },
    ];
  });
});

/** The series that a reference names: "Conformance Clause 12" is not Section 12. */
export function seriesInTitles(
  { text, context }: Pick<RawReference, 'text' | 'context'>,
  facts: DocumentFacts,
): NumbersInTitles | undefined {
  return numbersInTitles(facts).find((series) => series.reference(text).test(context));
}
