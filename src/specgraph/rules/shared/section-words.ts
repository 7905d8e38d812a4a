/** How often the words of a document stand in each of its numbered sections and steps. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import { oncePer } from '../../resolve/once.ts';
import { subjectWords } from '../../text/subject-words.ts';

export interface SectionWords {
  facts: DocumentFacts;
  section: SectionFacts;
  /** How often each word stands in the section, its subsections included. */
  counts: ReadonlyMap<string, number>;
  /** The number of words. */
  length: number;
  title: ReadonlySet<string>;
  /** Words of the first sentence and of the headings of the subsections. */
  lead: ReadonlySet<string>;
  level: Level;
}

/** The numbered sections beside each other, or the steps of one sequence. */
export interface Level {
  sections: SectionWords[];
  /** The mean of their lengths. */
  length: number;
}

/** The numbered sections and steps of a document, by their slugs. */
export const sectionWordsOf = oncePer((facts: DocumentFacts): Map<string, SectionWords> => {
  const lines = facts.source.split('\n');
  const wordsOnLine: string[][] = [];
  const wordsOn = (line: number): string[] => (wordsOnLine[line] ??= [...wordsAndParts(lines[line - 1])]);
  const numbered = facts.sections.filter(({ number, step }) => number !== undefined || step !== undefined);
  const found = new Map<string, SectionWords>();
  for (const sections of Map.groupBy(numbered, levelKey).values()) {
    const level: Level = { sections: [], length: 0 };
    for (const section of sections)
      level.sections.push({ ...countIn(section, lines, wordsOn), facts, section, level });
    level.length = level.sections.reduce((sum, { length }) => sum + length, 0) / sections.length;
    for (const own of level.sections) found.set(own.section.slug, own);
  }
  return found;
});

/** "5.2." of "5.2.1" is a part of it: headings of one depth may belong to several levels. */
function levelKey({ parent = '', step, number = '' }: SectionFacts): string {
  return step === undefined ? `${parent} ${number.slice(0, number.lastIndexOf('.') + 1)}` : `${parent} step`;
}

function countIn(
  { title, range, endLine }: SectionFacts,
  lines: readonly string[],
  wordsOn: (line: number) => readonly string[],
): Pick<SectionWords, 'counts' | 'length' | 'title' | 'lead'> {
  const counts = new Map<string, number>();
  const lead = new Set<string>();
  let [length, hasLead] = [0, false];
  for (let line = range.line; line <= endLine; line++) {
    for (const word of wordsOn(line)) counts.set(word, (counts.get(word) ?? 0) + 1);
    length += wordsOn(line).length;
    if (line === range.line) continue;
    const text = lines[line - 1];
    if (text.startsWith('#')) for (const word of wordsOn(line)) lead.add(word);
    else if (!hasLead && /^[\p{L}*`]/u.test(text)) {
      hasLead = true;
      for (const word of wordsAndParts(text.split(/(?<=[.:]) /)[0])) lead.add(word);
    }
  }
  return { counts, length, title: new Set(wordsAndParts(title)), lead };
}

/** The subject words of a text, and the parts of those that are joined by a hyphen: "keep-alive", "keep", "alive". */
export function* wordsAndParts(text: string): Iterable<string> {
  for (const word of subjectWords(text)) {
    yield word;
    if (/^[A-Za-z]+(?:-[A-Za-z]+)+$/.test(word)) yield* subjectWords(word.replaceAll('-', ' '));
  }
}
