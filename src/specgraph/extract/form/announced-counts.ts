import type { Code, List, Nodes, Table } from 'mdast';
import type { AnnouncedCount, Sentence } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { plainText, type Parts } from '../../parse/markdown.ts';
import { childrenOf, walk } from '../../parse/tree.ts';
import type { FlatUnit } from '../prose.ts';
import { maskCode } from '../references/index.ts';
import { mayCount, readAll, readAnnouncement, readInlineCount, type Counted } from './count-wordings.ts';

/** A number that differs by more from the number of items probably counts something else. */
const MAX_DIFFERENCE = 2;

/**
 * Numbers that announce items, where another number of items follows: in the list, table or code directly below the
 * sentence, or in the sentence itself.
 */
export function extractAnnouncedCounts(
  parts: Parts,
  units: readonly FlatUnit[],
  index: LineIndex,
): AnnouncedCount[] {
  const unitOf = new Map<Nodes, FlatUnit>(parts.prose.map((node, i) => [node, units[i]]));
  const found: AnnouncedCount[] = [];
  walk(parts.root, (node) => {
    if (!/^(?:root|list|listItem|blockquote)$/.test(node.type)) return false;
    const siblings = childrenOf(node);
    for (const [at, block] of siblings.entries()) {
      const unit = block.type === 'paragraph' ? unitOf.get(block) : undefined;
      const count = unit && countBelow(unit, siblings, at + 1, index);
      if (count) found.push(count);
    }
    return true;
  });
  return [...found, ...units.flatMap(countsWithin)];
}

function isFar(announced: number, counts: readonly number[]): boolean {
  return counts.every((count) => Math.abs(count - announced) > MAX_DIFFERENCE);
}

function describe(
  sentence: Sentence,
  { number, things, value, start }: Counted,
  rest: Pick<AnnouncedCount, 'counted' | 'below' | 'place'>,
): AnnouncedCount {
  const range = sentence.place(start, start + number.length);
  return { range, words: `${number} ${things}`.trim(), value, ...rest };
}

function masked(unit: FlatUnit, { start, text }: Sentence): string {
  return maskCode(unit).slice(start, start + text.length);
}

/** The numbers of sentences that list the items themselves. */
function countsWithin(unit: FlatUnit): AnnouncedCount[] {
  if (!mayCount(unit.text)) return [];
  return unit.sentences.flatMap((sentence) => {
    const counted = readInlineCount(masked(unit, sentence));
    if (!counted || counted.counts.includes(counted.value) || isFar(counted.value, counted.counts)) return [];
    const place = sentence.place(counted.start, sentence.text.length);
    return [describe(sentence, counted, { counted: counted.counts[0], below: 'sentence', place })];
  });
}

/** The number in the last sentence of a paragraph, compared with the block below it. */
function countBelow(
  unit: FlatUnit,
  siblings: readonly Nodes[],
  at: number,
  index: LineIndex,
): AnnouncedCount | undefined {
  const below = siblings.at(at);
  if (below?.type !== 'list' && below?.type !== 'table' && below?.type !== 'code') return undefined;
  const sentence = unit.sentences.at(-1);
  const isFirst = siblings.at(at - 2)?.type === 'heading' && unit.sentences.length === 1;
  const counted =
    sentence &&
    (readAnnouncement(masked(unit, sentence)) ??
      (isFirst && below.type === 'table' ? readAll(masked(unit, sentence)) : undefined));
  if (!counted) return undefined;
  const counts = countsOf(below, counted);
  if (counts.includes(counted.value) || isFar(counted.value, counts) || isContinued(siblings, at))
    return undefined;
  if (counted.value > counts[0] && below.type === 'list' && hasItemsOfSeveral(below)) return undefined;
  const { start, end } = below.position!;
  const place = index.range(start.offset!, end.offset!);
  return describe(sentence, counted, { counted: counts[0], below: below.type, place });
}

/** Another list or table of the same section may hold the rest, unless a sentence introduces it. */
function isContinued(siblings: readonly Nodes[], at: number): boolean {
  const { type } = siblings[at];
  for (let next = at + 1; next < siblings.length && siblings[next].type !== 'heading'; next++) {
    const isIntroduced = next > at + 1 && isIntroduction(siblings[next - 1]);
    if (siblings[next].type === type && !isIntroduced) return true;
  }
  return false;
}

function isIntroduction(block: Nodes): boolean {
  return block.type === 'paragraph' && /:\s*$/.test(plainText(block));
}

/** An item may name several of the things: "`OnceCell` and `LazyCell`". */
function hasItemsOfSeveral(list: List): boolean {
  return !list.ordered && list.children.some((item) => isPhraseOfSeveral(headOf(item)) || namesMore(item));
}

/** Longer heads are sentences, in which "and" joins something else. */
const MAX_WORDS_OF_PHRASE = 8;

function isPhraseOfSeveral(head: string): boolean {
  return head.split(/\s+/).length <= MAX_WORDS_OF_PHRASE && /[,&/]|\band\b|\bor\b/.test(head);
}

/** "They also exchange …", "(`a`, `b` and `c`)". */
function namesMore(item: Nodes): boolean {
  const text = plainText(item);
  return /\balso\b|\([^()]*,[^()]*\)/i.test(text);
}

/** The bold words at the head of an item, the words before a colon or dash, or its first sentence. */
function headOf(item: Nodes): string {
  const [first] = childrenOf(item);
  const [lead] = first ? childrenOf(first) : [];
  if (lead?.type === 'strong') return plainText(lead);
  return /^.*?(?=: | [-–—] |\. |$)/s.exec(first ? plainText(first) : '')![0];
}

/** The number of items, then the other numbers that an author may mean: groups, columns, items on the second level. */
function countsOf(below: List | Table | Code, { things }: Counted): number[] {
  if (below.type === 'code') return countsOfCode(below, things);
  if (below.type === 'table') return countsOfTable(below, things);
  const inner = below.children.map((item) =>
    item.children.flatMap((child) => (child.type === 'list' ? child.children : [])),
  );
  const second = inner.flat().length;
  const leaves = inner.reduce((sum, items) => sum + Math.max(1, items.length), 0);
  return [below.children.length, second, leaves];
}

/** A key with its value, at the beginning of a line: `name = 1`, `name: 1`. */
const ENTRY = /^["']?[\w.-]+["']?\s*[=:](?!=)/;

function countsOfCode({ value, lang }: Code, things: string): number[] {
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  if (/\blines$/.test(things)) return [lines.length];
  // The entries of data; a block in which other lines stand at the margin is no list of them.
  if (!/\b(?:entries|keys|settings|variables)$/.test(things) || !DATA.test(lang ?? '')) return [];
  const entries = lines.filter((line) => ENTRY.test(line));
  const others = lines.filter((line) => !ENTRY.test(line) && !/^(?:[#;\s]|\[)/.test(line));
  return entries.length >= MIN_ENTRIES && others.length === 0 ? [entries.length] : [];
}

const DATA = /^(?:ini|toml|ya?ml|properties|env|dotenv|conf)$/i;
const MIN_ENTRIES = 3;

function countsOfTable({ children: [header, ...rows] }: Table, things: string): number[] {
  const columns = header.children.length;
  const distinct = header.children.map((_, column) => {
    const cells = rows.map((row) => (row.children[column] ? plainText(row.children[column]).trim() : ''));
    return new Set(cells.filter((cell) => cell !== '')).size;
  });
  const isTransposed = rows.every((row) => row.children[0]?.children[0]?.type === 'strong');
  const isAcross = isTransposed || /\b(?:columns|fields|values)$/.test(things);
  return [rows.length, ...distinct, ...(isAcross ? [columns, columns - 1] : [])];
}
