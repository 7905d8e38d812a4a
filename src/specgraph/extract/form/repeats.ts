import type { Nodes, Table, TableRow } from 'mdast';
import type { Repeat, SectionFacts, SourceRange } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { plainText, type Parts } from '../../parse/markdown.ts';
import { childrenOf, walk } from '../../parse/tree.ts';

/** Two equal blocks next to each other; a shorter one ("Optional.", "`n: 1`") is said twice on purpose. */
const MIN_NEIGHBOUR_CHARACTERS = 25;
/** Two equal paragraphs of one section with others between them. */
const MIN_DISTANT_CHARACTERS = 200;

/**
 * What a document says twice: rows of one table, list items next to each other, paragraphs of one section, headings next to
 * each other. Texts that many documents repeat on purpose are no repeats: introductions of examples (": " at the end), rows
 * below different group rows, headings such as "Example".
 */
export function extractRepeats(
  parts: Parts,
  sections: readonly SectionFacts[],
  source: string,
  index: LineIndex,
): Repeat[] {
  const lineOf = ({ line }: SourceRange): string =>
    source.slice(index.starts[line - 1], index.starts[line]).trim();
  // Two headings may have the same words and different pictures.
  const isSameLine = (one: SourceRange, other: SourceRange): boolean => lineOf(one) === lineOf(other);
  const blocks = repeatedBlocks(parts, source);
  const rows = parts.tables.flatMap((table) => repeatedRows(table, source));
  return [
    ...[...rows, ...blocks].map(({ kind, first, second, isAdjacent }) => ({
      kind,
      isAdjacent,
      text: plainText(second),
      first: rangeOf(first, index),
      range: rangeOf(second, index),
    })),
    ...repeatedHeadings(sections).filter(({ first, range }) => isSameLine(first, range)),
  ];
}

interface Pair {
  kind: Repeat['kind'];
  first: Nodes;
  second: Nodes;
  isAdjacent: boolean;
}

function rangeOf({ position }: Nodes, index: LineIndex): Repeat['range'] {
  return index.range(position!.start.offset!, position!.end.offset!);
}

function sourceOf(node: Nodes, source: string): string {
  return source.slice(node.position!.start.offset, node.position!.end.offset).replace(/\s+/g, ' ').trim();
}

function repeatedRows(table: Table, source: string): Pair[] {
  const rows = table.children.slice(1);
  const seen = new Map<string, number>();
  let flat: boolean | undefined;
  return rows.flatMap((second, at): Pair[] => {
    const words = sourceOf(second, source);
    const before = seen.get(words);
    seen.set(words, at);
    if (before === undefined || filledCells(second) < 2) return [];
    const isAdjacent = at === before + 1;
    return isAdjacent || (flat ??= isFlat(rows))
      ? [{ kind: 'row', first: rows[before], second, isAdjacent }]
      : [];
  });
}

function filledCells(row: TableRow): number {
  return row.children.filter((cell) => /\w/.test(plainText(cell))).length;
}

/** The first cell names what the row is about. "↳ part" does not, nor does a name indented by hard blanks. */
function hasName(row: TableRow): boolean {
  return /^ *\w{2}/.test(plainText(row.children[0]));
}

/** In a table with groups or levels, two rows of the same words belong to different things. */
function isFlat(rows: readonly TableRow[]): boolean {
  return rows.every((row) => filledCells(row) > 1 && hasName(row)) && new Set(rows.map(indentOf)).size === 1;
}

function indentOf(row: TableRow): number {
  const [cell] = row.children;
  const words = cell.children[0]?.position?.start.offset ?? 0;
  return words - cell.position!.start.offset!;
}

/** Paragraphs and list items, each compared with its siblings. */
function repeatedBlocks({ root }: Parts, source: string): Pair[] {
  const pairs: Pair[] = [];
  walk(root, (node) => {
    const holdsBlocks = /^(?:root|list|listItem|blockquote)$/.test(node.type);
    if (holdsBlocks) pairs.push(...repeatedSiblings(childrenOf(node), source));
    return holdsBlocks;
  });
  return pairs;
}

/** The steps of a procedure are repeated on purpose, so equal list items count only next to each other. */
function repeatedSiblings(siblings: readonly Nodes[], source: string): Pair[] {
  if (siblings.length < 2) return [];
  const pairs: Pair[] = [];
  const seen = new Map<string, number>();
  for (const [at, second] of siblings.entries()) {
    if (second.type === 'heading') seen.clear();
    if (second.type !== 'paragraph' && second.type !== 'listItem') continue;
    const length = second.position!.end.offset! - second.position!.start.offset!;
    if (length < MIN_NEIGHBOUR_CHARACTERS) continue;
    const words = sourceOf(second, source).replace(/^\d+[.)]/, '');
    const before = seen.get(words);
    seen.set(words, at);
    if (before === undefined || /[:：]$|\$\w/.test(words) || isTemplate(words)) continue;
    const isAdjacent = at === before + 1;
    const isLong = second.type === 'paragraph' && words.length >= MIN_DISTANT_CHARACTERS && !NOTE.test(words);
    if (isAdjacent || isLong) pairs.push({ kind: 'paragraph', first: siblings[before], second, isAdjacent });
  }
  return pairs;
}

/** A note belongs to what stands above it, and may belong to several things. */
const NOTE = /^[*_]*note\b/i;

/** "[Description of the failure] ([ERROR_CODE])": nothing but words to be replaced. */
function isTemplate(words: string): boolean {
  return !/\p{L}/u.test(words.replaceAll(/\[[^[\]]*\]|<[^<>]*>|\{[^{}]*\}/g, ''));
}

/** A number at the head of a heading is judged by rules about numbers. */
function repeatedHeadings(sections: readonly SectionFacts[]): Repeat[] {
  const times = Map.groupBy(sections, (section) => section.heading);
  const lastBelow = new Map<string, SectionFacts>();
  return sections.flatMap((second, at) => {
    const family = `${second.depth} ${second.parent ?? ''}`;
    const first = lastBelow.get(family);
    lastBelow.set(family, second);
    if (first?.heading !== second.heading || times.get(second.heading)!.length > 2) return [];
    if (second.number !== undefined || second.step !== undefined || isSubtitle(first, sections)) return [];
    const isEmpty = sections[at - 1] === first && second.range.line - first.range.endLine <= 2;
    if (!isEmpty && !/\s/.test(second.heading.trim())) return [];
    return [
      { kind: 'heading', first: first.range, range: second.range, text: second.heading, isAdjacent: true },
    ];
  });
}

/** The first heading below the title may give the document its second name. */
function isSubtitle(section: SectionFacts, sections: readonly SectionFacts[]): boolean {
  return sections.indexOf(section) <= 1;
}
