/** Brings values that texts state into one form, so that they can be compared. */

import { unitNamed, UNITS } from './units.ts';

const QUANTITY = /^(-?\d[\d_,]*(?:\.\d+)?)\s*([a-z%]*)$/;
const EMPTY = new Set(['', 'none', 'empty', '(none)', '(empty)', 'null', 'n/a', '-', '–', '—']);
const YES = new Set(['yes', 'true', 'on', 'enabled']);
const NO = new Set(['no', 'false', 'off', 'disabled']);

/** Whether two texts state the same value: "300 s" and "5 min", `"YES"` and YES, 1_000 and 1,000. */
export function isSameValue(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  if (a === b) return true;
  for (const group of [EMPTY, YES, NO]) if (group.has(a) && group.has(b)) return true;
  const [first, second] = [quantityOf(a), quantityOf(b)];
  if (!first || !second) return false;
  if (first.unit && second.unit) {
    const [unit, otherUnit] = [unitNamed(first.unit), unitNamed(second.unit)];
    if (unit && otherUnit && unit.dimension === otherUnit.dimension)
      return first.number * unit.factor === second.number * otherUnit.factor;
    return first.unit === second.unit && first.number === second.number;
  }
  // One of them leaves its unit to the name ("300" for seconds): any unit may be meant.
  if (!first.unit && !second.unit) return first.number === second.number;
  const { factor } = unitNamed((first.unit || second.unit)!) ?? { factor: 1 };
  const [withUnit, plain] = first.unit ? [first.number, second.number] : [second.number, first.number];
  return UNITS.some((unit) => withUnit * factor === plain * unit.factor) || withUnit === plain;
}

/** Without quotes, backticks and emphasis, in lower case. */
function bare(text: string): string {
  return text
    .trim()
    .replaceAll(/^(["'`*_]+)(.*?)\1$/g, '$2')
    .trim()
    .toLowerCase();
}

function quantityOf(text: string): { number: number; unit?: string } | undefined {
  const match = QUANTITY.exec(text);
  if (!match) return undefined;
  const unit = match[2].length > 3 ? match[2].replace(/s$/, '') : match[2];
  return { number: Number(match[1].replaceAll(/[_,]/g, '')), unit: unit || undefined };
}
