/**
 * An article in pieces that are named by what they say: a page that is open tells which ones it has, and is answered
 * with the others.
 */

/** Header in which an open page names the pieces that it has, with blanks between. */
export const HELD_PIECES_HEADER = 'x-live-have';
/** Names of more pieces make a header that a server refuses. */
const MAX_NAMED_PIECES = 1000;

export interface Piece {
  /** Letters, digits, "-" and "_". */
  name: string;
  html: string;
}

/** Each piece behind a comment with its name; one without a name ends the last. */
export function markPieces(pieces: readonly Piece[]): string {
  return [...pieces.map(({ name, html }) => `<!--piece:${name}-->${html}\n`), '<!--piece:-->'].join('');
}

export interface PieceMark {
  /** Empty behind the last piece. */
  name: string;
  /** Whether the piece was left out: the page has it. */
  omitted: boolean;
}

/** @param comment what stands in a comment; undefined where that is no mark */
export function parseMark(comment: string): PieceMark | undefined {
  const match = /^(piece|same):([\w-]*)$/.exec(comment);
  return match ? { name: match[2], omitted: match[1] === 'same' } : undefined;
}

/** The value of the header. */
export function namesOfPieces(names: readonly string[]): string {
  return names
    .filter((name) => name !== '')
    .slice(0, MAX_NAMED_PIECES)
    .join(' ');
}

/**
 * @param html a page
 * @param have the value of the header: a name for each piece that the asking page has, twice for one that it has twice
 * @returns the page without these pieces; their marks say "same"
 */
export function omitPieces(html: string, have: string): string {
  const left = new Map<string, number>();
  for (const name of have.split(' ')) left.set(name, (left.get(name) ?? 0) + 1);
  const marks = [...html.matchAll(/<!--piece:([\w-]*)-->/g)];
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
