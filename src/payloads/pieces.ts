/**
 * An article in pieces that are named by their content. An open page names the pieces that it holds, and the dev server
 * sends only the others.
 */

/** Request header with the names of the pieces that an open page holds, separated by spaces. */
export const HELD_PIECES_HEADER = 'x-live-have';
/** More names would make a header that a server rejects. */
const MAX_NAMED_PIECES = 1000;

export interface Piece {
  /** Made of letters, digits, "-" and "_". */
  name: string;
  html: string;
}

/** Puts a comment with its name before each piece, and a comment without a name at the end. */
export function markPieces(pieces: readonly Piece[]): string {
  return [...pieces.map(({ name, html }) => `<!--piece:${name}-->${html}\n`), '<!--piece:-->'].join('');
}

const MARKS = /<!--piece:([\w-]*)-->/g;

export interface PieceMark {
  /** Empty for the mark after the last piece. */
  name: string;
  /** Whether the piece was left out because the page holds it. */
  omitted: boolean;
}

/**
 * @param comment the text of an HTML comment
 * @returns undefined for a comment that is not a mark
 */
export function parseMark(comment: string): PieceMark | undefined {
  const match = /^(piece|same):([\w-]*)$/.exec(comment);
  return match ? { name: match[2], omitted: match[1] === 'same' } : undefined;
}

/** The value of the request header. */
export function namesOfPieces(names: readonly string[]): string {
  return names
    .filter((name) => name !== '')
    .slice(0, MAX_NAMED_PIECES)
    .join(' ');
}

/** The names of all marked pieces of a text, in their order. */
export function namesInHtml(html: string): string[] {
  return Array.from(html.matchAll(MARKS), ([, name]) => name);
}

/**
 * @param html a page
 * @param heldPieces the value of the header: the name of each piece that the page holds, twice for one that it holds twice
 * @returns the page without these pieces; their marks say "same"
 */
export function omitPieces(html: string, heldPieces: string): string {
  const left = new Map<string, number>();
  for (const name of heldPieces.split(' ')) left.set(name, (left.get(name) ?? 0) + 1);
  const marks = [...html.matchAll(MARKS)];
  const rest: string[] = [];
  let from = 0;
  for (const [i, { 1: name, index }] of marks.slice(0, -1).entries()) {
    const count = left.get(name) ?? 0;
    if (count === 0) continue;
    left.set(name, count - 1);
    rest.push(html.slice(from, index), `<!--same:${name}-->`);
    from = marks[i + 1].index;
  }
  return rest.join('') + html.slice(from);
}
