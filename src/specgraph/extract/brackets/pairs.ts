/** Finds pairs of brackets in masked text, and the label, footnote or destination that follows each of them. */
import { MARKUP, OPAQUE, type MaskedText } from './mask.ts';

interface FoundPair {
  /** Offset in the masked text of "[" or "![". */
  start: number;
  /** Offset behind the "]" of the pair. */
  pairEnd: number;
  /** Offset behind the whole construct. */
  end: number;
  isImage: boolean;
}

/** `[words][label]`, `[words][]`. */
export interface LabelPair extends FoundPair {
  kind: 'label';
  /** As written; empty for `[words][]`. */
  label: string;
}

/** `[^note]`. */
export interface FootnotePair extends FoundPair {
  kind: 'footnote';
  /** With its "^". */
  label: string;
}

/** `[words](my file.md)`, `[label]: my file.md`. */
export interface DestinationPair extends FoundPair {
  kind: 'destination';
  /** The destination without backslashes. */
  url: string;
  /** The destination as written, and its offset in the masked text. */
  raw: string;
  urlStart: number;
}

export type BracketPair = LabelPair | FootnotePair | DestinationPair;

/** CommonMark: a link label has at most 999 characters. */
const MAX_LABEL_LENGTH = 999;
/** A destination lies on one line, this far behind its bracket at most. */
const UP_TO_LINE_END = /^[^\n\uFFFC]{0,400}/;

/** The pairs of the text in the order of their closing brackets. `source` is the whole document. */
export function* readPairs({ text, start }: MaskedText, source: string): Iterable<BracketPair> {
  const sourceOf = (from: number, to: number): string => source.slice(start + from, start + to);
  const open: number[] = [];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '[') open.push(at);
    if (text[at] !== ']') continue;
    const from = open.pop();
    if (from === undefined) continue;
    const isImage = text[from - 1] === '!';
    const pair = { start: isImage ? from - 1 : from, pairEnd: at + 1, isImage };
    const words = text.slice(from + 1, at);
    if (/^\^[^\s^]+$/.test(words)) {
      yield { kind: 'footnote', ...pair, start: from, end: at + 1, label: words };
    } else if (text[at + 1] === '[' && text[at + 2] !== '^') {
      const end = labelEnd(text, at + 1);
      if (end === undefined) continue;
      if (text[end] === '[' && text[end + 1] !== '^' && !words.includes(OPAQUE)) {
        // Three and more in a row are marks or an index.
        at = endOfRow(text, end) - 1;
        continue;
      }
      yield { kind: 'label', ...pair, end, label: sourceOf(at + 2, end - 1).trim() };
      at = end - 1;
    } else if (text[at + 1] === '(') {
      for (const end of destinationEnds(text, at + 2)) {
        const found = destinationIn(sourceOf(at + 2, end), at + 2);
        if (found) yield { kind: 'destination', ...pair, ...found, end: end + 1 };
      }
    } else if (text[at + 1] === ':' && isFirstOfLine(text, from)) {
      const line = UP_TO_LINE_END.exec(text.slice(at + 2))![0];
      const found = destinationIn(sourceOf(at + 2, at + 2 + line.length), at + 2);
      if (found) yield { kind: 'destination', ...pair, ...found, end: at + 2 + line.trimEnd().length };
    }
  }
}

function isFirstOfLine(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at) + 1, at);
  return /^[ \t>]*$/.test(before.replaceAll(MARKUP, ''));
}

/** Offset behind the bracket that closes a label; undefined where none does. A label contains no brackets. */
function labelEnd(text: string, open: number): number | undefined {
  for (let at = open + 1; at < text.length && at - open < MAX_LABEL_LENGTH; at++) {
    if (text[at] === ']') return at + 1;
    if (text[at] === '[') return undefined;
  }
  return undefined;
}

/** Offset behind the last of several labels in a row. */
function endOfRow(text: string, at: number): number {
  let end = at;
  while (text[end] === '[') {
    const next = labelEnd(text, end);
    if (next === undefined) break;
    end = next;
  }
  return end;
}

/** Where a destination can end: at the first closing parenthesis, and at the one that balances the opening one. */
function destinationEnds(text: string, from: number): number[] {
  const line = UP_TO_LINE_END.exec(text.slice(from))![0];
  const ends: number[] = [];
  let depth = 1;
  for (let at = 0; at < line.length && depth > 0; at++) {
    if (line[at] === '(') depth++;
    if (line[at] !== ')') continue;
    depth--;
    if (depth === 0 || ends.length === 0) ends.push(from + at);
  }
  return ends;
}

const TITLE = /\s+(?:"[^"\n]*"|'[^'\n]*'|\([^()\n]*\))\s*$/;

/**
 * @param written the source between the parentheses or behind the colon
 * @param at its offset in the masked text
 * @returns undefined for what the parser would have read as a destination
 */
function destinationIn(
  written: string,
  at: number,
): { url: string; raw: string; urlStart: number } | undefined {
  const lead = /^\s*/.exec(written)![0].length;
  const raw = written.slice(lead).replace(TITLE, '').trimEnd();
  if (raw === '' || raw.startsWith('<')) return undefined;
  const isBalanced = !/[()]/.test(raw.replace(/\([^()]*\)/g, ''));
  if (!/\s/.test(raw) && isBalanced) return undefined;
  return { url: raw.replace(/\\([\s!-/:-@[-`{-~])/g, '$1'), raw, urlStart: at + lead };
}
