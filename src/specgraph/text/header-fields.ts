import type { HeaderField } from '../model/index.ts';

/** The header or footer field with this label, in the singular or the plural. */
export function fieldOf(fields: HeaderField[], label: string): HeaderField | undefined {
  return fields.find((field) => field.label === label || field.label === `${label}s`);
}

/** Phase numbers of a header or footer value: "01 - Base Architecture, 02 - Security" gives 1 and 2. */
export function phaseNumbers(value: string): string[] {
  return [...value.matchAll(/(?:^|,\s*)0*(\d+)\s+-\s/g)].map((match) => match[1]);
}
