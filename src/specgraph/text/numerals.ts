const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

/** "one" to "twenty". */
export const SMALL_NUMBERS: readonly string[] = [...UNITS.slice(1), 'twenty'];

/** Source of a regular expression that matches a number in digits or, up to 99, in English words. */
const NUMERAL = String.raw`\d+|(?:${TENS.slice(2).join('|')})(?:-(?:${UNITS.slice(1, 10).join('|')}))?|${UNITS.toReversed().join('|')}`;

/** @returns the value of "48" or "forty-eight"; NaN for anything else. */
export function readNumeral(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const lower = words.toLowerCase();
  const unit = UNITS.indexOf(lower);
  if (unit >= 0) return unit;
  const [ten, one] = lower.split('-');
  const tens = TENS.indexOf(ten);
  if (tens < 2) return Number.NaN;
  return tens * 10 + (one ? UNITS.indexOf(one) : 0);
}

/** @returns the value of "XIV"; NaN for letters that are no Roman number in its usual form. */
export function readRoman(letters: string): number {
  if (!/^X{0,3}(?:IX|IV|V?I{0,3})$/.test(letters) || letters === '') return Number.NaN;
  const values = [...letters].map((letter) => ({ I: 1, V: 5, X: 10 })[letter]!);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}

/** Writes a number the way `like` is written: in digits, or in words where it was in words. */
export function writeNumeral(value: number, like: string): string {
  if (/^\d+$/.test(like) || value > 99 || value < 0) return String(value);
  const words =
    value < 20 ? UNITS[value] : TENS[Math.floor(value / 10)] + (value % 10 ? `-${UNITS[value % 10]}` : '');
  return /^[A-Z]/.test(like) ? words[0].toUpperCase() + words.slice(1) : words;
}

/**
 * Fills the place `{n}` of a configured wording.
 * @param wording source of a regular expression
 * @returns `exact`: the source whose group `n` is a number in digits or words; `rough`: the same with any word in its
 *   place, which is quick to search for, because a number in words is tried at every letter of a text
 */
export function fillNumber(wording: string): { exact: string; rough: string } {
  return {
    exact: wording.replaceAll('{n}', String.raw`(?:(?<n>(?<![\w.,-])(?:${NUMERAL}))\b)`),
    rough: wording.replace(/^\{n\}/, '(?:)').replaceAll('{n}', String.raw`(?:[\w-]+)`),
  };
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

/** @returns "4" for "IV"; other numbers as they are */
export function inDigits(number: string): string {
  return /^[IVXLC]+$/.test(number) ? String(fromRoman(number) ?? number) : number;
}

/** @returns the value of a Roman number in capital letters up to 399; undefined for words such as "CIVIL" or "IIX" */
export function fromRoman(roman: string): number | undefined {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(roman) || roman === '') return undefined;
  const values = [...roman].map((digit) => ROMAN_DIGITS[digit]);
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0);
}
