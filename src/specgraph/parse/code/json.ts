import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { CodeFault } from '../../model/index.ts';

const REASONS: Record<string, string> = {
  CommaExpected: 'a comma is missing',
  ColonExpected: 'a colon is missing',
  ValueExpected: 'a value is missing',
  PropertyNameExpected: 'the name of a property in double quotes is missing',
  CloseBraceExpected: 'a "}" is missing',
  CloseBracketExpected: 'a "]" is missing',
  EndOfFileExpected: 'the value has ended before',
  UnexpectedEndOfString: 'a string is not closed',
  UnexpectedEndOfComment: 'a comment is not closed',
  InvalidNumberFormat: 'this is no number',
  InvalidEscapeCharacter: 'this is no escape sequence',
  InvalidSymbol: 'a string in double quotes, a number, true, false or null was expected',
};
/** Reported where something should stand: behind what precedes it, not where the next thing begins. */
const MISSING: readonly string[] = [
  'CommaExpected',
  'ColonExpected',
  'CloseBraceExpected',
  'CloseBracketExpected',
];
const AFTER_COMMA: readonly string[] = ['PropertyNameExpected', 'ValueExpected'];

const COMMENT = /(?:^|[\s,[{])\/[/*]/;

/** JSON. Examples explain themselves with comments, so these are allowed, and with them what JSONC allows. */
export function parseJson(code: string): CodeFault | undefined {
  const errors: ParseError[] = [];
  parse(code, errors, { allowTrailingComma: COMMENT.test(code) });
  const [first] = errors;
  if (!first) return undefined;
  const kind = printParseErrorCode(first.error);
  const last = lastTokenEnd(code, first.offset);
  if (AFTER_COMMA.includes(kind) && /[}\]]/.test(code[first.offset] ?? '') && code[last - 1] === ',')
    return { offset: last - 1, reason: 'a comma stands behind the last value' };
  const offset = MISSING.includes(kind) ? Math.max(0, last - 1) : first.offset;
  return { offset, reason: REASONS[kind] ?? 'this was not expected' };
}

/** Where the token before an offset ends; blanks and comments are skipped. */
function lastTokenEnd(code: string, offset: number): number {
  return code
    .slice(0, offset)
    .replace(/(?:\s|\/\*[^*]*\*\/|(?<=^|[\s,{}[\]])\/\/[^\n]*$)+$/m, '')
    .trimEnd().length;
}
