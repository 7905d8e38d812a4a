/** Arithmetic that is written out in prose: "3 x 60 s = 3 minutes", "(2 + 1) / 3 = 1", "15 of 20 (75 %)". */
import type { WrongResult } from '../../model/index.ts';
import { evaluate } from '../../text/arithmetic.ts';
import { unitNamed } from '../../text/units.ts';
import type { FlatUnit } from '../prose.ts';

const NUMBER = String.raw`\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?`;
const UNIT = String.raw`[ -]?(?:%|[A-Za-z]+)`;
const OPERATOR = String.raw` ?[×·*÷] ?| [x+\-–/] `;
const OPERAND = `(?:${NUMBER})(?:${UNIT})?`;
/** What follows a number that is not yet the whole result: "6 x 2", "6-8", "6.5". */
const NO_MORE = String.raw`(?![\w.,]*\d| ?[-–+×*/^·÷]| x \d|\.{2})`;
const EQUATION = new RegExp(
  String.raw`(?<![\w.$/#^-])(?<left>${OPERAND}(?:(?:${OPERATOR})${OPERAND})+) ?= ?(?<result>${NUMBER})(?<unit>${UNIT})?${NO_MORE}`,
  'g',
);
/** With brackets, and without units. */
const WITH_BRACKETS = new RegExp(
  String.raw`(?<=^|[\s(:;,])(?<left>(?:(?:${NUMBER})(?:${OPERATOR}))?\((?:${NUMBER})(?:(?:${OPERATOR})(?:${NUMBER}))+\)(?:(?:${OPERATOR})(?:${NUMBER}))*) ?= ?(?<result>${NUMBER})${NO_MORE}`,
  'g',
);
const SHARE = new RegExp(
  String.raw`(?<![\w.$/#-])(?<part>${NUMBER}) (?:of|out of) (?<whole>${NUMBER})(?<between>[^\d()]{0,24})\((?<result>${NUMBER}) ?%\)`,
  'g',
);
/** An expression that begins before the first number that was read. */
const CONTINUED = /(?:\\[a-z]+|[-–−+×*/^·÷=<>≈~]| x|\b(?:log|sqrt|mod|about|than))\s?$/;

/** A percent sign and words for large numbers have no dimension. */
const MULTIPLIERS: readonly [word: RegExp, factor: number][] = [
  [/^%$/, 0.01],
  [/^(?:k|thousands?)$/i, 1e3],
  [/^millions?$/i, 1e6],
  [/^billions?$/i, 1e9],
];
/** Used for powers of ten and of two alike, and units of other lengths: a result in another unit cannot be judged. */
const VAGUE = /^(?:[KMGT]B|[KMGT]bit|[KMGT]|months?|years?|yrs?|dozens?)$/i;

/** "clients": what is counted has no dimension. */
const COUNTED = /^[a-z]{3,}s$/;
const MEASURED =
  /^(?:meters|metres|miles|yards|volts|watts|amps|hertz|grams|cents|dollars|euros|degrees|points|pixels|parsecs)$/;

interface Quantity {
  number: number;
  decimals: number;
  unit: string;
  dimension: string;
  factor: number;
}

/** Results of written arithmetic that are not what the numbers before them give. */
export function extractWrongResults(units: readonly FlatUnit[]): WrongResult[] {
  return units.flatMap((unit) => {
    if (!/[=%]/.test(unit.text)) return [];
    return [...wrongEquations(unit), ...wrongBrackets(unit), ...wrongShares(unit)];
  });
}

function* wrongEquations(unit: FlatUnit): Iterable<WrongResult> {
  for (const match of unit.text.matchAll(EQUATION)) {
    if (CONTINUED.test(unit.text.slice(0, match.index)) || hasLostSigns(unit, match)) continue;
    const { left, result, unit: written } = match.groups!;
    const expected = resultOf(left, quantityOf(result, written));
    if (expected === undefined) continue;
    const start = match.index + match[0].lastIndexOf(result);
    yield wrongResult(unit, start, result, left, expected);
  }
}

/** "128*16384*8": the renderer takes the signs for emphasis, and what is shown is no calculation. */
function hasLostSigns({ text, emphases = [] }: FlatUnit, { index, 0: words }: RegExpExecArray): boolean {
  return emphases.some(({ start, end }) =>
    [start, end].some(
      (at) => at > index && at < index + words.length && /^\d\d$/.test(text.slice(at - 1, at + 1)),
    ),
  );
}

function* wrongBrackets(unit: FlatUnit): Iterable<WrongResult> {
  for (const { 0: words, index, groups } of unit.text.matchAll(WITH_BRACKETS)) {
    const { left, result } = groups!;
    const exact = evaluate(left);
    const stated = quantityOf(result);
    if (CONTINUED.test(unit.text.slice(0, index)) || exact === undefined || isRounded(exact, stated))
      continue;
    const start = index + words.lastIndexOf(result);
    yield wrongResult(unit, start, result, left, format(exact, stated.decimals));
  }
}

function* wrongShares(unit: FlatUnit): Iterable<WrongResult> {
  for (const match of unit.text.matchAll(SHARE)) {
    const { part, whole, result } = match.groups!;
    const exact = (100 * valueOf(part)) / valueOf(whole);
    const stated = quantityOf(result);
    if (!Number.isFinite(exact) || isRounded(exact, stated)) continue;
    const start = match.index + match[0].lastIndexOf(result);
    yield wrongResult(unit, start, result, `${part} of ${whole}`, format(exact, stated.decimals));
  }
}

function wrongResult(
  unit: FlatUnit,
  start: number,
  written: string,
  calculation: string,
  expected: string,
): WrongResult {
  return { range: unit.place(start, start + written.length), written, calculation, expected };
}

/** @returns the result as it should be written, or undefined where the written one is right or cannot be judged */
function resultOf(left: string, result: Quantity): string | undefined {
  const operators = left.match(new RegExp(`(?<=[\\w%])(?:${OPERATOR})(?=\\d)`, 'g')) ?? [];
  const operands = withMinutes(
    left
      .split(new RegExp(`(?<=[\\w%])(?:${OPERATOR})(?=\\d)`))
      .map((operand) => /^([\d.,]+)(.*)$/.exec(operand)!)
      .map(([, number, unit]) => quantityOf(number, unit)),
    result,
  );
  const signs = operators.map((operator) => operator.trim());
  const isSum = signs.every((sign) => /[-–+]/.test(sign));
  const isProduct = signs.every((sign) => !/[-–+]/.test(sign));
  if (!isSum && !isProduct) return undefined;
  const scale = isSum ? scaleOfSum(operands, result) : scaleOfProduct(operands, result);
  if (scale === undefined) return undefined;
  const values = operands.map(({ number, factor }) => number * factor);
  const exact = calculate(values, signs) / scale;
  if (!Number.isFinite(exact) || isRounded(exact, result)) return undefined;
  // A legend: "1 - 5 = 5 kinds".
  if (
    signs.some((sign) => /[-–]/.test(sign)) &&
    result.unit !== '' &&
    operands.every(({ unit }) => unit === '')
  )
    return undefined;
  return format(exact, result.decimals);
}

/** "1 + 1 = 3 kinds" is a way of speaking. */
const MIN_OPERANDS_WITHOUT_UNIT = 3;

/** Operands of a sum have the dimension of the result; what has no unit has that of the others. */
function scaleOfSum(operands: readonly Quantity[], result: Quantity): number | undefined {
  const units = new Set([...operands, result].map(({ unit }) => unit).filter((unit) => unit !== ''));
  if (units.size <= 1) {
    // "50 + 10 + 400 = 460 MB": the unit stands once, behind the result.
    const hasUnitAtEnd = operands.every(({ unit }) => unit === '') && result.unit !== '';
    if (hasUnitAtEnd && operands.length >= MIN_OPERANDS_WITHOUT_UNIT) return 1;
    const isPartial = operands.some(({ unit }) => unit === '') && units.size > 0;
    return isPartial ? undefined : (operands[0].factor ?? 1);
  }
  const all = [...operands, result];
  const isAlike = all.every(({ dimension }) => dimension !== '' && dimension === result.dimension);
  return isAlike ? result.factor : undefined;
}

/** At most one factor of a product has a dimension, which is that of the result. */
function scaleOfProduct(operands: readonly Quantity[], result: Quantity): number | undefined {
  const dimensions = operands.map(({ dimension }) => dimension).filter((dimension) => dimension !== '');
  if (dimensions.length > 1) return undefined;
  const [dimension = ''] = dimensions;
  if (dimension === '?') {
    const own = operands.find((operand) => operand.dimension === '?')!;
    return result.unit === '' || result.unit === own.unit ? 1 : undefined;
  }
  if (result.dimension === '?') return dimension === '' ? 1 : undefined;
  if (result.unit === '' && dimension !== '') return operands.find((one) => one.dimension !== '')!.factor;
  return result.dimension === dimension ? result.factor : undefined;
}

function calculate([first, ...others]: readonly number[], signs: readonly string[]): number {
  return others.reduce((total, value, i) => {
    if (signs[i] === '+') return total + value;
    if (/[-–]/.test(signs[i])) return total - value;
    return /[÷/]/.test(signs[i]) ? total / value : total * value;
  }, first);
}

function quantityOf(written: string, unit = ''): Quantity {
  const word = unit.replace(/^[ -]/, '');
  return {
    number: valueOf(written),
    decimals: decimalsOf(written),
    unit: word.replace(/(?<=..)s$/, ''),
    ...measureOf(word),
  };
}

/** Of a duration "m" is a minute: "10m + 5m = 15 minutes". */
function withMinutes(operands: readonly Quantity[], result: Quantity): readonly Quantity[] {
  if (result.dimension !== 'time') return operands;
  return operands.map((one) => (one.unit === 'm' ? { ...one, ...unitNamed('min')!, unit: 'm' } : one));
}

function measureOf(word: string): Pick<Quantity, 'dimension' | 'factor'> {
  const multiplier = MULTIPLIERS.find(([pattern]) => pattern.test(word));
  if (multiplier) return { dimension: '', factor: multiplier[1] };
  const known = VAGUE.test(word) ? undefined : unitNamed(word);
  if (known) return known;
  const isCount = word === '' || (COUNTED.test(word) && !MEASURED.test(word) && !VAGUE.test(word));
  return { dimension: isCount ? '' : '?', factor: 1 };
}

function valueOf(written: string): number {
  return Number(written.replaceAll(',', ''));
}

function decimalsOf(written: string): number {
  return /\.(\d+)$/.exec(written)?.[1].length ?? 0;
}

const MILLION = 1e6;

/** Whether the result is the exact value, rounded up or down to its own number of digits. */
function isRounded(exact: number, { number, decimals }: Quantity): boolean {
  const places = 10 ** decimals;
  // Sums of decimal fractions are off by less than a millionth.
  const shifted = Math.round(exact * places * 1e6) / 1e6;
  const stated = Math.round(number * places);
  // "3,750,000,000,000": a number with so many zeros is rounded to millions.
  if (decimals === 0 && number >= MILLION * 10 && number % MILLION === 0)
    return Math.abs(exact - number) < MILLION;
  return stated === Math.floor(shifted) || stated === Math.ceil(shifted);
}

function format(value: number, decimals: number): string {
  const isSmall = Math.abs(value) < 0.1 && value !== 0;
  return isSmall
    ? String(Number(value.toPrecision(3)))
    : String(Number(value.toFixed(Math.max(decimals, Number.isInteger(value) ? 0 : 2))));
}
