/** Units of time and size. */
export interface Unit {
  /** As it is written after a number. */
  short: string;
  dimension: 'time' | 'size';
  /** To the smallest unit: milliseconds, bytes. */
  factor: number;
}

const TABLE: readonly [names: string, dimension: Unit['dimension'], factor: number, short: string][] = [
  ['ms millisecond', 'time', 1, 'ms'],
  ['s sec second', 'time', 1000, 's'],
  ['min minute', 'time', 60_000, 'min'],
  ['h hr hour', 'time', 3_600_000, 'h'],
  ['d day', 'time', 86_400_000, 'days'],
  ['week', 'time', 604_800_000, 'weeks'],
  ['byte', 'size', 1, 'bytes'],
  ['kb', 'size', 1e3, 'KB'],
  ['mb', 'size', 1e6, 'MB'],
  ['gb', 'size', 1e9, 'GB'],
  ['tb', 'size', 1e12, 'TB'],
  ['kib', 'size', 2 ** 10, 'KiB'],
  ['mib', 'size', 2 ** 20, 'MiB'],
  ['gib', 'size', 2 ** 30, 'GiB'],
  ['tib', 'size', 2 ** 40, 'TiB'],
];

/** All units, from the smallest of each dimension on. */
export const UNITS: readonly Unit[] = TABLE.map(([, dimension, factor, short]) => ({
  short,
  dimension,
  factor,
}));

const BY_NAME = new Map(TABLE.flatMap(([names], i) => names.split(' ').map((name) => [name, UNITS[i]])));

/** @param word in any letter case, in the singular or plural: "s", "MiB", "Minutes" */
export function unitNamed(word: string): Unit | undefined {
  const name = word.toLowerCase();
  return BY_NAME.get(name) ?? BY_NAME.get(name.replace(/(?<=..)s$/, ''));
}
