/** Reads an address: which of its words name a document, a kind and a number. What exists is not known here. */
import { slipBetween } from '../../text/near-miss.ts';
import { withoutStop, type Announcement } from './place.ts';

/** One way to understand an address. */
export interface Reading {
  /** A name or a number of a document. */
  document?: string;
  /** The kind that a word announced; any kind without one. */
  kind?: string;
  /** The number of a place; empty for "appendix" alone, absent for a document. */
  number?: string;
  /** The word that announces letters: "appendix". */
  lettered?: string;
  /** All other words: they name the document, or stand in the title of the place. */
  others: readonly string[];
}

/** Whether a text is the name of a document and no number alone. */
export type IsName = (text: string) => boolean;

/** All readings of an address, the most probable one first; none if the words are no address. */
export function readAddress(
  words: string,
  isName: IsName,
  announcements: readonly Announcement[],
): Reading[] {
  const tokens = splitWords(words, isName);
  const document = tokens.find(isName);
  const rest = tokens.filter((text) => !isName(text));
  const announced = readAnnounced(rest, announcements);
  const others = (announced ? announced.rest : rest).filter((word) => !CONNECTING.has(word));
  const numbers = others.filter((word) => NUMBER.test(word));
  const titleWords = others.filter((word) => !NUMBER.test(word));
  if (announced) {
    const { kind, number, lettered } = announced;
    const owner = document ?? numbers.find((text) => /^\d+$/.test(text));
    return [{ kind, lettered, number, document: owner, others: titleWords }];
  }
  if (document !== undefined) return [{ document, number: numbers[0], others: titleWords }];
  return readNumbers(numbers, titleWords, NUMBER.test(others[0] ?? ''));
}

const NUMBER = /^\d+(?:\.\d+)*[a-z]?$/;
const LETTER = /^[a-z](?:\.\d+)*$/;
/** Section "A.7"; a letter alone behind "section" is a word. */
const NUMBER_OR_LETTERED = /^(?:\d+(?:\.\d+)*[a-z]?|[a-z](?:\.\d+)+)$/;
/** Words that stand between the parts of an address, or before it. */
const CONNECTING = new Set(
  'a and at doc document from go in is no number of open see show the to what where # -'.split(' '),
);
/** Words between the numbers of a list or range, of which the first one is the place. */
const LISTING = new Set(['and', 'or', 'to', 'through', '-', '–', '&']);

/** Splits an address into words, numbers and names of documents: "spec/14§3.2" gives "spec/14", "§" and "3.2". */
function splitWords(words: string, isName: IsName): string[] {
  const pieces = words
    .toLowerCase()
    .normalize('NFKC')
    // "6(d)" is item d of Section 6, or Section 6d.
    .replace(/(\d) ?\(([a-z])\)/g, '$1$2')
    // Of a range, the first number is the place: "6-9".
    .replace(/(?<=[\s§]\d[\w.]*)[-–]\d[\w.]*(?=$|[\s,;)])/g, '')
    .split(/[\s,;()]+/)
    .filter(Boolean);
  const tokens: string[] = [];
  for (let i = 0; i < pieces.length; i++) {
    // "spec 14", "document 5": a word alone is no name, but together with the number it is.
    const pair = `${pieces[i]} ${pieces[i + 1] ?? ''}`;
    if (/^\p{L}+ #?\d+$/u.test(pair) && isName(pair)) {
      tokens.push(pair);
      i++;
    } else tokens.push(...splitPiece(pieces[i], isName));
  }
  return tokens;
}

/** "14#3.2" and "spec/14:3.2" are a document and a number, "step7b" and "§7a" a word or sign and a number. */
function splitPiece(piece: string, isName: IsName): string[] {
  const text = piece.replace(/[.:]+$/, '');
  if (isName(text) || NUMBER.test(text)) return [text];
  const joined = /^(?<before>.+?)(?<sign>#|§+|:|\/)(?<after>.+)$/.exec(text)?.groups;
  if (joined && (isName(joined.before) || /^\d+$/.test(joined.before))) {
    const sign = joined.sign.startsWith('§') ? ['§'] : [];
    return [joined.before, ...sign, joined.after.replace(/^(\d[\w.]*)-.*$/, '$1')];
  }
  const numbered = /^(?<word>§+|\p{L}+)[-.:#]?(?<number>\d+(?:\.\d+)*[a-z]?)$/u.exec(text)?.groups;
  return numbered ? [numbered.word, numbered.number] : [text];
}

/**
 * Reads numbers that no word announces and that stand beside no name of a document.
 * @param isNumberFirst whether the address begins with a number
 */
function readNumbers(
  [first, second]: readonly string[],
  words: readonly string[],
  isNumberFirst: boolean,
): Reading[] {
  if (first === undefined) return [];
  if (second !== undefined) {
    if (words.length > 0) return [];
    return [
      { document: first, number: second, others: [] },
      { document: second, number: first, others: [] },
    ];
  }
  const isPlain = /^\d+$/.test(first);
  if (words.length > 0) {
    // "use case 2" and "phase 9" are no addresses, but "gpu passthrough 5d" and "14 anti-patterns" are.
    if (!isPlain) return [{ number: first, others: words }];
    return isNumberFirst ? [{ document: first, others: words }] : [];
  }
  const split = /^(?<document>\d+)\.(?<number>\d+\..+|\d+\.?\d*[a-z]?)$/.exec(first)?.groups;
  return [
    ...(isPlain ? [{ document: first, others: [] }] : []),
    { number: first, others: [] },
    ...(split ? [{ document: split.document, number: split.number, others: [] }] : []),
  ];
}

interface Announced {
  kind: string;
  /** Empty for a word alone: "appendix" of a document that has only one. */
  number: string;
  lettered?: string;
  /** The words before and behind. */
  rest: string[];
}

function readAnnounced(
  words: readonly string[],
  announcements: readonly Announcement[],
): Announced | undefined {
  for (const [i, word] of words.entries()) {
    const meant = announcementOf(word, words[i + 1], announcements);
    if (!meant) continue;
    const { kind, isLettered = false } = meant;
    const next = words[i + 1]?.replace(/^#/, '');
    const isCounted = next !== undefined && (isLettered ? LETTER : NUMBER_OR_LETTERED).test(next);
    if (!isCounted && !isLettered) continue;
    const behind = isCounted ? withoutList(words.slice(i + 2)) : words.slice(i + 1);
    return {
      kind,
      lettered: isLettered ? meant.words[0] : undefined,
      number: isCounted ? next : '',
      rest: [...words.slice(0, i), ...behind],
    };
  }
  return undefined;
}

/** "and 4 of spec/14" without the further numbers of a list: "of spec/14". */
function withoutList(words: readonly string[]): readonly string[] {
  return LISTING.has(words[0]) && NUMBER.test(words[1] ?? '') ? withoutList(words.slice(2)) : words;
}

/** The words that announce a number, also with one slip ("setion 6d"). */
function announcementOf(
  written: string,
  next: string | undefined,
  announcements: readonly Announcement[],
): Announcement | undefined {
  const word = withoutStop(written);
  const exact = announcements.find(({ words }) => words.includes(word));
  if (exact || word.length < 4 || next === undefined || !/\d/.test(next)) return exact;
  return announcements.find(({ words }) =>
    words.some((known) => known.length > 3 && slipBetween(word, known) !== undefined),
  );
}
