/** Brings values that texts state into one form, so that they can be compared. */

/** Factors to the smallest unit: milliseconds, bytes. */
const UNITS: Readonly<Record<string, { dimension: 'time' | 'size'; factor: number }>> = {
  ms: { dimension: 'time', factor: 1 },
  millisecond: { dimension: 'time', factor: 1 },
  s: { dimension: 'time', factor: 1000 },
  sec: { dimension: 'time', factor: 1000 },
  second: { dimension: 'time', factor: 1000 },
  min: { dimension: 'time', factor: 60_000 },
  minute: { dimension: 'time', factor: 60_000 },
  h: { dimension: 'time', factor: 3_600_000 },
  hour: { dimension: 'time', factor: 3_600_000 },
  day: { dimension: 'time', factor: 86_400_000 },
  byte: { dimension: 'size', factor: 1 },
  kb: { dimension: 'size', factor: 1000 },
  kib: { dimension: 'size', factor: 1024 },
  mb: { dimension: 'size', factor: 1_000_000 },
  mib: { dimension: 'size', factor: 1024 ** 2 },
  gb: { dimension: 'size', factor: 1_000_000_000 },
  gib: { dimension: 'size', factor: 1024 ** 3 },
};

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
    const [unit, otherUnit] = [UNITS[first.unit], UNITS[second.unit]];
    if (unit && otherUnit && unit.dimension === otherUnit.dimension)
      return first.number * unit.factor === second.number * otherUnit.factor;
    return first.unit === second.unit && first.number === second.number;
  }
  // One of them leaves its unit to the name ("300" for seconds): any unit may be meant.
  if (!first.unit && !second.unit) return first.number === second.number;
  const { factor } = UNITS[(first.unit || second.unit)!] ?? { factor: 1 };
  const [withUnit, plain] = first.unit ? [first.number, second.number] : [second.number, first.number];
  return Object.values(UNITS).some((unit) => withUnit * factor === plain * unit.factor) || withUnit === plain;
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
