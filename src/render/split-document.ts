/** Splits a document into pieces that can be rendered separately. */
import { titleSection, type DocumentFacts } from '#specgraph';

export interface Piece {
  text: string;
  /** Where the piece begins in the document: line from 1, offset from 0. */
  line: number;
  offset: number;
  /** Whether the piece holds the beginning, the title or the end of the document. */
  first: boolean;
  hasTitle: boolean;
  last: boolean;
}

/** `[label]: url` and `[^1]: words` apply to the whole document. */
const DEFINITION = /^[\s>]*\[[^\]]+\]:/m;

/**
 * A piece begins at each heading that starts a line, since no Markdown block continues over such a heading. A document
 * that defines links or footnotes is one piece.
 */
export function splitDocument({
  source,
  sections,
  lineStarts,
}: Pick<DocumentFacts, 'source' | 'sections' | 'lineStarts'>): Piece[] {
  // The first heading stays in one piece with what stands above it.
  const heads = DEFINITION.test(source)
    ? []
    : sections
        .slice(1)
        .filter(({ range }) => range.column === 1)
        .map(({ range }) => range.line);
  const title = titleSection({ sections });
  const starts = [1, ...heads.filter((line) => line > 1)];
  return starts.map((line, i) => {
    const offset = i === 0 ? 0 : lineStarts[line - 1];
    const end = i + 1 < starts.length ? lineStarts[starts[i + 1] - 1] : source.length;
    const next = starts[i + 1] ?? Number.POSITIVE_INFINITY;
    return {
      text: source.slice(offset, end),
      line,
      offset,
      first: i === 0,
      hasTitle: title !== undefined && title.range.line >= line && title.range.line < next,
      last: i + 1 === starts.length,
    };
  });
}
