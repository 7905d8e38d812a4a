import type { DocumentFacts, SourceRange } from '../model/index.ts';
import { countWhere } from './ordered.ts';

/** The range of a document's source between two offsets, UTF-16 units. */
export function rangeAt(
  { path, lineStarts }: Pick<DocumentFacts, 'path' | 'lineStarts'>,
  start: number,
  end: number,
): SourceRange {
  const line = countWhere(lineStarts, (offset) => offset <= start);
  const endLine = countWhere(lineStarts, (offset) => offset <= end);
  return {
    file: path,
    line,
    column: start - lineStarts[line - 1] + 1,
    endLine,
    endColumn: end - lineStarts[endLine - 1] + 1,
  };
}
