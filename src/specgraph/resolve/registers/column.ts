/** A column: what one table, or all headers, say of the things of one kind. */
import type { SourceRange } from '../../model/index.ts';
import { keyOf, type CellValue } from './values.ts';

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
  /** Whether it follows from what others state: it can show that a statement is wrong, and is not reported itself. */
  isDerived?: boolean;
  column: Column;
}

/** An empty column about things of the graph. */
export function createColumn(kind: string, title: string, more: Partial<Column> = {}): Column {
  return { kind, isShared: true, title, heading: normal(title), register: {}, cells: new Map(), ...more };
}

/** A key that stands twice with different values says nothing. */
export function addStatement(column: Column, key: string, statement: Statement): void {
  const known = column.cells.get(key);
  if (known && keyOf(known.value) !== keyOf(statement.value)) column.cells.delete(key);
  else column.cells.set(key, statement);
}

/** Words of a heading as they are compared. */
export function normal(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
