/** Everything that lists facts of many things of one kind: tables, headers, footers, definitions, the configuration. */
import { documentKind } from '../../kinds/document.ts';
import type { SourceRange } from '../../model/index.ts';
import { PAUSE, type Pause } from '../../pause.ts';
import type { GraphView } from '../../view.ts';
import { normal, type Column } from './column.ts';
import { composedColumns } from './composed.ts';
import { columnsOfConfiguration, columnsOfDefinitions } from './configured.ts';
import { columnsOfDocuments } from './documents.ts';
import { columnsOfTables } from './tables.ts';

/** A smaller register has too little to compare. */
const MIN_KEYS = 3;

/** All columns of the set that have at least three keys. */
export function* columnsOf(graph: GraphView): Generator<Pause, Column[], void> {
  const columns = [
    ...(yield* columnsOfTables(graph)),
    ...columnsOfDocuments(graph),
    ...columnsOfConfiguration(graph),
    ...columnsOfDefinitions(graph),
  ];
  const owned = new Map([
    [documentKind.id, OWNED_BY_DOCUMENTS],
    [graph.scheme?.kind, fieldHeadings(graph)],
  ]);
  const inverse = columns.flatMap((column) => inverted(column, documentKind.id));
  yield PAUSE;
  return [...columns, ...inverse, ...composedColumns(columns)].filter(
    ({ cells, kind, heading }) => cells.size >= MIN_KEYS && !owned.get(kind)?.has(heading),
  );
}

/** `wrong-version` and `phase-mismatch` compare these. */
const OWNED_BY_DOCUMENTS: ReadonlySet<string> = new Set(['version', 'phase', 'phases']);

/** Headings of the fields of variables: `conflicting-definition` compares those that the configuration wants compared. */
function fieldHeadings({ scheme }: GraphView): ReadonlySet<string> {
  return new Set(scheme?.fields.flatMap(({ columns }) => columns.map(normal)) ?? []);
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
