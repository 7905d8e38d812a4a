/** Places of the engine as places of the protocol. The engine counts lines and columns from 1, the protocol from 0; both count UTF-16 units. */
import type { Location, Position, Range } from 'vscode-languageserver';
import type { SourceRange } from '#specgraph';

/** A position in a document; lines and columns are 1-based, columns count UTF-16 units. */
export interface Point {
  file: string;
  line: number;
  column: number;
}

export function toRange({ line, column, endLine, endColumn }: Omit<SourceRange, 'file'>): Range {
  return {
    start: { line: line - 1, character: column - 1 },
    end: { line: endLine - 1, character: endColumn - 1 },
  };
}

export function toPoint(file: string, { line, character }: Position): Point {
  return { file, line: line + 1, column: character + 1 };
}

/** The first character of a line, as a range without length. */
export function startOfLine(file: string, line: number): SourceRange {
  return { file, line, column: 1, endLine: line, endColumn: 1 };
}

/** Whether a range contains a point; the point behind its last character counts, since a cursor can stand there. */
export function contains(range: SourceRange, { file, line, column }: Point): boolean {
  if (range.file !== file || line < range.line || line > range.endLine) return false;
  return (line > range.line || column >= range.column) && (line < range.endLine || column <= range.endColumn);
}

/** Orders ranges by their length, the shortest first. */
export function compareLengths(a: SourceRange, b: SourceRange): number {
  return a.endLine - a.line - (b.endLine - b.line) || a.endColumn - a.column - (b.endColumn - b.column);
}

export function toLocation(range: SourceRange, uriOf: (path: string) => string): Location {
  return { uri: uriOf(range.file), range: toRange(range) };
}
