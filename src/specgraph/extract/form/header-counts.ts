/** Numbers of things that a table further below lists in a column of that name: "all six checks", and a column "Check". */
import type { Nodes, Table } from 'mdast';
import type { AnnouncedCount } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { plainText, type Parts } from '../../parse/markdown.ts';
import { childrenOf, walk } from '../../parse/tree.ts';
import { singular } from '../../text/singular.ts';
import type { FlatUnit } from '../prose.ts';
import { maskCode } from '../references/index.ts';
import { readCounts } from './count-wordings.ts';

/** Somebody forgot one row; a greater difference says that something else is counted. */
const MAX_DIFFERENCE = 1;
/** A table of two rows lists alternatives rather than all things. */
const MIN_ROWS = 3;
/** Between the number and its table stand at most so many other blocks. */
const MAX_BETWEEN = 2;
/** A cell that stands for several things, for none, or for their sum. */
const NOT_ONE = /,|\band\b|\bor\b|\d ?[-–] ?\d|^[-–—.…]*$|^(?:total|sum|all|others?|any)\b/i;

/** The things were named before: "these two types". */
const KNOWN = /\b(?:these|those|other|such|both) *$/i;

export function extractHeaderCounts(
  parts: Parts,
  units: readonly FlatUnit[],
  index: LineIndex,
): AnnouncedCount[] {
  if (parts.tables.length === 0) return [];
  const unitOf = new Map<Nodes, FlatUnit>(parts.prose.map((node, i) => [node, units[i]]));
  const found: AnnouncedCount[] = [];
  walk(parts.root, (node) => {
    if (node.type !== 'root' && node.type !== 'blockquote') return false;
    const blocks = childrenOf(node);
    for (const [at, block] of blocks.entries()) {
      if (block.type !== 'table') continue;
      const own = countAbove(block, blocks, at, unitOf, index);
      if (own) found.push(own);
    }
    return true;
  });
  return found;
}

/** The number in a paragraph above a table, where the table is the only one of the section. */
function countAbove(
  table: Table,
  blocks: readonly Nodes[],
  at: number,
  unitOf: ReadonlyMap<Nodes, FlatUnit>,
  index: LineIndex,
): AnnouncedCount | undefined {
  const column = itemColumn(table);
  if (column === undefined || !isOnlyTable(blocks, at)) return undefined;
  const rows = table.children.slice(1);
  for (let above = at - 1; above >= Math.max(0, at - 1 - MAX_BETWEEN); above--) {
    const block = blocks[above];
    if (block.type === 'heading' || block.type === 'table') return undefined;
    const unit = block.type === 'paragraph' ? unitOf.get(block) : undefined;
    for (const sentence of unit?.sentences ?? []) {
      const text = maskCode(unit!).slice(sentence.start, sentence.start + sentence.text.length);
      const [counted, second] = readCounts(text).filter(({ things }) => isNamedBy(things, column));
      if (!counted || second || KNOWN.test(text.slice(0, counted.start))) continue;
      // Directly above the table the other reading of the sentence decides.
      if (above === at - 1 && /:\s*$/.test(text)) return undefined;
      const difference = Math.abs(counted.value - rows.length);
      if (difference === 0 || difference > MAX_DIFFERENCE) return undefined;
      const { number, things, value, start } = counted;
      const { start: first, end } = table.position!;
      return {
        range: sentence.place(start, start + number.length),
        words: `${number} ${things}`,
        value,
        counted: rows.length,
        below: 'table',
        place: index.range(first.offset!, end.offset!),
      };
    }
  }
  return undefined;
}

/** The heading of the first column that is no number, where each of its cells is one thing of its own. */
function itemColumn({ children: [header, ...rows] }: Table): string | undefined {
  if (rows.length < MIN_ROWS) return undefined;
  const headings = header.children.map((cell) => plainText(cell).trim());
  const at = headings.findIndex((heading) => /^[A-Za-z]/.test(heading));
  if (at < 0 || at > 1) return undefined;
  const cells = rows.map(({ children }) => (children[at] ? plainText(children[at]).trim() : ''));
  const isOneEach = cells.every((cell) => !NOT_ONE.test(cell)) && new Set(cells).size === cells.length;
  return isOneEach ? headings[at] : undefined;
}

function isOnlyTable(blocks: readonly Nodes[], at: number): boolean {
  const isTable = ({ type }: Nodes): boolean => type === 'table';
  const before = blocks.slice(0, at);
  const start = before.findLastIndex(({ type }) => type === 'heading') + 1;
  const next = blocks.findIndex(({ type }, i) => i > at && type === 'heading');
  return (
    !before.slice(start).some(isTable) && !blocks.slice(at + 1, next < 0 ? undefined : next).some(isTable)
  );
}

/** Whether the last noun of one stands in the other: "event types" and "Event", "checks" and "Check". */
function isNamedBy(things: string, heading: string): boolean {
  const words = things.toLowerCase().split(' ').map(singular);
  const own = singular(
    heading
      .toLowerCase()
      .split(/[^a-z-]+/)
      .filter(Boolean)
      .at(-1) ?? '',
  );
  return words.at(-1) === own || (words.length > 1 && words.at(-2) === own);
}
