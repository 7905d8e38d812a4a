/**
 * Protects the parser (Sätteri) from texts whose parsing time grows with the square of their length:
 * - Each character reference copies its paragraph up to there.
 * - Each delimiter of emphasis is compared with all delimiters before it, and each bare address with many of them.
 * - Each level of nesting costs all outer levels on every line.
 * - The position of each node of a line that is not pure ASCII is counted from the beginning of the line.
 *
 * Characters beyond a budget are replaced by control characters, one for one, so that all positions stay the same. They
 * are put back into the tree afterwards.
 */

/** Levels of quotes and lists that one line may open. */
const MAX_DEPTH = 100;
/** Characters that the parser may copy for the character references of one block. */
const MAX_COPIED_CHARACTERS = 2 ** 24;
/** Comparisons of delimiters in one block. */
const MAX_COMPARISONS = 2 ** 25;
/** Bare addresses (`www.`, `://`, `@`) of one block. */
const MAX_ADDRESSES = 2 ** 15;
/** Characters of one line that the parser may count to find the positions of its nodes. */
const MAX_COUNTED_CHARACTERS = 2 ** 28;
/** A shorter line cannot exceed MAX_COUNTED_CHARACTERS. */
const LONG_LINE_CHARACTERS = 2 ** 14;

export interface Cut {
  /** Line, from 1, where the first character was hidden. */
  line: number;
  message: string;
}

export interface Bounded {
  /** As long as the original, with the same line ends. */
  text: string;
  /** Places where hidden characters change how the text is read; empty where they make no difference. */
  cuts: Cut[];
  /** Puts hidden characters back into a string of the tree. */
  restore(value: string): string;
}

interface Hidden {
  /** Offset of the character. */
  at: number;
  /** How hiding the character changes the reading; absent where it changes nothing. */
  message?: string;
}

/** @returns undefined for a text within all budgets, as nearly every text is */
export function boundText(text: string): Bounded | undefined {
  const hidden = [...(isCostly(text) ? costlySigns(text) : []), ...hiddenInLines(text)].sort(
    (a, b) => a.at - b.at,
  );
  if (hidden.length === 0) return undefined;
  const standIns = chooseStandIns(text, new Set(hidden.map(({ at }) => text[at]).filter(isAscii)));
  const pieces: string[] = [];
  let from = 0;
  for (const { at } of hidden) {
    // A character may exceed two budgets.
    if (at < from) continue;
    pieces.push(text.slice(from, at), standIns.of(text[at]));
    from = at + 1;
  }
  return {
    text: `${pieces.join('')}${text.slice(from)}`,
    cuts: cutsOf(text, hidden),
    restore: standIns.restore,
  };
}

/** Whether the text can exceed a budget at all. Counting is much faster than examining each block. */
function isCostly(text: string): boolean {
  const delimiters = countOf(text, '_') + countOf(text, '*');
  const addresses = countOf(text, '@') + countOf(text, '://') + countOf(text, 'www.');
  return (
    delimiters ** 2 / 2 > MAX_COMPARISONS ||
    addresses > MAX_ADDRESSES ||
    countOf(text, '&') * text.length > MAX_COPIED_CHARACTERS
  );
}

function countOf(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) count++;
  return count;
}

const PARAGRAPH_END = String.raw`\n(?=[^\S\n]*(?:\n|[-+*>|#]|\d{1,9}[.)]\s))`;
const CHARACTER_REFERENCE = '&(?=#?[A-Za-z0-9]{1,31};)';
const ADDRESS = String.raw`@|:(?=\/\/)|(?<=www)\.`;
const DELIMITER = '[_*]';
const SIGNS = new RegExp([PARAGRAPH_END, CHARACTER_REFERENCE, ADDRESS, DELIMITER].join('|'), 'g');
const LETTER = /[\p{L}\p{N}\uFFFD]/u;
const MANY_REFERENCES =
  'The paragraph holds so many character references that the rest of them is read as plain text.';
const MANY_DELIMITERS =
  'The paragraph holds so many signs of emphasis that the rest of them is read as plain text.';
const MANY_ADDRESSES = 'The paragraph holds so many addresses that the rest of them is read as plain text.';

/**
 * Characters of paragraphs that exceed a budget. A paragraph ends at a blank line, and at a line that begins an item, a
 * row, a quote or a heading.
 */
function costlySigns(text: string): Hidden[] {
  const hidden: Hidden[] = [];
  const isFirstOfLine = firstOfLineTester(text);
  let costs = noCosts(0);
  for (const { 0: sign, index: at } of text.matchAll(SIGNS)) {
    if (sign === '\n') {
      costs = noCosts(at);
    } else if (sign === '&') {
      if (costs.copied + at - costs.start > MAX_COPIED_CHARACTERS)
        hidden.push({ at, message: MANY_REFERENCES });
      else costs.copied += at - costs.start;
    } else if (sign !== '_' && sign !== '*') {
      if (costs.addresses++ >= MAX_ADDRESSES) hidden.push({ at, message: MANY_ADDRESSES });
    } else if (costs.compared + costs.delimiters > MAX_COMPARISONS) {
      // An underscore within a word is a letter, whether it is hidden or not.
      const inWord = sign === '_' && LETTER.test(text[at - 1] ?? '') && LETTER.test(text[at + 1] ?? '');
      if (inWord || !isFirstOfLine(at)) hidden.push({ at, message: inWord ? undefined : MANY_DELIMITERS });
    } else {
      costs.compared += costs.delimiters++;
    }
  }
  return hidden;
}

/** The costs of a block that begins at `start`, before any of its characters is counted. */
function noCosts(start: number): {
  start: number;
  copied: number;
  delimiters: number;
  compared: number;
  addresses: number;
} {
  return { start, copied: 0, delimiters: 0, compared: 0, addresses: 0 };
}

/**
 * Tells whether an offset is the first character of its line: the star of a list item is not emphasis. Offsets must be
 * given in ascending order.
 */
function firstOfLineTester(text: string): (at: number) => boolean {
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
const TOO_DEEP = new RegExp(`(?:${MARKER}){${MAX_DEPTH}}(?=${MARKER})`, 'y');

/** Markers of quotes and lists beyond MAX_DEPTH, and characters of lines that cost too much. */
function hiddenInLines(text: string): Hidden[] {
  const hidden: Hidden[] = [];
  let start = 0;
  while (start < text.length) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    // Each level takes at least one character.
    if (end - start > MAX_DEPTH) for (const one of deepMarkers(text, start)) hidden.push(one);
    if (end - start > LONG_LINE_CHARACTERS)
      for (const one of lettersOfLine(text.slice(start, end), start)) hidden.push(one);
    start = end + 1;
  }
  return hidden;
}

function* deepMarkers(text: string, start: number): Iterable<Hidden> {
  const message = `The line is nested deeper than ${MAX_DEPTH} levels; what is deeper is read as plain text.`;
  TOO_DEEP.lastIndex = start;
  if (!TOO_DEEP.test(text)) return;
  // One by one: a single pattern for all of them would exhaust the stack of the regular expression.
  const next = new RegExp(MARKER, 'y');
  next.lastIndex = TOO_DEEP.lastIndex;
  while (next.test(text)) yield { at: next.lastIndex - 1, message };
}

const NODE_SIGNS = /[[`<*_~&@]|www\.|:\/\//g;

/** All characters outside ASCII, in a long line with many nodes. */
function* lettersOfLine(line: string, start: number): Iterable<Hidden> {
  if (isAscii(line) || (line.match(NODE_SIGNS)?.length ?? 0) * line.length <= MAX_COUNTED_CHARACTERS) return;
  const message =
    'The line is so long, with so many links and signs, that its letters outside ASCII are not read.';
  for (let at = 0; at < line.length; at++) if (line.charCodeAt(at) > 127) yield { at: start + at, message };
}

function isAscii(text: string): boolean {
  return !/[^\0-\x7F]/.test(text);
}

/** The first line of each kind of cut. */
function cutsOf(text: string, hidden: readonly Hidden[]): Cut[] {
  const cuts = new Map<string, Cut>();
  for (const { at, message } of hidden) {
    if (message && !cuts.has(message))
      cuts.set(message, { line: countOf(text.slice(0, at), '\n') + 1, message });
  }
  return [...cuts.values()];
}

/** Control characters that Markdown treats as letters; none of them ends a line. */
const CONTROL_CHARACTERS = [
  ...Array.from({ length: 8 }, (_, i) => i + 1),
  ...Array.from({ length: 18 }, (_, i) => i + 14),
].map((code) => String.fromCharCode(code));
/** Replaces characters that cannot be put back. */
const LOST_CHARACTER = 'x';

/**
 * Assigns each hidden sign a control character that the text does not contain. Where the text contains all of them, the
 * sign is lost.
 */
function chooseStandIns(
  text: string,
  signs: ReadonlySet<string>,
): { of(sign: string): string; restore(value: string): string } {
  const free = CONTROL_CHARACTERS.filter((letter) => !text.includes(letter));
  const standIns = new Map([...signs].slice(0, free.length).map((sign, i) => [sign, free[i]]));
  const signOf = new Map([...standIns].map(([sign, letter]) => [letter, sign]));
  return {
    of: (sign) => standIns.get(sign) ?? LOST_CHARACTER,
    restore: (value) => value.replace(/[\x01-\x1F]/g, (letter) => signOf.get(letter) ?? letter),
  };
}
