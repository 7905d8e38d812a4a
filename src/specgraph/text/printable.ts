/** Text of documents where a person reads it outside of a page: on a terminal, in a log. */

/** C0 and C1 control characters, except for the tab. */
const CONTROL_CHARACTERS = String.raw`\u0000-\u0008\u000A-\u001F\u007F-\u009F`;
/** Marks, embeddings, overrides and isolates of Unicode's bidirectional algorithm. */
const DIRECTION_CONTROLS = String.raw`\u200E\u200F\u202A-\u202E\u2066-\u2069`;
const UNSAFE = new RegExp(`[${CONTROL_CHARACTERS}${DIRECTION_CONTROLS}]`, 'g');

/** Replaces characters that would move the cursor, change colours, break the line or change the direction of text. */
export function toPrintable(text: string): string {
  return text.replace(UNSAFE, '\uFFFD');
}
