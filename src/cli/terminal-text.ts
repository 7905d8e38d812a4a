/** Shows text of documents on a terminal: measures width in columns. */
import { toPrintable } from '#specgraph/text/printable';

let segmenter: Intl.Segmenter | undefined;
const EMOJI = String.raw`\p{Emoji_Presentation}|\p{Emoji}\uFE0F`;
/** Hangul, CJK and full-width forms. */
const EAST_ASIAN = [
  String.raw`\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3`,
  String.raw`\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}`,
].join('');
const DOUBLE_WIDTH = new RegExp(`^(?:${EMOJI}|[${EAST_ASIAN}])`, 'u');
const ZERO_WIDTH = /^[\p{Mn}\p{Me}\u200B-\u200D\uFEFF]+$/u;
const ASCII = /^[\x20-\x7E]*$/;

/** A user-perceived character, and the number of columns that it takes. */
export interface Glyph {
  text: string;
  width: number;
  /** Offset in the text, in UTF-16 code units. */
  start: number;
}

const TAB_COLUMNS = 4;

/** Splits a line into the characters that a terminal shows. A tab becomes spaces up to the next tab stop. */
export function glyphs(line: string): Glyph[] {
  const result: Glyph[] = [];
  let column = 0;
  const add = (text: string, width: number, start: number): void => {
    result.push({ text, width, start });
    column += width;
  };
  const parts = ASCII.test(line)
    ? Array.from(line, (segment, index) => ({ segment, index }))
    : (segmenter ??= new Intl.Segmenter()).segment(line);
  for (const { segment, index } of parts) {
    if (segment === '\t') {
      const width = TAB_COLUMNS - (column % TAB_COLUMNS);
      add(' '.repeat(width), width, index);
    } else
      add(toPrintable(segment), ZERO_WIDTH.test(segment) ? 0 : DOUBLE_WIDTH.test(segment) ? 2 : 1, index);
  }
  return result;
}

/** The number of columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  return ASCII.test(text) ? text.length : glyphs(text).reduce((sum, glyph) => sum + glyph.width, 0);
}

/** Pads a text with spaces to a width in columns. */
export function padEndColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Cuts a text to a width in columns; the cut is shown as "…". */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let used = 0;
  let result = '';
  for (const glyph of glyphs(text)) {
    if (used + glyph.width > width - 1) break;
    result += glyph.text;
    used += glyph.width;
  }
  return `${result}…`;
}

/** Breaks a text between words into lines of at most this width in columns. A word that is longer is not broken. */
export function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
