/**
 * Whether one small edit makes code parse. Blocks of pseudo-code, output of commands and notations of types name a language
 * as well and do not parse either; what tells a slip from them is that a sign, a word or an indentation makes it right.
 */
import type { CodeFault, CodeLanguage, Grammar } from '../../model/index.ts';

/** Attempts to parse a block; each of them costs as much as the first. */
const MAX_ATTEMPTS = 300;
/** Lines far from the fault that are tried: those of a condition, those with an odd number of quotes. */
const MAX_LINES = 12;
const MAX_QUOTED_LINES = 30;
/** Longer blocks are not tried, in UTF-16 units. */
const MAX_CHARACTERS = 40_000;

interface Edit {
  from: number;
  to: number;
  text: string;
}

/** Signs that are put at each place near the fault, the most usual ones first. */
const SIGNS: Record<CodeLanguage, readonly string[]> = {
  json: ['"', ',', ':', '}', ']', '{', '['],
  yaml: ['"', "'", ']', '}', ':', ','],
  toml: ['"', "'", ']', '=', ',', '[', '}'],
  shell: [')', '(', '`', '}', '{', ']', '['],
  python: [')', ']', '}', '"', "'", '(', ','],
  xml: ['>', '<', '"', '/', '/>'],
  dotenv: ['=', '"', "'"],
};
/** Words that end a line, or stand in a line of their own. */
const WORDS: Partial<Record<CodeLanguage, readonly string[]>> = {
  shell: ['\nfi', '\ndone', '\nesac', ' in', ';;'],
  python: [':', '"""', "'''"],
  toml: ['"""', "'''"],
};
const REMOVED: Partial<Record<CodeLanguage, RegExp>> = {
  json: /[,}\]"{[]/g,
  yaml: /["'[\]{}:]/g,
  toml: /["'[\]{},]/g,
  shell: /["'(){}[\]`]|\b(?:fi|done|esac|then|do)\b/g,
  python: /["'()[\]{}]/g,
};
const CLOSERS = '}])';
const PAIRS = ['{}', '[]', '()'];

/**
 * Finds an edit near the fault that makes the code parse.
 * @returns the line of the edit as an offset in the code; undefined where none helps
 */
export function offsetOfOneEdit(
  text: string,
  fault: CodeFault,
  language: CodeLanguage,
  parse: Grammar,
): number | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  let attempts = 0;
  for (const { from, to, text: words } of edits(text, fault, language)) {
    if (attempts++ === MAX_ATTEMPTS) return undefined;
    if (!parse(text.slice(0, from) + words + text.slice(to))) return Math.min(from, text.trimEnd().length);
  }
  return undefined;
}

function* edits(text: string, fault: CodeFault, language: CodeLanguage): Iterable<Edit> {
  const lines = linesOf(text);
  const at = lines.findLastIndex(({ start }) => start <= fault.offset);
  const near = [lines[at], lines[at - 1], lines[at + 1]].filter((line) => line !== undefined);
  if (/^(?:yaml|python)$/.test(language)) yield* indentations(lines, at);
  if (language === 'xml') yield* tags(text, lines, at);
  yield* quotes(lines, language);
  if (language === 'shell') yield* wordsOfHeads(lines.slice(0, at + 1));
  for (const word of WORDS[language] ?? []) {
    yield insert(text.length, word);
    for (const line of near) yield insert(endOfCode(line), word);
  }
  const signs = SIGNS[language].filter((sign) => isUneven(sign, text, language));
  yield* signs.filter((sign) => CLOSERS.includes(sign)).map((sign) => insert(text.length, `\n${sign}`));
  if (language === 'python') yield* colonsOfKeys(text, near);
  for (const place of placesIn(text, near, fault.offset)) for (const sign of signs) yield insert(place, sign);
  const removed = REMOVED[language];
  if (!removed) return;
  for (const { start, end } of near)
    for (const match of text.slice(start, end).matchAll(removed))
      if (isUneven(match[0], text, language))
        yield { from: start + match.index, to: start + match.index + match[0].length, text: '' };
}

/** The pattern of a branch of `case`: its bracket has no partner. */
const CASE_PATTERN = /^\s*[^\s()][^()\n]*\)(?=\s|$)/gm;

/** Whether a bracket of this kind is lost or one too many; other signs may always be. */
function isUneven(sign: string, text: string, language: CodeLanguage): boolean {
  const pair = PAIRS.find((signs) => signs.includes(sign));
  const words = language === 'shell' ? text.replace(CASE_PATTERN, '') : text;
  return !pair || words.split(pair[0]).length !== words.split(pair[1]).length;
}

/** `"key" value`: a dictionary whose colon is lost. */
function* colonsOfKeys(text: string, near: readonly Line[]): Iterable<Edit> {
  for (const { start, end } of near)
    for (const match of text.slice(start, end).matchAll(/(?<=^\s*(?:"\w[^"]*"|'\w[^']*'))(?= )/g))
      yield insert(start + match.index, ':');
}

/** The end of a line before the comment behind its code. */
function endOfCode({ start, end, text }: Line): number {
  const comment = text.search(/\s+#[^"']*$/);
  return comment < 0 ? end : start + comment;
}

/**
 * `then` and `do` stand in the line of their condition, the brackets of a function behind its name. Their absence shows only
 * where the branch or the function ends.
 */
function* wordsOfHeads(lines: readonly Line[]): Iterable<Edit> {
  const heads = lines.filter(({ text }) => /^\s*(?:if|elif|while|until|for)\b|;\s*(?:#.*)?$/.test(text));
  for (const line of heads.filter(({ text }) => !/\b(?:then|do)\b/.test(text)).slice(-MAX_LINES)) {
    const word = /^\s*(?:while|until|for)\b/.test(line.text) ? 'do' : 'then';
    yield insert(endOfCode(line), /;\s*(?:#.*)?$/.test(line.text) ? ` ${word}` : `; ${word}`);
  }
  for (const { start, text } of lines)
    for (const match of text.matchAll(/(?<=^\s*[\w-]+\()(?=\s*\{)/g)) yield insert(start + match.index, ')');
}

function insert(offset: number, text: string): Edit {
  return { from: offset, to: offset, text };
}

interface Line {
  start: number;
  end: number;
  text: string;
}

function linesOf(text: string): Line[] {
  return [...text.matchAll(/^.*$/gm)].map((match) => ({
    start: match.index,
    end: match.index + match[0].trimEnd().length,
    text: match[0],
  }));
}

/** A quote that is not closed pairs with the next one, so the parser sees the fault far below. */
function* quotes(lines: readonly Line[], language: CodeLanguage): Iterable<Edit> {
  if (language === 'xml') return;
  for (const quote of ['"', "'"].filter((sign) => language !== 'json' || sign === '"')) {
    const odd = lines.filter(({ text }) => {
      const marks = [...text.matchAll(new RegExp(String.raw`(?<!\\)${quote}`, 'g'))];
      const isApostrophe = quote === "'" && /\w'\w/.test(text);
      return marks.length % 2 === 1 && !isApostrophe && !/^\s*(?:#|\/\/)/.test(text);
    });
    // A text over several lines has two such lines, an unclosed quote only one.
    if (odd.length > MAX_QUOTED_LINES) continue;
    for (const { end } of odd) yield insert(end, quote);
    for (const line of odd) {
      const end = line.start + line.text.replace(/[\s,;)\]}]*(?:\\\s*)?$/, '').length;
      if (end !== line.end) yield insert(end, quote);
      for (const edge of line.text.matchAll(/(?<=[\s=:([{,"'])(?=\S)|(?<=\S)(?=[\s,:;)\]}"'])/g))
        yield insert(line.start + edge.index, quote);
    }
  }
}

/**
 * The indentation of a line is that of one of its neighbours, or one level deeper. A line whose indentation few others
 * have is tried first.
 */
function* indentations(lines: readonly Line[], at: number): Iterable<Edit> {
  const filled = lines.filter(({ text }) => text.trim() !== '');
  const here = filled.findLastIndex(({ start }) => start <= lines[at].start);
  const indentOf = ({ text }: Line): number => text.length - text.trimStart().length;
  const times = Map.groupBy(filled, indentOf);
  const timesOf = (depth: number): number => times.get(depth)?.length ?? 0;
  const near = [filled[here], filled[here - 1], filled[here + 1]].filter((line) => line !== undefined);
  for (const line of near.toSorted((a, b) => timesOf(indentOf(a)) - timesOf(indentOf(b)))) {
    const own = indentOf(line);
    const beside = filled.slice(Math.max(0, here - 4), here + 3).map(indentOf);
    const depths = new Set(beside.flatMap((depth) => [depth, depth + 2, depth + 4]));
    for (const depth of [...depths].toSorted((a, b) => timesOf(b) - timesOf(a)))
      if (depth !== own) yield { from: line.start, to: line.start + own, text: ' '.repeat(depth) };
  }
}

/** A tag that is not closed, or closed by another name. */
function* tags(text: string, lines: readonly Line[], at: number): Iterable<Edit> {
  const upTo = text.slice(0, lines[at].end);
  const names = new Set([...upTo.matchAll(/<([\w:.-]+)/g)].map((match) => match[1]).reverse());
  for (const name of [...names].slice(0, 12)) {
    yield insert(text.length, `</${name}>`);
    for (const line of [lines[at], lines[at - 1]]) {
      if (!line) continue;
      yield insert(line.end, `</${name}>`);
      yield insert(line.start, `</${name}>`);
      for (const match of line.text.matchAll(/<\/[\w:.-]+/g))
        yield {
          from: line.start + match.index + 2,
          to: line.start + match.index + match[0].length,
          text: name,
        };
    }
  }
}

/** Ends and beginnings of words in these lines, the nearest to the fault first. */
function placesIn(text: string, lines: readonly Line[], fault: number): number[] {
  const places = lines.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\b|$|(?<=\W)(?=\W)/g)].map((match) => start + match.index),
  );
  return places.toSorted((a, b) => Math.abs(a - fault) - Math.abs(b - fault));
}
