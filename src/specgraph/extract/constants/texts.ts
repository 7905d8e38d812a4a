/** The texts of a document that constants are read from: units of prose, table rows, and lines of code. */
import type { CodeBlock, SourceRange } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import { forEachLine } from '../code-lines.ts';
import type { FlatUnit, Span } from '../prose.ts';

/** A text in which constants are looked for. */
export interface ConstantText {
  kind: FlatUnit['kind'] | 'code';
  text: string;
  /** Code spans and links of prose. */
  codes?: readonly Span[];
  links?: readonly Span[];
  /** First line of the code block. */
  block?: number;
  /** The place of `text.slice(start, end)`. */
  place(start: number, end: number): SourceRange;
}

/** What every constant has: a digit, or the name of an owner. */
const HAS_CONSTANT = /\d|root:/;

/** Visits each text that can have a constant. */
export function forEachText(
  units: readonly FlatUnit[],
  blocks: readonly CodeBlock[],
  source: string,
  index: LineIndex,
  visit: (text: ConstantText) => void,
): void {
  for (const unit of units) if (HAS_CONSTANT.test(unit.text)) visit(unit);
  for (const block of blocks) {
    if (!HAS_CONSTANT.test(block.text)) continue;
    forEachLine(block, source, index, (text, at) => {
      if (HAS_CONSTANT.test(text))
        visit({
          kind: 'code',
          text,
          block: block.range.line,
          place: (start, end) => index.range(at + start, at + end),
        });
    });
  }
}

/** The stretch around a position that ends at a full stop, a semicolon or the border of a cell. */
export function clauseAt(text: string, at: number): { start: number; end: number } {
  let start = at;
  while (start > 0 && !isBorder(text, start - 1)) start--;
  let end = at;
  while (end < text.length && !isBorder(text, end)) end++;
  return { start, end };
}

function isBorder(text: string, at: number): boolean {
  const char = text[at];
  if (char === ';' || char === '|') return true;
  return (char === '.' || char === '?' || char === '!') && (at + 1 === text.length || text[at + 1] === ' ');
}
