/** Text of documents on a terminal: control characters made harmless, widths counted in columns. */

/** Replaces what would move the cursor, change colours or break the line. Tabs stay. */
export function printable(text: string): string {
  return text.replace(
    /[\u0000-\u0008\u000A-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g,
    '\uFFFD',
  );
}

let segmenter: Intl.Segmenter | undefined;
const WIDE =
  /^(?:\p{Emoji_Presentation}|\p{Emoji}\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97F\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{20000}-\u{3FFFD}])/u;
const NOTHING = /^[\p{Mn}\p{Me}\u200B-\u200D\uFEFF]+$/u;
const ASCII = /^[\x20-\x7E]*$/;

/** One user-perceived character and the columns it takes. */
export interface Glyph {
  text: string;
  width: number;
  /** Offset in the text, in UTF-16 units. */
  start: number;
}

const TAB = 4;

/** Takes a line apart into what a terminal shows; tabs become spaces up to the next stop. */
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
      const width = TAB - (column % TAB);
      add(' '.repeat(width), width, index);
    } else add(printable(segment), NOTHING.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1, index);
  }
  return result;
}

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  return ASCII.test(text) ? text.length : glyphs(text).reduce((sum, glyph) => sum + glyph.width, 0);
}

/** Fills a text up with spaces to a width in columns. */
export function padEndColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** Cuts a text to a width in columns, with "…" where something is left out. */
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

/** Breaks a text between words into lines of at most so many columns; a longer word stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1)!;
    if (line !== '' && displayWidth(line) + 1 + displayWidth(word) > width) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}
