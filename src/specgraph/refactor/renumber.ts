/** Numbers the sections, steps, rows and list items of documents in the order in which they stand. */
import type { DocumentFacts, SectionFacts, TableFacts } from '../model/index.ts';
import { spanOf } from './headings.ts';
import { countedWith, hasNumber, joinNumber, Numbering, splitNumber, successor } from './numbering.ts';
import { renumberLists } from './renumber-lists.ts';
import { emptyDraft, type Draft } from './state.ts';

export function draftRenumber(documents: readonly DocumentFacts[]): Draft {
  const draft = emptyDraft();
  for (const facts of documents) {
    const numbering = new Numbering(facts);
    for (const [first, ...rest] of countsOf(facts)) count(numbering, first, rest);
    numbering.write(draft.changes);
    for (const table of facts.tables) renumberRows(draft, facts, table);
    renumberLists(draft, facts);
  }
  return draft;
}

/** Sections that are counted together, from the top of the outline down. */
function countsOf(facts: DocumentFacts): SectionFacts[][] {
  const seen = new Set<SectionFacts>();
  const counts: SectionFacts[][] = [];
  for (const section of facts.sections.toSorted((a, b) => a.depth - b.depth)) {
    if (seen.has(section) || !hasNumber(section)) continue;
    const own = countedWith(facts, section).filter(hasNumber);
    for (const one of own) seen.add(one);
    counts.push(own);
  }
  return counts;
}

function count(numbering: Numbering, first: SectionFacts, rest: readonly SectionFacts[]): void {
  const start = firstNumber(numbering, first);
  if (start === undefined) return;
  if (start !== numbering.of(first)) numbering.set(first, start);
  let last = start;
  const areLettered = /[a-z]$/.test(start);
  for (const section of rest) {
    const written = numbering.of(section)!;
    const next = areLettered ? successor(last) : numberBehind(last, written, section.step !== undefined);
    if (next === undefined) return;
    if (next !== written) numbering.set(section, next);
    last = next;
  }
}

/** 6 behind 5 and behind 5a; 5a and 5b behind 5. */
function numberBehind(last: string, written: string, isStep: boolean): string | undefined {
  const base = last.replace(/[a-z]$/, '');
  if (!/[a-z]$/.test(written)) return successor(base);
  const [stem, letter] = [written.slice(0, -1), written.at(-1)!];
  // Steps of one sequence may be left out in another one: 7b without 7a, 14a without 14.
  const isInOrder = stem === base ? letter > (last.slice(base.length) || '`') : stem === successor(base);
  if (isStep && isInOrder) return written;
  return last === base ? `${base}a` : successor(last);
}

/** The first number of a count: below a section, that of the section and 1; at the top as it is written. */
function firstNumber(numbering: Numbering, first: SectionFacts): string | undefined {
  const split = splitNumber(numbering.of(first)!);
  if (!split) return undefined;
  if (split.stem === '' || first.step !== undefined || first.label)
    return split.kind === 'small' ? undefined : joinNumber(split);
  const parent = numbering.facts.sections.find(({ slug }) => slug === first.parent);
  const above = parent && numbering.of(parent);
  const isDotted = split.kind === 'digits';
  if (above === undefined || parent?.step !== undefined) return joinNumber(split);
  return joinNumber({ ...split, stem: isDotted ? `${above}.` : above, ordinal: split.ordinal === 0 ? 0 : 1 });
}

const NUMBERS = /^(?:#|no\.?|nr\.?)$/i;
/** The share of rows that must count on for the column to be a count: other columns hold ids. */
const MIN_COUNTING = 0.5;

/**
 * Numbers the rows of a table whose first column counts: "#", "No.".
 * @param counted the table that shows whether the column counts
 */
export function renumberRows(draft: Draft, facts: DocumentFacts, table: TableFacts, counted = table): void {
  const start = firstRowNumber(counted);
  if (start === undefined) return;
  table.rows.forEach(({ cells: [cell] }, i) => {
    const written = cell.text.trim();
    if (Number(written) === start + i) return;
    const span = spanOf(facts, cell.range);
    const at = facts.source.indexOf(written, span.start);
    if (at < 0 || at >= span.end) return;
    draft.changes.add(facts.path, {
      start: at,
      end: at + written.length,
      text: String(start + i),
      sort: 'table row',
    });
  });
}

/** @returns undefined where the first column does not count, or begins behind 1 */
function firstRowNumber({ header, rows }: TableFacts): number | undefined {
  if (!NUMBERS.test(header[0]?.text.trim() ?? '') || rows.length < 2) return undefined;
  const numbers = rows.map(({ cells }) => /^\d{1,4}$/.exec(cells[0]?.text.trim() ?? '')?.[0]);
  if (!numbers.every((number) => number !== undefined)) return undefined;
  const steps = numbers.slice(1).filter((number, i) => Number(number) === Number(numbers[i]) + 1).length;
  const start = Number(numbers[0]);
  return start > 1 || steps < (numbers.length - 1) * MIN_COUNTING ? undefined : start;
}
