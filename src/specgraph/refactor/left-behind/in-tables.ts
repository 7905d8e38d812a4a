/** Cells with nothing but numbers below "Section" or "Step". */
import type { SourceRange } from '../../model/index.ts';
import { stepKind } from '../../kinds/step.ts';
import { NUMBERED_KINDS } from '../../kinds/numbered.ts';
import { spanOf, type Span } from '../headings.ts';
import type { ChangedNumbers } from './changed-numbers.ts';
import type { ReadText } from '../read-text.ts';

const NUMBERS_ONLY =
  /^(?:(?:§+\s*)?(?:\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)+)(?:\s*(?:,|-|–|;|and|or|to)\s*|$))+$/;
const NUMBER = /\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)+/g;

/** @param isOfOthers whether the row names another document, whose numbers they are */
export function numbersInTables(
  { facts, tables }: ReadText,
  { sections, steps }: ChangedNumbers,
  isOfOthers: (row: SourceRange) => boolean,
): [Span, string][] {
  return tables.flatMap(({ header, rows }) =>
    header.flatMap(({ text }, column) => {
      const kind = kindOfHeader(text);
      const numbers = kind === stepKind.id ? steps : sections;
      if (kind === undefined || numbers.size === 0) return [];
      return rows
        .filter(({ range }) => !isOfOthers(range))
        .flatMap(({ cells }): [Span, string][] => {
          const cell = cells[column];
          if (!cell || !NUMBERS_ONLY.test(cell.text)) return [];
          const span = spanOf(facts, cell.range);
          return [...cell.text.matchAll(NUMBER)].flatMap(({ 0: number }): [Span, string][] =>
            numbers.has(number) ? [[span, number]] : [],
          );
        });
    }),
  );
}

/** The kind of "Section", "Sections", "Section(s)", "§". */
function kindOfHeader(text: string): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/\(s\)$/, '');
  return NUMBERED_KINDS.find(
    ({ singular, plural, signs = [], isOfDocument }) =>
      isOfDocument && [...singular, ...plural, ...signs].includes(word),
  )?.kind;
}
