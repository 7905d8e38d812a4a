/** The columns of tables whose rows are each about one thing. */
import type { DocumentFacts, TableCell, TableFacts } from '../../model/index.ts';
import { PAUSE, type Pause } from '../../pause.ts';
import type { GraphView } from '../../view.ts';
import { documentOf, nodeId } from '../ids.ts';
import { oncePer } from '../once.ts';
import { addStatement, createColumn, normal, type Column } from './column.ts';
import { readMark, readWords, type CellValue } from './values.ts';

/** Tables of so many rows may each be a part of one register. */
const MAX_SMALL_ROWS = 4;
/** Longer cells hold sentences, which two tables hardly ever say alike. */
const MAX_CHARACTERS = 160;
/** In so many of its rows a column must name one thing each, to be the column of the things. */
const MIN_NAMED = 0.8;
/** Headings of columns that number the rows. */
const NUMBERS = /^\s*(?:#|no\.?|nr\.?|)\s*$/i;
/** The things stand in one of the first columns. */
const KEY_COLUMNS = 2;

export function* columnsOfTables(graph: GraphView): Generator<Pause, Column[], void> {
  const read = createCellReader(graph);
  const numbered = createNumberReader(graph);
  const columns: Column[] = [];
  for (const facts of graph.documents) {
    for (const table of mergedTables(facts)) columns.push(...columnsOfTable(table, facts, read, numbered));
    yield PAUSE;
  }
  return columns;
}

/** Small tables of one document with the same headings are one register. */
const mergedTables = oncePer(({ tables }: DocumentFacts): TableFacts[] => {
  const isSmall = ({ rows }: TableFacts): boolean => rows.length <= MAX_SMALL_ROWS;
  const groups = Map.groupBy(tables.filter(isSmall), ({ header }) =>
    normal(header.map(({ text }) => text).join('|')),
  );
  const merged = [...groups.values()].map(([first, ...others]) =>
    others.length === 0 ? first : { ...first, rows: [first, ...others].flatMap(({ rows }) => rows) },
  );
  return [...merged, ...tables.filter((table) => !isSmall(table))];
});

/** A row as the ids of the things that each of its cells names. */
type ReadCell = (cell: TableCell) => ReadThings;

interface ReadThings {
  things: string[];
  /** Whether a reference in the cell leads nowhere: then what it names is not known. */
  isBroken: boolean;
}

const NOTHING: ReadThings = { things: [], isBroken: false };

function createCellReader(graph: GraphView): ReadCell {
  // Each cell is read several times. A weak map of so many cells would take longer than it saves.
  const known = new Map<TableCell, ReadThings>();
  return (cell) => {
    let things = known.get(cell);
    if (!things) known.set(cell, (things = readThings(cell, graph)));
    return things;
  };
}

function readThings({ range }: TableCell, graph: GraphView): ReadThings {
  const edges = graph.edgesOn(range.file, range.line);
  if (edges.length === 0) return NOTHING;
  const inside = edges.filter(
    (edge) =>
      edge.range!.column >= range.column &&
      edge.range!.endLine === range.line &&
      edge.range!.endColumn <= range.endColumn,
  );
  const things = [...new Set(inside.flatMap(({ target, resolved }) => (resolved ? [target] : [])))];
  return { things, isBroken: inside.some(({ resolved }) => !resolved) };
}

/** The thing that a bare number below a heading names: "4" below "Phase". */
type ReadNumber = (heading: string, text: string) => string | undefined;

/** Numbers of things that are unique in the set. */
function createNumberReader(graph: GraphView): ReadNumber {
  const kinds = new Map(
    graph.kinds
      .filter(({ scope }) => scope === 'set')
      .flatMap(({ id, name }) => [name.one, name.many].map((word) => [word.toLowerCase(), id] as const)),
  );
  return (heading, text) => {
    const kind = /^\d+$/.test(text) ? kinds.get(normal(heading)) : undefined;
    return kind === undefined ? undefined : graph.node(nodeId.thing(kind, String(Number(text))))?.id;
  };
}

function columnsOfTable(
  table: TableFacts,
  facts: DocumentFacts,
  read: ReadCell,
  numbered: ReadNumber,
): Column[] {
  const keys = keysOf(table, read, numbered);
  if (!keys) return [];
  return table.header.flatMap(({ text: heading }, at): Column[] => {
    if (at === keys.at || NUMBERS.test(heading)) return [];
    const column = createColumn(keys.of.kind, heading, {
      isShared: keys.of.isShared,
      register: table,
      isOfWork: facts.number !== undefined,
      isMarks: marksOf(table)[at],
    });
    for (const [i, { cells }] of table.rows.entries()) {
      const key = keys.ids[i];
      const cell = cells[at];
      if (key === undefined || !cell) continue;
      const { things, isBroken } = withNumbers(cell, read(cell), keys, numbered);
      const value = isBroken ? undefined : valueOf(cell, things, column);
      if (value) addStatement(column, key, { value, text: cell.text, range: cell.range, column });
    }
    return [column];
  });
}

/** Of each column, whether all its cells are marks. */
const marksOf = oncePer(({ header, rows }: TableFacts): boolean[] =>
  header.map((_, at) => rows.every(({ cells }) => readMark(cells[at]?.text ?? '?') !== undefined)),
);

interface Keys {
  at: number;
  /** Heading of bare numbers that are the keys: then bare numbers in other columns are things of the same kind. */
  numbersOf?: string;
  ids: (string | undefined)[];
  of: Pick<Column, 'kind' | 'isShared'>;
}

function keysOf(table: TableFacts, read: ReadCell, numbered: ReadNumber): Keys | undefined {
  const { header, rows } = table;
  for (let at = 0; at < Math.min(KEY_COLUMNS, header.length); at++) {
    const named = rows.map(({ cells }) => (cells[at] ? read(cells[at]).things : []));
    const ids = named.map((things, i) =>
      things.length === 1 ? things[0] : numbered(header[at].text, rows[i].cells[at]?.text ?? ''),
    );
    const found = ids.filter((id) => id !== undefined);
    const kinds = new Set(found.map((id) => nodeId.kindOf(id)));
    if (found.length >= MIN_NAMED * rows.length && kinds.size === 1 && new Set(found).size > found.length / 2)
      return {
        at,
        ids,
        of: { kind: [...kinds][0], isShared: true },
        numbersOf: bareHeading(table, at, named),
      };
  }
  return namesOf(table);
}

function bareHeading(
  { header }: TableFacts,
  at: number,
  named: readonly (readonly string[])[],
): string | undefined {
  return named.every((things) => things.length === 0) ? header[at].text : undefined;
}

/** "2, 4" below "Depends on" in a table whose rows are "3" and "5" below "Phase". */
function withNumbers(
  { text }: TableCell,
  known: ReadThings,
  { numbersOf }: Keys,
  numbered: ReadNumber,
): ReadThings {
  if (known.things.length > 0 || numbersOf === undefined || !/^\d+(?:, ?\d+)*$/.test(text)) return known;
  const things = text.split(',').map((number) => numbered(numbersOf, number.trim()));
  return things.every((id) => id !== undefined) ? { things, isBroken: false } : known;
}

/** The names of the rows, where they are no things of the graph. */
const namesOf = oncePer(({ header, rows }: TableFacts): Keys | undefined => {
  const at = NUMBERS.test(header[0].text) ? 1 : 0;
  if (header.length < at + 2) return undefined;
  const ids = rows.map(({ cells }) => normal(cells[at]?.text ?? '') || undefined);
  if (new Set(ids).size < rows.length) return undefined;
  return { at, ids, of: { kind: normal(header[at].text), isShared: false } };
});

function valueOf(cell: TableCell, things: readonly string[], column: Column): CellValue | undefined {
  if (column.isMarks) return { form: 'mark', isSet: readMark(cell.text)! };
  if (things.length === 0) return wordsOf(cell, column);
  const coarse = new Set(things.map((id) => documentOf(id) ?? id));
  const kinds = new Set([...coarse].map((id) => nodeId.kindOf(id)));
  return kinds.size === 1 ? { form: 'things', kind: [...kinds][0], ids: coarse } : undefined;
}

function wordsOf(cell: TableCell, { heading, isShared }: Column): CellValue | undefined {
  // "5" below the heading "Phase" names a phase.
  return isShared && /^\d+$/.test(cell.text)
    ? readWords(`${heading} ${Number(cell.text)}`)
    : wordsOfCell(cell);
}

const wordsOfCell = oncePer(({ text, range }: TableCell) =>
  range.endColumn - range.column > MAX_CHARACTERS ? undefined : readWords(text),
);
