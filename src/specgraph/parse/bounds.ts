/**
 * Keeps the parser from work that grows by the square of a text. Measured with Sätteri 0.5: each character reference
 * copies all of its paragraph so far (20,000 of them exhaust its memory); each delimiter of emphasis is compared with all
 * before it, and each bare address with many of them; each level of nesting costs all outer ones on every line; each node of a line that is not all ASCII is
 * placed by counting from the line's beginning. What exceeds a budget is hidden behind control characters, one for one,
 * so that every place stays where it is, and put back into the tree.
 */

/** Levels of quotes and lists that one line may open. */
export const DEEPEST = 100;
/** Characters that references of one block may make the parser copy. */
const MOST_COPIED = 2 ** 24;
/** Comparisons of delimiters in one block. */
const MOST_COMPARED = 2 ** 25;
/** Bare addresses (`www.`, `://`, `@`) of one block. */
const MOST_ADDRESSES = 2 ** 15;
/** Characters of one line that placing its nodes may make the parser count. */
const MOST_COUNTED = 2 ** 28;
/** Lines up to this length cannot make it count as many. */
const LONG_LINE = 2 ** 14;

export interface Cut {
  /** Line, from 1, where the first character was hidden. */
  line: number;
  message: string;
}

export interface Bounded {
  /** As long as the original, line by line and letter by letter. */
  text: string;
  /** What was hidden changes how the text is read; empty where it only spares the parser work. */
  cuts: Cut[];
  /** Puts hidden characters back into a string of the tree. */
  restore(value: string): string;
}

interface Hidden {
  /** Offset of the character. */
  at: number;
  /** What it costs the reader; absent where it costs nothing. */
  message?: string;
}

/** @returns undefined for a text that needs no bounds, as all but hostile ones do */
export function boundText(text: string): Bounded | undefined {
  const hidden = [...(isCostly(text) ? costlySigns(text) : []), ...hiddenInLines(text)].sort(
    (a, b) => a.at - b.at,
  );
  if (hidden.length === 0) return undefined;
  const stand = standIns(text, new Set(hidden.map(({ at }) => text[at]).filter(isAscii)));
  const pieces: string[] = [];
  let from = 0;
  for (const { at } of hidden) {
    // A sign may be too much in two ways.
    if (at < from) continue;
    pieces.push(text.slice(from, at), stand.of(text[at]));
    from = at + 1;
  }
  return {
    text: `${pieces.join('')}${text.slice(from)}`,
    cuts: cutsOf(text, hidden),
    restore: stand.restore,
  };
}

/** Whether a budget can be exceeded at all; counting is much faster than looking at each block. */
function isCostly(text: string): boolean {
  const delimiters = countOf(text, '_') + countOf(text, '*');
  const addresses = countOf(text, '@') + countOf(text, '://') + countOf(text, 'www.');
  return (
    delimiters ** 2 / 2 > MOST_COMPARED ||
    addresses > MOST_ADDRESSES ||
    countOf(text, '&') * text.length > MOST_COPIED
  );
}

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++;
  return count;
}

const SIGNS =
  /\n(?=[^\S\n]*(?:\n|[-+*>|#]|\d{1,9}[.)]\s))|&(?=#?[A-Za-z0-9]{1,31};)|@|:(?=\/\/)|(?<=www)\.|[_*]/g;
const LETTER = /[\p{L}\p{N}\uFFFD]/u;
const MANY_REFERENCES =
  'The paragraph holds so many character references that the rest of them is read as plain text.';
const MANY_DELIMITERS =
  'The paragraph holds so many signs of emphasis that the rest of them is read as plain text.';
const MANY_ADDRESSES = 'The paragraph holds so many addresses that the rest of them is read as plain text.';

/** Signs within paragraphs; a paragraph ends at a blank line, and at a line that begins an item, a row, a quote or a heading. */
function costlySigns(text: string): Hidden[] {
  const hidden: Hidden[] = [];
  const isFirst = firstOfLines(text);
  let spent = nothingSpent(0);
  for (const { 0: sign, index: at } of text.matchAll(SIGNS)) {
    if (sign === '\n') {
      spent = nothingSpent(at);
    } else if (sign === '&') {
      if (spent.copied + at - spent.start > MOST_COPIED) hidden.push({ at, message: MANY_REFERENCES });
      else spent.copied += at - spent.start;
    } else if (sign !== '_' && sign !== '*') {
      if (spent.addresses++ >= MOST_ADDRESSES) hidden.push({ at, message: MANY_ADDRESSES });
    } else if (spent.compared + spent.delimiters > MOST_COMPARED) {
      // Within a word an underscore is a letter anyway.
      const inWord = sign === '_' && LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '');
      if (inWord || !isFirst(at)) hidden.push({ at, message: inWord ? undefined : MANY_DELIMITERS });
    } else {
      spent.compared += spent.delimiters++;
    }
  }
  return hidden;
}

/** What the signs of a block that begins at `start` have cost so far. */
function nothingSpent(start: number): {
  start: number;
  copied: number;
  delimiters: number;
  compared: number;
  addresses: number;
} {
  return { start, copied: 0, delimiters: 0, compared: 0, addresses: 0 };
}

/** Whether a sign begins the text of its line: the star of an item is none of emphasis. To be asked from the beginning to the end. */
function firstOfLines(text: string): (at: number) => boolean {
  let [first, next] = [0, 0];
  return (at) => {
    while (next >= 0 && next <= at) {
      first = next;
      while (text[first] === ' ' || text[first] === '\t') first++;
      next = text.indexOf('\n', next) + 1 || -1;
    }
    return at === first;
  };
}

const MARKER = String.raw`[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))`;
const DEEP = new RegExp(`(?:${MARKER}){${DEEPEST}}(?=${MARKER})`, 'y');

/** Markers of quotes and lists beyond the deepest level of a line, and letters of lines that cost too much. */
function hiddenInLines(text: string): Hidden[] {
  const hidden: Hidden[] = [];
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    // Each level takes a letter at least.
    if (end - start > DEEPEST) for (const one of deepMarkers(text, start)) hidden.push(one);
    if (end - start > LONG_LINE)
      for (const one of lettersOfLine(text.slice(start, end), start)) hidden.push(one);
    start = end + 1;
  }
  return hidden;
}

function* deepMarkers(text: string, start: number): Iterable<Hidden> {
  const message = `The line is nested deeper than ${DEEPEST} levels; what is deeper is read as plain text.`;
  DEEP.lastIndex = start;
  if (!DEEP.test(text)) return;
  // One by one: a single pattern for all of them would exhaust the stack of the regular expressions.
  const next = new RegExp(MARKER, 'y');
  next.lastIndex = DEEP.lastIndex;
  while (next.test(text)) yield { at: next.lastIndex - 1, message };
}

const NODE_SIGNS = /[[`<*_~&@]|www\.|:\/\//g;

/** Everything but ASCII, in a line that is long and holds many nodes. */
function* lettersOfLine(line: string, start: number): Iterable<Hidden> {
  if (isAscii(line) || (line.match(NODE_SIGNS)?.length ?? 0) * line.length <= MOST_COUNTED) return;
  const message =
    'The line is so long, with so many links and signs, that its letters outside ASCII are not read.';
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) > 127) yield { at: start + at, message };
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text);
}

/** The first place of each kind of cut. */
function cutsOf(text: string, hidden: readonly Hidden[]): Cut[] {
  const cuts = new Map<string, Cut>();
  for (const { at, message } of hidden) {
    if (message && !cuts.has(message))
      cuts.set(message, { line: countOf(text.slice(0, at), '\n') + 1, message });
  }
  return [...cuts.values()];
}

/** Control characters, which Markdown takes for letters; none that ends a line. */
const CONTROLS = [
  ...Array.from({ length: 8 }, (_, i) => i + 1),
  ...Array.from({ length: 18 }, (_, i) => i + 14),
].map((code) => String.fromCharCode(code));
/** Stands for what is not put back. */
const LOST = 'x';

/** A control character that the text does not hold for each sign; where it holds all of them, the sign is lost. */
function standIns(
  text: string,
  signs: ReadonlySet<string>,
): { of(sign: string): string; restore(value: string): string } {
  const free = CONTROLS.filter((letter) => !text.includes(letter));
  const stand = new Map([...signs].slice(0, free.length).map((sign, i) => [sign, free[i]]));
  const back = new Map([...stand].map(([sign, letter]) => [letter, sign]));
  return {
    of: (sign) => stand.get(sign) ?? LOST,
    restore: (value) => value.replace(/[\x01-\x1F]/g, (letter) => back.get(letter) ?? letter),
  };
}
