/**
 * Realistic defects: edits that an author could make by mistake, planted without knowing what the checker reads. They
 * measure how much of a specification is checked; the mutation tests show that each rule works.
 */

/** One mistake in one document. */
export interface Defect {
  file: string;
  /** Lines of the edit in the new text, 1-based: a finding must stand on one of them. */
  line: number;
  endLine: number;
  /** The new lines of the document. */
  lines: string[];
  /** What was done: `"9092" → "9902"`. */
  what: string;
}

/** A kind of mistake: gives every place where it can be made. */
export interface DefectKind {
  id: string;
  group: Group;
  plant(documents: readonly SourceText[]): Iterable<Defect>;
}

export type Group = 'references' | 'values' | 'registers' | 'names' | 'form' | 'structure' | 'statements';

export type LineType = 'heading' | 'table' | 'prose' | 'code' | 'fence' | 'blank';

/** A document by lines. */
export interface SourceText {
  file: string;
  lines: string[];
  types: LineType[];
  /** Language of the block that a line of code stands in. */
  languages: (string | undefined)[];
}

export function sourceText(file: string, text: string): SourceText {
  const lines = text.split('\n');
  let opened: { mark: string; language: string } | undefined;
  const types: LineType[] = [];
  const languages: (string | undefined)[] = [];
  for (const line of lines) {
    if (opened) {
      const isEnd = isClosing(line, opened.mark);
      types.push(isEnd ? 'fence' : 'code');
      languages.push(isEnd ? undefined : opened.language);
      if (isEnd) opened = undefined;
      continue;
    }
    const { mark, language } = OPENING_FENCE.exec(line)?.groups ?? {};
    if (mark) opened = { mark, language };
    types.push(mark ? 'fence' : typeOf(line));
    languages.push(undefined);
  }
  return { file, lines, types, languages };
}

/** "``` `code` ```" in one line opens no block. */
const OPENING_FENCE = /^\s*(?<mark>```+(?=[^`]*$)|~~~+)\s*(?<language>\w*)/;

function isClosing(line: string, mark: string): boolean {
  const end = line.trim();
  return end.length >= mark.length && end === mark[0].repeat(end.length);
}

function typeOf(line: string): LineType {
  if (line.trim() === '') return 'blank';
  if (/^#{1,6} /.test(line)) return 'heading';
  return line.startsWith('|') ? 'table' : 'prose';
}

/** Replaces one match of `pattern` in one line; `change` returns undefined where the match cannot be made wrong. */
export function replaced(
  types: readonly LineType[],
  pattern: RegExp,
  change: (match: RegExpExecArray, source: SourceText, index: number) => string | undefined,
): DefectKind['plant'] {
  return function* (documents) {
    for (const source of documents) {
      for (const [i, line] of source.lines.entries()) {
        if (!types.includes(source.types[i])) continue;
        for (const match of line.matchAll(pattern)) {
          const text = change(match as RegExpExecArray, source, i);
          if (text === undefined || text === match[0]) continue;
          const next = line.slice(0, match.index) + text + line.slice(match.index + match[0].length);
          yield withLines(source, i, 1, [next], `"${match[0]}" → "${text}"`);
        }
      }
    }
  };
}

/** Whole lines that others take the place of. */
interface LineEdit {
  count: number;
  by: string[];
  what: string;
  /** Index of the first line at which a finding is at the right place, where that is above the edit. */
  from?: number;
}

/** Removes, doubles or changes whole lines. */
export function onLines(
  change: (source: SourceText, index: number) => LineEdit | undefined,
): DefectKind['plant'] {
  return function* (documents) {
    for (const source of documents)
      for (const index of source.lines.keys()) {
        const edit = change(source, index);
        if (!edit) continue;
        const defect = withLines(source, index, edit.count, edit.by, edit.what);
        yield edit.from === undefined ? defect : { ...defect, line: edit.from + 1 };
      }
  };
}

function withLines(source: SourceText, index: number, count: number, by: string[], what: string): Defect {
  const lines = [...source.lines.slice(0, index), ...by, ...source.lines.slice(index + count)];
  // What is removed leaves its neighbours: a finding at either of them is at the right place.
  const isRemoved = by.length === 0;
  return {
    file: source.file,
    line: isRemoved ? index : index + 1,
    endLine: index + Math.max(1, by.length),
    lines,
    what,
  };
}

export const PROSE: readonly LineType[] = ['prose'];
export const TABLE: readonly LineType[] = ['table'];
export const CODE: readonly LineType[] = ['code'];
export const TEXT: readonly LineType[] = ['prose', 'table'];

/** The number with two neighbouring digits exchanged, or with another last digit where they are equal. */
export function slipOfNumber(digits: string): string {
  for (let i = digits.length - 2; i >= 0; i--) {
    if (digits[i] !== digits[i + 1] && !(i === 0 && digits[1] === '0'))
      return digits.slice(0, i) + digits[i + 1] + digits[i] + digits.slice(i + 2);
  }
  const last = Number(digits.at(-1));
  return digits.slice(0, -1) + String((last + 1) % 10);
}

/** The word with two neighbouring letters exchanged near its middle, or with one lost. */
export function slipOfWord(word: string): string {
  const middle = Math.floor(word.length / 2);
  for (let i = middle; i < word.length - 1; i++)
    if (word[i] !== word[i + 1] && /[a-z]/i.test(word[i]) && /[a-z]/i.test(word[i + 1]))
      return word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2);
  return word.slice(0, -1);
}

/** A repeatable choice of at most `count` of the items, by a linear congruential generator. */
export function choose<T>(items: readonly T[], count: number, seed: number): T[] {
  const rest = [...items];
  const chosen: T[] = [];
  let state = seed;
  while (rest.length > 0 && chosen.length < count) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    chosen.push(...rest.splice(state % rest.length, 1));
  }
  return chosen;
}
