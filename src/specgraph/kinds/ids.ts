/** When two spellings are one id. */
import { fromRoman } from '../text/numerals.ts';
import type { IgnoredDifference, Kind } from './kind.ts';

/** Signs last: they separate the numbers whose zeros do not count. */
const WITHOUT: Record<IgnoredDifference, (id: string) => string> = {
  hexadecimal: (id) => id.replace(/\b0x0*([\da-f]+)\b/gi, (_, digits: string) => `0x${digits.toLowerCase()}`),
  roman: (id) => id.replace(/\b[IVXLC]+\b/g, (roman) => String(fromRoman(roman) ?? roman)),
  zeros: (id) => id.replace(/(?<![\d.])0+(?=\d)/g, ''),
  case: (id) => id.toLowerCase(),
  signs: (id) => id.replace(/[#\-_.\s]+/g, ''),
};

/** @returns the id without the differences that do not count for its kind; equal for two spellings of one id */
export function normalId(id: string, { ids }: Pick<Kind, 'ids'>): string {
  let normal = id.trim().replace(/\s+/g, ' ');
  for (const difference of ids.ignore) normal = WITHOUT[difference](normal);
  return normal;
}
