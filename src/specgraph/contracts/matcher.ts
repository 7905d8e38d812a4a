import { RE2JS, RE2JSException } from 're2js';
import { requiredWords } from '../text/required-words.ts';

/** A stretch of text that a pattern matched; offsets in UTF-16 units. */
export interface Match {
  start: number;
  end: number;
}

interface Compiled {
  expression: RE2JS;
  /** The same for the built-in engine, where that is safe. */
  plain?: RegExp;
  /** Plain text that every match contains. */
  words: string;
  /** No match can contain a line end, so only lines with the words need to be searched. */
  withinLine: boolean;
}

/** Words and alternatives without any repetition: no text can keep the built-in engine busy with these, which is faster. */
const PLAIN_WORDS = /^(?<ignoresCase>\(\?i\))?(?<words>(?:[\w ,'-]|\\b|\(\?:|[|)])+)$/;
/** A letter that may be left out doubles what is tried. */
const OPTIONAL_LETTERS = /(?<=\w)\?/g;
const MAX_OPTIONAL_LETTERS = 6;

/** Parts of a pattern that may match a line end. */
const CROSSES_LINES = /\\[nrsSWDPpCQ]|\[\^|\(\?[a-z]*s|\n/;
const compiled = new Map<string, Compiled>();

function compile(pattern: string): Compiled {
  let known = compiled.get(pattern);
  if (!known) {
    known = {
      expression: RE2JS.compile(pattern, RE2JS.MULTILINE),
      plain: plainExpression(pattern),
      words: requiredWords(pattern),
      withinLine: !CROSSES_LINES.test(pattern),
    };
    compiled.set(pattern, known);
  }
  return known;
}

function plainExpression(pattern: string): RegExp | undefined {
  if ((pattern.match(OPTIONAL_LETTERS)?.length ?? 0) > MAX_OPTIONAL_LETTERS) return undefined;
  const parts = PLAIN_WORDS.exec(pattern.replaceAll(OPTIONAL_LETTERS, ''))?.groups;
  if (!parts) return undefined;
  return new RegExp(pattern.slice(parts.ignoresCase?.length ?? 0), parts.ignoresCase ? 'gi' : 'g');
}

/**
 * Patterns of contracts run on RE2, whose time is linear in the text, so no pattern can hang a build.
 * `^` and `$` match at line ends. A pattern that RE2 does not support (look-around, back references) is reported.
 * @returns all matches in order, or what is wrong with the pattern
 */
export function findMatches(pattern: string, text: string): { matches: Match[] } | { fault: string } {
  try {
    const { expression, plain, words, withinLine } = compile(pattern);
    const matches: Match[] = [];
    if (plain) return { matches: [...text.matchAll(plain)].map(placeOf) };
    if (words === '') collect(expression, text, 0, matches);
    else if (!withinLine) {
      if (text.includes(words)) collect(expression, text, 0, matches);
    } else {
      for (let at = text.indexOf(words); at >= 0;) {
        const start = text.lastIndexOf('\n', at) + 1;
        const lineEnd = text.indexOf('\n', at);
        const end = lineEnd < 0 ? text.length : lineEnd;
        collect(expression, text.slice(start, end), start, matches);
        at = lineEnd < 0 ? -1 : text.indexOf(words, lineEnd);
      }
    }
    return { matches };
  } catch (error) {
    if (error instanceof RE2JSException) return { fault: error.message };
    throw error;
  }
}

/** @returns why a pattern cannot be used: no expression, or one that RE2 does not support; undefined where it can */
export function patternFault(pattern: string): string | undefined {
  const found = findMatches(pattern, '');
  return 'fault' in found ? found.fault : undefined;
}

function placeOf({ index, 0: { length } }: RegExpExecArray): Match {
  return { start: index, end: index + length };
}

function collect(expression: RE2JS, text: string, offset: number, into: Match[]): void {
  const matcher = expression.matcher(text);
  while (matcher.find()) into.push({ start: offset + matcher.start(), end: offset + matcher.end() });
}
