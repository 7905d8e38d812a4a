/** Reads ranges of numbers that a name may have: "0.0 < value < 0.5", "between 1 and 9", `in_range "${A_B}" 1 9`. */
import type { NamedRange } from '../../model/index.ts';
import { clauseAt, type ConstantText } from './texts.ts';

const NUMBER = String.raw`\d+(?:\.\d+)?`;
const [LOW, HIGH] = [`(?<low>${NUMBER})`, `(?<high>${NUMBER})`];
const END = String.raw`(?![\w%-]|\.\d)`;
const FORMS = [
  String.raw`\bbetween ${LOW} and ${HIGH}${END}`,
  String.raw`(?<![\w.-])${LOW} ?(?:<|<=|≤) ?[A-Za-z_]\w* ?(?:<|<=|≤) ?${HIGH}${END}`,
  String.raw`(?:>|>=|≥) ?${LOW},? (?:and|&&)(?: [A-Za-z_]\w*)? (?:<|<=|≤) ?${HIGH}${END}`,
  String.raw`(?:\b(?:integer|float|number|port|value|range|from) |[(\`])${LOW}[-–]${HIGH}${END}`,
].map((form) => new RegExp(form, 'g'));
/** Arguments of a command behind the value of a name. */
const IN_COMMAND = new RegExp(
  String.raw`\$\{?(?<name>[A-Z][A-Z0-9_]*_[A-Z0-9]+)\}?"? ${LOW} ${HIGH}${END}`,
  'g',
);
const CAPITALS = /(?<!\w)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\w)/g;
const WORD = /^[a-z][a-z0-9]{2,}$/;
const KEY = /^[A-Za-z][\w.-]{3,}$/;

/** @returns the ranges that a text states of the only name in their clause, or of the name at the head of the row */
export function rangesIn(constant: ConstantText): NamedRange[] {
  const { kind, text, place } = constant;
  if (kind === 'heading' || !/\d/.test(text)) return [];
  const found: NamedRange[] = [];
  const add = (name: string | undefined, { groups, index, 0: words }: RegExpExecArray): void => {
    const { low, high } = groups!;
    if (!name || Number(low) >= Number(high)) return;
    const start = index + words.lastIndexOf(low, words.length - high.length - 1);
    found.push({ name, low, high, range: place(start, index + words.length) });
  };
  if (kind === 'code') for (const match of text.matchAll(IN_COMMAND)) add(match.groups!.name, match);
  for (const form of FORMS)
    for (const match of text.matchAll(form)) add(nameOf(constant, match.index), match);
  return found;
}

function nameOf({ kind, text, codes = [] }: ConstantText, at: number): string | undefined {
  if (kind === 'row') {
    const [first] = text.match(CAPITALS) ?? [];
    if (first) return first;
    const [head] = codes;
    const key = head?.start === 0 ? text.slice(head.start, head.end) : '';
    return KEY.test(key) ? key : undefined;
  }
  const { start, end } = kind === 'code' ? { start: 0, end: text.length } : clauseAt(text, at);
  const [name, ...others] = new Set(text.slice(start, end).match(CAPITALS));
  if (name) return others.length === 0 ? name : undefined;
  const [word, ...more] = new Set(
    codes
      .filter((code) => code.start >= start && code.end <= end)
      .map((code) => text.slice(code.start, code.end)),
  );
  return word && more.length === 0 && WORD.test(word) ? word : undefined;
}
