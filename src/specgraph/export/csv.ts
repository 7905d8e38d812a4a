import type { ExportedVariable } from './json.ts';

/** Keys whose values are lists of places: a table cell cannot hold them. */
const WITHOUT_COLUMN: ReadonlySet<string> = new Set(['facets', 'required']);

/**
 * Variables as CSV (RFC 4180): a header line, lists separated by spaces, lines ended by CRLF.
 * @param variables all with the same keys, as `exportVariables` gives them
 * @param keys the keys of `exportVariables`, for the header where there are no variables
 */
export function variablesCsv(variables: readonly ExportedVariable[], keys: readonly string[]): string {
  const columns = keys.filter((key) => !WITHOUT_COLUMN.has(key));
  return [columns, ...variables.map((variable) => columns.map((column) => variable[column]))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');
}

function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.join(' ') : String(value ?? '');
  // A spreadsheet would run a cell that begins like a formula.
  const safe = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
