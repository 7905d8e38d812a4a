/** Everything that lists facts of many things of one kind: tables, headers, footers, definitions, the configuration. */
import { requirementKind } from '../../kinds/requirement.ts';
import { phaseKind } from '../../kinds/phase.ts';
import type {
  DocumentFacts,
  GraphEdge,
  RegisterCell,
  RegisterTable,
  SourceRange,
} from '../../model/index.ts';
import type { GraphView } from '../../view.ts';
import { rangeAt } from '../../text/line-starts.ts';
import { documentKind } from '../../kinds/document.ts';
import { documentOf, nodeId } from '../ids.ts';
import { keyOf, readMark, readWords, type CellValue } from './values.ts';

/** What one column says of things, by the ids of the things. */
export interface Column {
  /** Kind of the things; of names that are no things of the graph, the heading of their column. */
  kind: string;
  /** Whether the keys are things of the graph, the same in every document. */
  isShared: boolean;
  /** The heading as written, and in lower case. */
  title: string;
  heading: string;
  /** What it is a column of: two columns of one table are never compared. */
  register: object;
  /** Whether its document is one of a numbered set. */
  isOfWork?: boolean;
  isMarks?: boolean;
  cells: Map<string, Statement>;
}

export interface Statement {
  value: CellValue;
  /** As written. */
  text: string;
  /** Absent where the configuration says it. */
  range?: SourceRange;
  /** Where each of several ids stands, if they stand in several places. */
  places?: ReadonlyMap<string, SourceRange>;
  column: Column;
}

/** Tables of so many rows may each be a part of one register. */
const MAX_SMALL_ROWS = 4;
/** A smaller register has too little to compare. */
const MIN_KEYS = 3;
/** In so many of its rows a column must name one thing each, to be the column of the things. */
const MIN_NAMED = 0.8;
/** Headings of columns that number the rows. */
const NUMBERS = /^\s*(?:#|no\.?|nr\.?|)\s*$/i;
/** The things stand in one of the first columns. */
const KEY_COLUMNS = 2;

/** All columns of the set that have at least three keys. */
export function columnsOf(graph: GraphView): Column[] {
  const read = createCellReader(graph);
  const columns = [
    ...graph.documents.flatMap((facts) =>
      mergeTables(facts.registers).flatMap((table) => columnsOfTable(table, facts, read)),
    ),
    ...columnsOfDocuments(graph),
    ...columnsOfConfiguration(graph),
    ...columnsOfDefinitions(graph),
  ];
  const owned = new Map([
    [documentKind.id, OWNED_BY_DOCUMENTS],
    [graph.scheme?.kind, fieldHeadings(graph)],
  ]);
  return [...columns, ...columns.flatMap((column) => inverted(column, documentKind.id))].filter(
    ({ cells, kind, heading }) => cells.size >= MIN_KEYS && !owned.get(kind)?.has(heading),
  );
}

/** `wrong-version` and `phase-mismatch` compare these. */
const OWNED_BY_DOCUMENTS: ReadonlySet<string> = new Set(['version', 'phase', 'phases']);

/** Headings of the fields of variables: `conflicting-definition` compares those that the configuration wants compared. */
function fieldHeadings({ scheme }: GraphView): ReadonlySet<string> {
  return new Set(scheme?.fields.flatMap(({ columns }) => columns.map(normal)) ?? []);
}

/** Small tables of one document with the same headings are one register. */
function mergeTables(tables: readonly RegisterTable[]): RegisterTable[] {
  const isSmall = ({ rows }: RegisterTable): boolean => rows.length <= MAX_SMALL_ROWS;
  const groups = Map.groupBy(tables.filter(isSmall), ({ header }) => header.join('|').toLowerCase());
  const merged = [...groups.values()].map(([first, ...others]) =>
    others.length === 0 ? first : { ...first, rows: [first, ...others].flatMap(({ rows }) => rows) },
  );
  return [...merged, ...tables.filter((table) => !isSmall(table))];
}

/** "Which requirements a document meets" as "which documents meet a requirement". */
function inverted(column: Column, documents: string): Column[] {
  if (!column.isShared || column.kind !== documents) return [];
  const result: Column = { ...column, cells: new Map() };
  const placesById = new Map<string, Map<string, SourceRange>>();
  for (const [key, { value, range }] of column.cells) {
    if (value.form !== 'things' || value.kind === column.kind) return [];
    result.kind = value.kind;
    for (const id of value.ids) placesById.set(id, (placesById.get(id) ?? new Map()).set(key, range));
  }
  for (const [id, places] of placesById)
    result.cells.set(id, {
      // A row that is missing is the finding of another rule.
      value: { form: 'things', kind: column.kind, ids: new Set(places.keys()), isPartial: true },
      text: '',
      range: [...places.values()][0],
      places,
      column: result,
    });
  return [result];
}

/** A row as the ids of the things that each of its cells names. */
type ReadCell = (cell: Pick<RegisterCell, 'start' | 'end'>, facts: DocumentFacts) => ReadThings;

interface ReadThings {
  things: string[];
  range: SourceRange;
  /** Whether a reference in the cell leads nowhere: then what it names is not known. */
  isBroken: boolean;
}

function createCellReader(graph: GraphView): ReadCell {
  const byFile = new Map<string, Map<number, GraphEdge[]>>();
  const files = new Set(
    graph.documents.filter(({ registers }) => registers.length > 0).map(({ path }) => path),
  );
  for (const edge of graph.edges) {
    if (!edge.range || !files.has(edge.range.file)) continue;
    const lines = byFile.get(edge.range.file) ?? new Map<number, GraphEdge[]>();
    byFile.set(edge.range.file, lines);
    const { line } = edge.range;
    lines.set(line, [...(lines.get(line) ?? []), edge]);
  }
  return ({ start, end }, facts) => {
    const range = rangeAt(facts, start, end);
    const edges = byFile.get(facts.path)?.get(range.line) ?? [];
    const inside = edges.filter(
      (edge) =>
        edge.range!.column >= range.column &&
        edge.range!.endLine === range.line &&
        edge.range!.endColumn <= range.endColumn,
    );
    const things = [...new Set(inside.flatMap(({ target, resolved }) => (resolved ? [target] : [])))];
    return { range, things, isBroken: inside.some(({ resolved }) => !resolved) };
  };
}

function columnsOfTable(table: RegisterTable, facts: DocumentFacts, read: ReadCell): Column[] {
  const keys = keysOf(table, facts, read);
  if (!keys) return [];
  return table.header.flatMap((heading, at): Column[] => {
    if (at === keys.at || NUMBERS.test(heading)) return [];
    const isMarks = table.rows.every((row) => readMark(row[at]?.text ?? '?') !== undefined);
    const column: Column = {
      ...keys.of,
      title: heading,
      heading: normal(heading),
      register: table,
      isOfWork: facts.number !== undefined,
      isMarks,
      cells: new Map(),
    };
    for (const [i, row] of table.rows.entries()) {
      const key = keys.ids[i];
      if (key === undefined || !row[at]) continue;
      const { things, range, isBroken } = read(row[at], facts);
      const value = isBroken ? undefined : valueOf(row[at].text, things, isMarks, column.heading);
      if (value) add(column, key, { value, text: row[at].text ?? '', range, column });
    }
    return [column];
  });
}

/** A key that stands twice with different values says nothing. */
function add(column: Column, key: string, statement: Statement): void {
  const known = column.cells.get(key);
  if (known && keyOf(known.value) !== keyOf(statement.value)) column.cells.delete(key);
  else column.cells.set(key, statement);
}

interface Keys {
  at: number;
  ids: (string | undefined)[];
  of: Pick<Column, 'kind' | 'isShared'>;
}

function keysOf({ header, rows }: RegisterTable, facts: DocumentFacts, read: ReadCell): Keys | undefined {
  for (let at = 0; at < Math.min(KEY_COLUMNS, header.length); at++) {
    const named = rows.map((row) => (row[at] ? read(row[at], facts).things : []));
    const ids = named.map((things) => (things.length === 1 ? things[0] : undefined));
    const found = ids.filter((id) => id !== undefined);
    const kinds = new Set(found.map((id) => nodeId.kindOf(id)));
    if (found.length >= MIN_NAMED * rows.length && kinds.size === 1 && new Set(found).size > found.length / 2)
      return { at, ids, of: { kind: [...kinds][0], isShared: true } };
  }
  const at = NUMBERS.test(header[0]) ? 1 : 0;
  if (header.length < at + 2) return undefined;
  const ids = rows.map((row) => normal(row[at]?.text ?? '') || undefined);
  if (new Set(ids).size < rows.length) return undefined;
  return { at, ids, of: { kind: normal(header[at]), isShared: false } };
}

function valueOf(
  text: string | undefined,
  things: readonly string[],
  isMarks: boolean,
  heading: string,
): CellValue | undefined {
  if (isMarks) return { form: 'mark', isSet: readMark(text!)! };
  const coarse = new Set(things.map((id) => documentOf(id) ?? id));
  const kinds = new Set([...coarse].map((id) => nodeId.kindOf(id)));
  if (kinds.size === 1) return { form: 'things', kind: [...kinds][0], ids: coarse };
  if (things.length > 0 || text === undefined) return undefined;
  // "5" below the heading "Phase" names a phase.
  if (/^\d+$/.test(text)) {
    const words = `${heading} ${Number(text)}`;
    return { form: 'words', words, core: words };
  }
  return readWords(text);
}

function normal(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}

/** Titles, headers and footers of the documents. */
function columnsOfDocuments(graph: GraphView): Column[] {
  const thingsIn = createThingReader(graph);
  const columns = new Map<string, Column>();
  const state = (
    place: string,
    title: string,
    facts: DocumentFacts,
    statement: Omit<Statement, 'column'>,
  ): void => {
    const heading = normal(title);
    const name = `${place} ${heading}`;
    const column = columns.get(name) ?? {
      kind: documentKind.id,
      isShared: true,
      title,
      heading,
      register: {},
      cells: new Map<string, Statement>(),
    };
    columns.set(name, column);
    add(column, facts.id, { ...statement, column });
  };
  for (const facts of graph.documents) {
    const title = readWords(facts.title);
    if (title) state('', 'Title', facts, { value: title, text: facts.title, range: facts.titleRange });
    for (const [place, fields] of [
      ['header', facts.header],
      ['footer', facts.footer],
    ] as const)
      for (const { label, value, range } of fields) {
        // "Specification for RL-1: Relay": the label names things, and the value is the title.
        const named = thingsIn(label);
        const heading = named ? label.replace(/ for .*/, '') : label;
        const things = named ?? thingsIn(value);
        const words = readWords(value);
        const text = named ? label.replace(/^.* for /, '') : value;
        if (things) state(`${place} things`, heading, facts, { value: things, text, range });
        if (words) state(place, heading, facts, { value: words, text: value, range });
      }
  }
  return [...columns.values()];
}

/** Reads the ids of things of one kind from words; undefined where there are none or of several kinds. */
function createThingReader(graph: GraphView): (words: string) => CellValue | undefined {
  const kinds = graph.kinds.map(({ id }) => id);
  return (words) => {
    const found = (words.match(/[\p{L}\p{N}][\w.-]*/gu) ?? []).flatMap((word) =>
      /\d/.test(word) ? kinds.flatMap((kind) => graph.node(nodeId.thing(kind, word))?.id ?? []) : [],
    );
    const ofKinds = new Set(found.map((id) => nodeId.kindOf(id)));
    return ofKinds.size === 1 ? { form: 'things', kind: [...ofKinds][0], ids: new Set(found) } : undefined;
  };
}

function columnsOfConfiguration({ config }: GraphView): Column[] {
  const columnFor = (kind: string, title: string): Column => ({
    kind,
    isShared: true,
    title,
    heading: normal(title),
    register: {},
    cells: new Map(),
  });
  const [names, bases] = [columnFor(phaseKind.id, 'Name'), columnFor(phaseKind.id, 'Depends on')];
  for (const { number, name, dependsOn } of config.phases ?? []) {
    const id = nodeId.phase(number);
    const words = readWords(name);
    if (words) names.cells.set(id, { value: words, text: name, column: names });
    const ids = new Set(dependsOn.map(nodeId.phase));
    if (ids.size > 0)
      bases.cells.set(id, {
        value: { form: 'things', kind: 'phase', ids },
        text: dependsOn.join(', '),
        column: bases,
      });
  }
  const titles = columnFor(requirementKind.id, 'Title');
  for (const { id, title } of config.requirements ?? []) {
    const value = title === undefined ? undefined : readWords(title);
    if (value) titles.cells.set(nodeId.requirement(id), { value, text: title!, column: titles });
  }
  return [names, bases, titles];
}

/** The parts of the system that have a variable, as a column of marks for each part. */
function columnsOfDefinitions({ definitions }: GraphView): Column[] {
  const parts = new Set(definitions.flatMap(({ components }) => components ?? []));
  const byName = Map.groupBy(definitions, ({ kind, name }) => nodeId.thing(kind, name));
  return [...parts].map((part) => {
    const column: Column = {
      kind: definitions[0].kind,
      isShared: true,
      isMarks: true,
      title: part,
      heading: normal(part),
      register: {},
      cells: new Map(),
    };
    for (const [id, own] of byName) {
      // What every part has may be listed as belonging to none.
      if (own.some(({ components = [] }) => components.length === parts.size)) continue;
      const isSet = own.some(({ components }) => components?.includes(part));
      column.cells.set(id, {
        value: { form: 'mark', isSet },
        text: isSet ? 'yes' : 'no',
        range: own[0].range,
        column,
      });
    }
    return column;
  });
}
