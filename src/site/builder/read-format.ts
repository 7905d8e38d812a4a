/** Reads the format of one value from a row of the table of validation rules. */
import type { Format } from '../../payloads/builder/format.ts';

/** A regular expression in the table: from ^ to $. */
const PATTERN = /\^\S+?\$(?=[\s,;.]|$)/;

/** @returns undefined when the rule states nothing that one value alone can be checked against */
export function readFormat(name: string, rule: string, test: string, message: string): Format | undefined {
  const pattern = PATTERN.exec(test)?.[0];
  const pem = /PEM (certificate|key)/.exec(rule)?.[1] as 'certificate' | 'key' | undefined;
  const format: Omit<Format, 'rule' | 'message'> = {
    ...(pattern && !pem && { pattern }),
    ...(pattern && /^each pair\b/.test(test) && { split: 'blanks' as const }),
    ...(pattern && /^each entry\b/.test(test) && { split: 'commas' as const }),
    ...alternatives(test, pattern),
    ...(pem && { pem }),
    ...(/\bnot empty\b/.test(rule) && { notEmpty: true }),
    ...rangeOf(rule),
  };
  if (Object.keys(format).length === 0) return undefined;
  // The message of a rule about presence does not describe the content.
  const words = pem && !/not a valid/.test(message) ? `${name} is not a valid PEM ${pem}.` : message;
  return { rule, message: words.replace(/, where \$\{VALUE\}.*$/s, ''), ...format };
}

/** In "all, or ^…$" the words before the pattern are allowed values. */
function alternatives(test: string, pattern: string | undefined): Pick<Format, 'allowedValues'> {
  const before = pattern === undefined ? '' : test.slice(0, test.indexOf(pattern));
  const [, values] = /^(.+?),? or\s*$/.exec(before.trimEnd()) ?? [];
  return values ? { allowedValues: values.split(',').map((value) => value.trim()) } : {};
}

const NUMBER = String.raw`(-?\d+(?:\.\d+)?)`;

function rangeOf(rule: string): Partial<Format> {
  const port = new RegExp(`port ${NUMBER}-${NUMBER}`).exec(rule);
  if (port) return { port: true, min: Number(port[1]), max: Number(port[2]) };
  const between = new RegExp(`${NUMBER} (<=?) value (<=?) ${NUMBER}`).exec(rule);
  if (between) {
    const open = { min: between[2] === '<', max: between[3] === '<' };
    return { min: Number(between[1]), max: Number(between[4]), ...((open.min || open.max) && { open }) };
  }
  const from = new RegExp(`(?:integer|float) (>=?) ${NUMBER}`).exec(rule);
  if (from) return { min: Number(from[2]), ...(from[1] === '>' && { open: { min: true } }) };
  const span = new RegExp(`integer ${NUMBER}-${NUMBER}(?:, not ([\\d, or]+))?`).exec(rule);
  if (!span) return {};
  return {
    min: Number(span[1]),
    max: Number(span[2]),
    ...(span[3] && { except: span[3].match(/\d+/g)!.map(Number) }),
  };
}
