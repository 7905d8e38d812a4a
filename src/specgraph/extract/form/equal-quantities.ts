/** A quantity that is said twice, in two units: "240 s (4 min)". */
import type { WrongResult } from '../../model/index.ts';
import { unitNamed, UNITS, type Unit } from '../../text/units.ts';
import type { FlatUnit } from '../prose.ts';

const QUANTITY = String.raw`\d[\d,]*(?:\.\d+)?`;
const TIME = String.raw`ms|milliseconds?|s|secs?|seconds?|min|mins|minutes?|h|hrs?|hours?|days?|weeks?`;
/** Nothing but the second quantity stands in the brackets, so that it cannot be something else. */
const TWICE = new RegExp(
  String.raw`(?<![\w.$/#^×*-])(?<first>${QUANTITY})[ -]?(?<unit>${TIME}) \((?<second>${QUANTITY})[ -]?(?<other>${TIME})\)`,
  'g',
);
/** A bound, a range or a part of a longer duration: "10 to 60 s (1 min)", "1 min 30 s (90 s)". */
const NOT_ALONE = /(?:\b(?:to|or|and|than|plus|of)|[-–+/,]|\d ?(?:h|m|s|min|hours?|minutes?)) ?$/;
/** Rounded to a whole unit, a quantity is off by less than a tenth. */
const TOLERANCE = 0.1;

/** Second quantities that are not the first one in another unit. */
export function extractUnequalQuantities(units: readonly FlatUnit[]): WrongResult[] {
  return units.flatMap((unit) => {
    if (!unit.text.includes('(')) return [];
    return [...unit.text.matchAll(TWICE)].flatMap((match) => {
      const { first, unit: written, second, other } = match.groups!;
      const [own, next] = [unitNamed(written)!, unitNamed(other)!];
      const [exact, stated] = [valueOf(first) * own.factor, valueOf(second) * next.factor];
      if (own === next || NOT_ALONE.test(unit.text.slice(0, match.index))) return [];
      if (Math.abs(exact - stated) <= TOLERANCE * Math.max(exact, stated)) return [];
      const start = match.index + match[0].length - 1 - other.length;
      const end = match.index + match[0].length - 1;
      const from = unit.text.lastIndexOf('(', start) + 1;
      return [
        {
          range: unit.place(from, end),
          written: unit.text.slice(from, end),
          calculation: `${first} ${written}`,
          expected: inUnits(exact),
        },
      ];
    });
  });
}

function valueOf(written: string): number {
  return Number(written.replaceAll(',', ''));
}

/** In the largest unit of which it is a whole number. */
function inUnits(milliseconds: number): string {
  const isWhole = ({ dimension, factor }: Unit): boolean =>
    dimension === 'time' && milliseconds % factor === 0;
  const unit = UNITS.findLast(isWhole) ?? UNITS[0];
  return `${milliseconds / unit.factor} ${unit.short}`;
}
