/** "row 4", "lines 2 and 3 of the table", "item 4 of Section 3": numbers in prose that may mean rows of tables numbered by hand. */
import { isCount } from '../../extract/references/numbers.ts';
import type { DocumentFacts, GraphEdge, SectionFacts, SourceRange, TableFacts } from '../../model/index.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { spanOf, type Span } from '../headings.ts';
import type { ReadText } from '../read-text.ts';
import type { Before } from '../state.ts';
import { targetOf } from '../follow/targets.ts';
import type { ChangedTable } from './changed.ts';

export interface RowMention {
  /** Of the number, in the source. */
  span: Span;
  /** Of the words from the one before the number. */
  range: SourceRange;
  number: string;
  /** The table that may be meant. */
  table: ChangedTable;
  /** Whether no other table can be meant. */
  isSure: boolean;
}

/** Words that name a row of any table. */
const ROW = ['row', 'rows'];
/** Words that name a row where the table is named behind them, or its column has this heading. */
const OTHERS = ['line', 'lines', 'entry', 'entries', 'item', 'items'];
const PLURAL = /s\.?$/;
const NUMBER = String.raw`(?<!\w)(?:#?\d{1,4}(?![\w%])(?!\.\d)|\([a-z]\)|[b-z](?![\w'’]))`;
const JOINT = String.raw`\s*(?:,\s*(?:(?:and|or)\s+)?|\b(?:and|or|to|through)\s+|[-–—&])\s*`;
const LIST = `${NUMBER}(?:${JOINT}${NUMBER})*`;
const OF_TABLE = /^\s+(?:of|in)\s+(?:the|this|that)\s+(?:\w+\s+)?table\b/i;
/** Between the number and the section or document that owns the table: " of the table in ", " of ". */
const BEFORE_OWNER =
  /^\s*,?\s*(?:of|in|from)\s+(?:(?:the|its)\s+)?(?:[a-z]+\s+){0,2}(?:(?:in|of|from|under)\s+)?(?:the\s+)?\[?$/;
/** Between the owner and the word: "Section 3, row 4", "Section 3 (row 4". */
const BEHIND_OWNER = /^\)?(?:,\s*|:\s*|\s*\(|\s+|'s\s+|’s\s+)(?:the\s+)?(?:table,?\s+)?$/;
/** Words that speak of another work. */
const OF_OTHERS = /\b(?:RFC|ISO|IETF|NIST|IEEE|W3C)\b|https?:/;

/**
 * @param edges of the document of the text that lead somewhere
 * @param changed the tables whose numbers change
 */
export function rowMentions(
  { facts, units }: ReadText,
  edges: readonly GraphEdge[],
  changed: readonly ChangedTable[],
  before: Before,
): RowMention[] {
  const pattern = patternOf(changed);
  const spans = edges.map((edge) => ({ edge, span: spanOf(facts, edge.range!) }));
  return units.flatMap(({ unit, masked }) =>
    [...masked.matchAll(pattern)].flatMap((match): RowMention[] => {
      const { word, list } = match.groups!;
      const at = match.index + match[0].length - list.length;
      const found = numbersOf(list, PLURAL.test(word) ? masked.slice(at + list.length) : undefined);
      const range = unit.place(match.index, at + found.at(-1)!.end);
      const whole = spanOf(facts, range);
      if (spans.some(({ span }) => span.start < whole.end && whole.start < span.end)) return [];
      const sentence = unit.sentences.findLast(({ start }) => start <= match.index);
      const own = ownerOf({ whole, text: sentence?.text ?? '', facts }, sentence?.range, spans, before);
      return found.flatMap(({ number, start, end }): RowMention[] => {
        const span = spanOf(facts, unit.place(at + start, at + end));
        const chosen = chooseTable(
          { word: word.toLowerCase(), number, span, behind: masked.slice(at + end) },
          own,
          facts,
          changed,
        );
        return chosen ? [{ span, range, number, ...chosen }] : [];
      });
    }),
  );
}

function patternOf(changed: readonly ChangedTable[]): RegExp {
  const words = new Set([...ROW, ...OTHERS, ...changed.flatMap((one) => one.words)]);
  words.delete('#');
  const all = [...words].toSorted((a, b) => b.length - a.length).map((word) => escapeExpression(word));
  return new RegExp(
    String.raw`(?<![\w#.-])(?:(?<word>${all.join('|')}|#))(?:(?<=#)|\s+)(?<list>${LIST})`,
    'gi',
  );
}

/** @param behind the text behind a list; absent where the word is in the singular, and one number follows it */
function numbersOf(list: string, behind: string | undefined): (Span & { number: string })[] {
  const all = [...list.matchAll(new RegExp(NUMBER, 'g'))].map(({ 0: written, index }) => {
    const number = written.replace(/[#()]/g, '');
    const start = index + written.indexOf(number);
    return { number, start, end: start + number.length };
  });
  if (behind === undefined) return all.slice(0, 1);
  // "rows 2, 3 and 12 clients"
  return all.length > 1 && isCount(behind) ? all.slice(0, -1) : all;
}

interface Place {
  whole: Span;
  text: string;
  facts: DocumentFacts;
}

/** What the words around a mention tell of the table: its document and section, or that another one may be meant. */
interface Owner {
  named?: { facts: DocumentFacts; section?: SectionFacts };
  others: { facts: DocumentFacts; section?: SectionFacts }[];
  isForeign: boolean;
}

function ownerOf(
  { whole, text, facts }: Place,
  range: SourceRange | undefined,
  edges: readonly { edge: GraphEdge; span: Span }[],
  before: Before,
): Owner {
  const sentence = range ? spanOf(facts, range) : whole;
  const beside = edges.filter(({ span }) => span.start >= sentence.start && span.end <= sentence.end);
  const others: Owner['others'] = [];
  let named: Owner['named'];
  for (const { edge, span } of beside) {
    const target = targetOf(edge, before);
    if (!target) continue;
    const isOwner =
      span.start >= whole.end
        ? BEFORE_OWNER.test(facts.source.slice(whole.end, span.start))
        : BEHIND_OWNER.test(facts.source.slice(span.end, whole.start));
    if (isOwner) named ??= target;
    else others.push(target);
  }
  return { named, others, isForeign: OF_OTHERS.test(text) };
}

function chooseTable(
  { word, number, span, behind }: { word: string; number: string; span: Span; behind: string },
  { named, others, isForeign }: Owner,
  facts: DocumentFacts,
  changed: readonly ChangedTable[],
): { table: ChangedTable; isSure: boolean } | undefined {
  const scope = named
    ? tablesIn(named.facts, named.section)
    : tablesAround(facts, span, ROW.includes(word) || OF_TABLE.test(behind));
  const candidates = changed.filter(({ table, now }) => scope.includes(table) && changes(now, number));
  const [table] = candidates;
  if (!table) return undefined;
  const isNamed = ROW.includes(word) || (table.words.includes(word) && word !== '#') || OF_TABLE.test(behind);
  const now = table.now.get(number) ?? [];
  const isOfOthers =
    !named && others.some(({ facts: other, section }) => !tablesIn(other, section).includes(table.table));
  return {
    table,
    isSure:
      scope.length === 1 && isNamed && now.length === 1 && now[0] !== undefined && !isForeign && !isOfOthers,
  };
}

/** Whether the number names another row afterwards, or one where it named none. */
function changes(now: ChangedTable['now'], number: string): boolean {
  const rows = now.get(number);
  if (rows) return rows.some((is) => is !== number);
  return [...now.values()].some((all) => all.includes(number));
}

/** The tables of a section and of all below it, or of a document. */
function tablesIn({ tables }: DocumentFacts, section: SectionFacts | undefined): TableFacts[] {
  if (!section) return tables;
  return tables.filter(({ range }) => range.line >= section.range.line && range.line <= section.endLine);
}

/** The table around a place, or those of the innermost section that has any. */
function tablesAround(facts: DocumentFacts, { start }: Span, isOfTable: boolean): TableFacts[] {
  const line = facts.lineStarts.findLastIndex((first) => first <= start) + 1;
  const around = facts.tables.find(({ range }) => range.line <= line && line <= range.endLine);
  if (around && isOfTable) return [around];
  let section = facts.sections.findLast(({ range }) => range.line <= line);
  while (section) {
    const found = tablesIn(facts, section);
    if (found.length > 0) return found;
    const { parent } = section;
    section = facts.sections.find(({ slug }) => slug === parent);
  }
  return facts.tables;
}
