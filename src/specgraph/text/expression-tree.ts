/**
 * Regular expressions of JavaScript as trees, as far as it matters where and how often characters may stand. A test compares
 * them with those of a parser of the field, which would be one more package for everybody who only checks.
 */
import { alphabetOf, type Alphabet } from './expression-alphabet.ts';

export type ExpressionTree =
  /** One character out of a set; bit i stands for character i of the alphabet. */
  | { type: 'character'; set: bigint }
  | { type: 'sequence'; parts: ExpressionTree[] }
  | { type: 'choice'; options: ExpressionTree[] }
  /** `source` is the whole repetition as it is written: "(?:a+)*". */
  | { type: 'repetition'; body: ExpressionTree; min: number; max: number; source: string }
  /** `\b`, or `\B` where negated. */
  | { type: 'border'; isNegated: boolean }
  | { type: 'look'; body: ExpressionTree; isAhead: boolean; isNegated: boolean };

const QUANTIFIER = /(?:[*+?]|\{(?<min>\d+)(?<open>,)?(?<max>\d+)?\})\??/y;
const GROUP = /\((?:\?(?::|<?[=!]|<[^>=!]+>|[a-z-]+:))?/y;
/** `\u0041`, `\x41`, `\cM`; then any other escape. */
const ESCAPE = /\\(?:u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|.)/suy;
/** `\u{1F600}`, `\p{L}`: with the flag "u" only. */
const UNICODE_ESCAPE = /\\(?:u\{[^}]*\}|[pP]\{[^}]*\})/uy;
/** A reference to an earlier group, whose text is not known. */
const REFERENCE = /\\(?:[1-9]\d*|k<[^>]*>)/y;
const ANY = /[^]/uy;
const CLASS = /\[(?:\\.|[^\]\\])*\]/sy;

/**
 * Reads an expression that JavaScript accepts.
 * @param flags "i", "u" and "s" matter
 */
export function readExpression(source: string, flags: string): { tree: ExpressionTree; alphabet: Alphabet } {
  const alphabet = alphabetOf(source, flags);
  let at = 0;
  const take = (form: RegExp): RegExpExecArray | undefined => {
    form.lastIndex = at;
    const match = form.exec(source) ?? undefined;
    if (match) at = form.lastIndex;
    return match;
  };

  function choice(): ExpressionTree {
    const options = [sequence()];
    while (source[at] === '|') {
      at++;
      options.push(sequence());
    }
    return options.length === 1 ? options[0] : { type: 'choice', options };
  }

  function sequence(): ExpressionTree {
    const parts: ExpressionTree[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const from = at;
      const body = atom();
      const given = take(QUANTIFIER);
      if (!given) parts.push(body);
      else parts.push({ type: 'repetition', body, ...bounds(given), source: source.slice(from, at) });
    }
    return parts.length === 1 ? parts[0] : { type: 'sequence', parts };
  }

  function atom(): ExpressionTree {
    if (source[at] === '(') return group(take(GROUP)![0]);
    if (take(REFERENCE)) return NOTHING;
    const unicode = flags.includes('u') ? take(UNICODE_ESCAPE) : undefined;
    const character = (unicode ?? take(CLASS) ?? take(ESCAPE) ?? take(ANY))![0];
    if (character === '^') return NOTHING;
    if (character === '$') return { type: 'look', body: EVERYTHING, isAhead: true, isNegated: true };
    if (/^\\b$/i.test(character)) return { type: 'border', isNegated: character === String.raw`\B` };
    return { type: 'character', set: alphabet.charactersOf(character) };
  }

  function group(opening: string): ExpressionTree {
    const body = choice();
    at++;
    const look = /^\(\?(?<behind><)?(?<sign>[=!])$/.exec(opening)?.groups;
    return look
      ? { type: 'look', body, isAhead: look.behind === undefined, isNegated: look.sign === '!' }
      : body;
  }

  return { tree: choice(), alphabet };
}

/** What stands at `^`, or a group that is repeated by a reference. */
const NOTHING: ExpressionTree = { type: 'sequence', parts: [] };
const EVERYTHING: ExpressionTree = { type: 'character', set: -1n };

function bounds({ 0: sign, groups }: RegExpExecArray): { min: number; max: number } {
  const { min, open, max } = groups!;
  if (min !== undefined) return { min: +min, max: max === undefined ? (open ? Infinity : +min) : +max };
  return { min: sign[0] === '+' ? 1 : 0, max: sign[0] === '?' ? 1 : Infinity };
}
