import type { SourceRange } from '../model/index.ts';

/** Turns offsets of one file into lines and columns. */
export interface LineIndex {
  /** Offset of the first character of each line. */
  starts: number[];
  /** The range of `text.slice(start, end)`; offsets in UTF-16 units. */
  range(start: number, end: number): SourceRange;
  /** 1-based line of an offset. */
  lineAt(offset: number): number;
}

/**
 * @param file path that the ranges will name
 * @param text the file's whole text; lines end with LF, CRLF or CR, as in CommonMark
 */
export function lineIndex(file: string, text: string): LineIndex {
  const starts = text.includes('\r') ? startsOfAnyLine(text) : startsAfterLineFeeds(text);
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    starts,
    lineAt,
    range(start, end) {
      const line = lineAt(start);
      const endLine = lineAt(end);
      return {
        file,
        line,
        column: start - starts[line - 1] + 1,
        endLine,
        endColumn: end - starts[endLine - 1] + 1,
      };
    },
  };
}

function startsAfterLineFeeds(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function startsOfAnyLine(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
