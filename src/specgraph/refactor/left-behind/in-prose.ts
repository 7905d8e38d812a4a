/** Numbers alone that look like those of sections: "Method 3.2.2.4.16", "Sections 6, 7 and the 9", "3.2 Key pairs" of a hand-made table of contents. */
import { spanAt } from '../../extract/prose.ts';
import { isCount } from '../../extract/references/numbers.ts';
import { KIND_WORDS } from '../../kinds/numbered.ts';
import type { DocumentFacts, GraphEdge } from '../../model/index.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { spanOf, type Span } from '../headings.ts';
import type { ChangedNumbers } from './changed-numbers.ts';
import type { ReadText } from '../read-text.ts';

const NUMBER = String.raw`(?:\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)+)`;
/** No part of an amount, a name, an address or a longer number. */
const ALONE = new RegExp(String.raw`(?<![\w.#$€£/:@(-])${NUMBER}(?![\w%/:@]|\.\d|-\w)`, 'g');
const PARTS_OF_CERTAIN_NUMBER = 3;
/** "TLS 1.2.3", "version 1.2.3": the number of something else. */
const OF_OTHERS = /(?:\b(?:versions?|releases?|revisions?|v\.?)|\b[A-Z]{2,}[\w-]*)\s+$/;

/** @returns offsets in the source, with the number */
export function numbersInProse({ facts, units }: ReadText, { sections }: ChangedNumbers): [Span, string][] {
  return units.flatMap(({ unit, masked }) =>
    [...masked.matchAll(ALONE)].flatMap(({ index, 0: number }): [Span, string][] => {
      const changed = sections.get(number);
      const before = masked.slice(Math.max(0, index - 24), index);
      if (!changed || spanAt(unit.codes, index) || OF_OTHERS.test(before) || isAnnounced(before)) return [];
      const isCertain = number.split('.').length >= PARTS_OF_CERTAIN_NUMBER;
      const after = unit.text.slice(index + number.length, index + number.length + 200);
      if (!isCertain && !isTitled(after, changed.title, before === '' || number.includes('.'))) return [];
      return [[spanOf(facts, unit.place(index, index + number.length)), number]];
    }),
  );
}

/** Behind "Section" the grammar has decided that the number is one of another work. */
function isAnnounced(before: string): boolean {
  const word = /(?:(§+)\s*|([\w.]+)\s+)$/.exec(before);
  return word !== null && (word[1] !== undefined || KIND_WORDS.has(word[2].toLowerCase()));
}

/** "3.2 Key pairs", "3. Rules" at the beginning of a line. */
function isTitled(after: string, title: string, isAtPlace: boolean): boolean {
  const words = after.replace(/^[.):]?\s+(?:[-–—]\s+)?/, '');
  if (!isAtPlace || words === after || title.length < 3 || !words.startsWith(title)) return false;
  return !/^(?:\w|\.\w)/.test(words.slice(title.length));
}

/** "BOLT #4" in prose, where that is the head of a title that has another number now. */
export function headsInProse({ facts, units }: ReadText, head: string): Span[] {
  const name = new RegExp(String.raw`(?<![\w-])${escapeExpression(head)}(?![\w-]|\.\d)`, 'g');
  return units.flatMap(({ unit, masked }) =>
    [...masked.matchAll(name)].map(({ index }) => spanOf(facts, unit.place(index, index + head.length))),
  );
}

const JOINED = new RegExp(
  String.raw`^(?:\s*,\s*(?:(?:and|or|but|nor)\s+)?|\s+(?:and|or|but|nor)\s+)(?:(?:also|not|only|in|the|its|from)\s+){0,2}(?<number>${NUMBER})(?=[.,;:)]?(?:\s|$)|\))`,
);

/** Numbers that go on a list which the grammar has read: "Sections 6, 7 and the 9". */
export function numbersBehind(
  edges: readonly GraphEdge[],
  facts: DocumentFacts,
  changed: (edge: GraphEdge) => ReadonlySet<string> | undefined,
): [Span, string][] {
  return edges.flatMap((edge): [Span, string][] => {
    const numbers = changed(edge);
    if (!numbers || edge.via !== 'prose') return [];
    const { end } = spanOf(facts, edge.range!);
    const behind = facts.source.slice(end, end + 60);
    const match = JOINED.exec(behind);
    const number = match?.groups!.number;
    if (!match || number === undefined || !numbers.has(number)) return [];
    const rest = behind.slice(match[0].length);
    if (isCount(rest) || /^\s+[a-z]/.test(rest)) return [];
    const start = end + match[0].length - number.length;
    return [[{ start, end: start + number.length }, number]];
  });
}
