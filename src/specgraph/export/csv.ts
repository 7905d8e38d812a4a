import type { ExportedVariable } from './json.ts';

const COLUMNS = [
  'name',
  'counted',
  'appliances',
  'number',
  'section',
  'group',
  'type',
  'mandatory',
  'options',
  'default',
  'userInput',
  'validation',
  'flowerMapping',
  'phase',
  'mentions',
] as const satisfies (keyof ExportedVariable)[];

/** Variables as CSV (RFC 4180): a header line, lists separated by spaces, lines ended by CRLF. */
export function variablesCsv(variables: readonly ExportedVariable[]): string {
  return [COLUMNS, ...variables.map((variable) => COLUMNS.map((column) => variable[column]))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

function cell(value: string | number | boolean | readonly string[] | null): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
  // A spreadsheet would run a cell that begins like a formula.
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
