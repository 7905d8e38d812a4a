/** "3.20 [Fixes](#fixes)": the number of a section that stands before the link to it, in a table of contents. */
import { escapeExpression } from '../../text/expressions.ts';
import { spanOf, writtenNumber } from '../headings.ts';
import type { After, Before } from '../state.ts';
import type { DocumentPointers } from './read-pointers.ts';
import type { Rewrite } from './rewrite.ts';
import { targetNow, targetOf } from './targets.ts';

export function followNumbersBeforeLinks(
  { facts, links }: DocumentPointers,
  before: Before,
  after: After,
): Rewrite[] {
  return links.flatMap(({ link, edge }): Rewrite[] => {
    const target = targetOf(edge, before);
    const now = target?.section && targetNow(target, after)?.section;
    const number = target?.section && writtenNumber(target.section);
    const text = now && writtenNumber(now);
    if (number === undefined || text === undefined || number === text) return [];
    const { start } = spanOf(facts, link.range);
    const lineStart = facts.lineStarts[link.range.line - 1];
    // The mark of an ordered list is no number of a section: "3. [Fixes](#fixes)".
    const found = new RegExp(
      String.raw`^[\s>]*(?:[-*+]\s+)?[*_]*(?<number>${escapeExpression(number)})(?:(?<=\..*)[.):])?\s+$`,
    ).exec(facts.source.slice(lineStart, start));
    if (!found) return [];
    const at = lineStart + found[0].lastIndexOf(number);
    return [
      {
        at: link.range,
        alternatives: [[{ path: facts.path, start: at, end: at + number.length, text, sort: 'reference' }]],
      },
    ];
  });
}
