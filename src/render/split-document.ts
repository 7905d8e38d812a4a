/** A document in pieces that can be rendered apart. */
import type { DocumentFacts } from '#specgraph';

export interface Piece {
  text: string;
  /** Where it begins in the document: line from 1, offset from 0. */
  line: number;
  offset: number;
  /** Whether it holds the document's beginning, or its end. */
  first: boolean;
  last: boolean;
}

/** `[label]: url` and `[^1]: words` count for the whole document. */
const DEFINITION = /^[\s>]*\[[^\]]+\]:/m;

/**
 * One piece for each heading that starts a line: no block of Markdown reaches over such a heading. A document with
 * definitions of links or footnotes is one piece.
 */
export function splitDocument({
  source,
  sections,
  lineStarts,
}: Pick<DocumentFacts, 'source' | 'sections' | 'lineStarts'>): Piece[] {
  // What stands before the second heading belongs to the title: the header block.
  const heads = DEFINITION.test(source)
    ? []
    : sections
        .slice(1)
        .filter(({ range }) => range.column === 1)
        .map(({ range }) => range.line);
  const starts = [1, ...heads.filter((line) => line > 1)];
  return starts.map((line, i) => {
    const offset = i === 0 ? 0 : lineStarts[line - 1];
    const end = i + 1 < starts.length ? lineStarts[starts[i + 1] - 1] : source.length;
    return { text: source.slice(offset, end), line, offset, first: i === 0, last: i + 1 === starts.length };
  });
}
