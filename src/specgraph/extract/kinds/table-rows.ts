/** Reads the rows of tables that define things: ids in one column, what is said of them in the others. */
import type { Kind } from '../../kinds/index.ts';
import type { RawDefinition, TableCell, TableFacts } from '../../model/index.ts';
import type { DefinitionPattern } from './patterns.ts';

/** The field that titles a thing; without one, the next cell does. */
const TITLE = 'title';

export function readTableDefinitions(
  tables: readonly TableFacts[],
  { kind, form }: DefinitionPattern,
): RawDefinition[] {
  if (form.from !== 'table') return [];
  const wanted = form.column.toLowerCase();
  return tables.flatMap((table) => {
    const column = table.header.findIndex(({ text }) => text.toLowerCase() === wanted);
    if (column < 0) return [];
    return table.rows.flatMap(({ cells }) => {
      const cell = cells[column];
      if (!cell) return [];
      const fields = fieldsOf(kind, table.header, cells, column);
      const title = fields[TITLE] ?? cells[column + 1]?.text ?? '';
      return idsIn(cell.text, kind).map(({ id, last }) => ({
        kind: kind.id,
        id,
        last,
        title: title || undefined,
        fields,
        form: form.from,
        range: cell.range,
        section: table.section,
      }));
    });
  });
}

/** The fields that the kind asks for; all other columns, by their heading, where it asks for none. */
function fieldsOf(
  { fields }: Kind,
  header: readonly TableCell[],
  cells: readonly TableCell[],
  idColumn: number,
): Record<string, string> {
  const headings = header.map(({ text }) => text.toLowerCase());
  const columns =
    fields.length > 0
      ? fields.map(({ id, columns: names }) => ({
          id,
          at: names.map((name) => headings.indexOf(name.toLowerCase())).find((at) => at >= 0) ?? -1,
        }))
      : header.map(({ text }, at) => ({ id: text, at }));
  return Object.fromEntries(
    columns.flatMap(({ id, at }) => {
      const value = at === idColumn || id === '' ? '' : (cells[at]?.text ?? '');
      return value === '' ? [] : [[id, value]];
    }),
  );
}

/** "39000-9", "1000 – 1999". */
const RANGE = /^(\d+)\s*[-–—]\s*(\d+)$/;

/** One id, several with commas between them, or a range of numbers. */
function idsIn(cell: string, { ids }: Kind): { id: string; last?: string }[] {
  const whole = ids.pattern === undefined ? undefined : new RegExp(`^(?:${ids.pattern})$`, 'u');
  const parts = cell.split(/\s*(?:,|;|\s(?:and|or)\s)\s*/).filter(Boolean);
  // Words with a comma are one id unless the form of ids says more.
  const isList = parts.every((part) => (whole ? whole.test(part) || RANGE.test(part) : !/\s/.test(part)));
  return (isList ? parts : [cell]).flatMap((part) => {
    const range = RANGE.exec(part);
    if (range && (whole === undefined || whole.test(range[1]))) return [rangeOf(range[1], range[2])];
    return part !== '' && (whole === undefined || whole.test(part)) ? [{ id: part }] : [];
  });
}

/** "39000-9" ends at 39009: the last number leaves out the digits that both have. */
function rangeOf(first: string, last: string): { id: string; last: string } {
  return { id: first, last: last.length < first.length ? first.slice(0, -last.length) + last : last };
}
