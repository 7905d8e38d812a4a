import { XMLValidator } from 'fast-xml-parser';
import type { CodeFault } from '../../model/index.ts';

/** Well-formed XML, also several elements without one around them. */
export function parseXml(code: string): CodeFault | undefined {
  const result = XMLValidator.validate(code.trimStart(), { allowBooleanAttributes: false });
  if (result === true) return undefined;
  const { line, col, msg } = result.err;
  const before = code
    .trimStart()
    .split('\n')
    .slice(0, line - 1);
  const start = code.length - code.trimStart().length;
  const offset = start + before.reduce((sum, text) => sum + text.length + 1, 0) + Math.max(0, (col ?? 1) - 1);
  const sentence = msg.replace(/\.$/, '').replaceAll("'", '"');
  return { offset, reason: sentence[0].toLowerCase() + sentence.slice(1) };
}
