/** Numbers behind "Section" or "Step" that are no references: in code, and where an owner is named in other words. */
import { readNumbers } from '../../extract/references/numbers.ts';
import { findNumbered, type Vocabulary } from '../../extract/references/vocabulary.ts';
import type { DocumentFacts } from '../../model/index.ts';
import { stepKind } from '../../kinds/step.ts';
import { wordsOf } from '../../resolve/document-index.ts';
import { spanOf, type Span } from '../headings.ts';
import type { ChangedNumbers } from './changed-numbers.ts';
import type { ReadText } from '../read-text.ts';

/** A line that speaks of another work or document. */
const OF_OTHERS = /\b(?:RFC|ISO|IETF|NIST|IEEE|W3C)\b|https?:|\.mdx?\b|\b[a-z]+\/\d/;

/** "agent --> server (Section 3)": comments of code are read, but nothing else of it. */
export function numbersInCode(
  { facts: { source }, code }: ReadText,
  changed: ChangedNumbers,
  words: Vocabulary,
): [Span, string][] {
  return code.flatMap(({ start, end }) =>
    linesOf(source, start, end)
      .filter(({ text }) => !OF_OTHERS.test(text))
      .flatMap(({ text, at }) => announced(text, at, changed, words)),
  );
}

const OWNER =
  /^\s+(?:of|in|from)\s+(?:the\s+)?(?<owner>[A-Z][\w-]*(?:\s+(?:(?:of|for|and|the)\s+)*[A-Z][\w-]*)+)/;

/** "Section 4.2.1 of the Baseline Requirements", where these are a part of the title of a document. */
export function numbersOfShortTitle(
  { units, facts }: ReadText,
  changed: ChangedNumbers,
  words: Vocabulary,
): [Span, string][] {
  const titles = titlesOf(changed.facts).map((title) => ` ${wordsOf(title)} `);
  return units.flatMap(({ unit, masked }) =>
    announced(masked, 0, changed, words).flatMap(([{ start, end }, number]): [Span, string][] => {
      const owner = OWNER.exec(masked.slice(end, end + 120))?.groups!.owner;
      const isNamed = owner !== undefined && titles.some((title) => title.includes(` ${wordsOf(owner)} `));
      return isNamed ? [[spanOf(facts, unit.place(start, end)), number]] : [];
    }),
  );
}

/** Whether a text has two words of the title of a document beside each other, as a short form of it would. */
export function mayNameShortly({ source }: DocumentFacts, { facts }: ChangedNumbers): boolean {
  return titlesOf(facts).some((title) =>
    [...title.matchAll(/[A-Z][\w-]*(?=(\s+[A-Z][\w-]*))/g)].some(({ 0: word, 1: next }) =>
      source.includes(word + next),
    ),
  );
}

/** The title of the document, and that of its front matter. */
function titlesOf({ title, otherTitle }: DocumentFacts): string[] {
  return otherTitle === undefined ? [title] : [title, otherTitle];
}

function announced(text: string, at: number, changed: ChangedNumbers, words: Vocabulary): [Span, string][] {
  return findNumbered(text, words).flatMap(({ kind, list, isPlural, index, text: named }) => {
    const numbers = kind.kind === stepKind.id ? changed.steps : changed.sections;
    if (!kind.isOfDocument) return [];
    const span = { start: at + index, end: at + index + named.length };
    return readNumbers(list, { forms: kind.forms, isPlural }).flatMap(({ value }): [Span, string][] =>
      numbers.has(value) ? [[span, value]] : [],
    );
  });
}

function linesOf(source: string, start: number, end: number): { text: string; at: number }[] {
  let at = start;
  return source
    .slice(start, end)
    .split('\n')
    .map((text) => {
      const line = { text, at };
      at += text.length + 1;
      return line;
    });
}
