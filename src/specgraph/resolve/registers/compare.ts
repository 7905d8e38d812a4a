/** Pairs the columns that state the same, and finds the cells that disagree. */
import { PAUSE, type Pause } from '../../pause.ts';
import type { Column, Statement } from './column.ts';
import { isExactly, isSame, keyOf, type CellValue } from './values.ts';

/** What two or more columns say of one thing, where they do not agree. */
export interface Disagreement {
  /** Id of the thing, or its name where it is none of the graph. */
  key: string;
  /** Those that are wrong: the minority; all where nobody can tell. */
  wrong: Statement[];
  /** Those that the majority or the owner states; empty where nobody can tell. */
  right: Statement[];
}

/** What makes two columns a pair. */
interface Threshold {
  /** Keys that both have. */
  keys: number;
  /** Share of these with the same value, further words allowed. */
  share: number;
  /** Share of these with exactly the same value. */
  exact: number;
  /** Different values among those that agree. */
  values: number;
}

const SAME_HEADING: Threshold = { keys: 3, share: 0.75, exact: 0.6, values: 2 };
const OTHER_HEADING: Threshold = { keys: 4, share: 0.75, exact: 0.5, values: 3 };
/** Names that are no things of the graph mean the same in the documents of a numbered set; elsewhere nobody can tell. */
const NAMES: Threshold = { keys: 4, share: 0.75, exact: 0.75, values: 3 };

/** "Value" in a table of settings here, and "Server" in one there: nearly all that both tables hold must be the same. */
const NAMES_OF_OTHER_HEADING: Threshold = { keys: 6, share: 0.8, exact: 0.75, values: 5 };

/** So many keys show that two columns are the same to the letter. */
const MIN_ALIKE = 6;
const MIN_EXACT = 0.85;

export function* disagreements(columns: readonly Column[]): Iterable<Disagreement | Pause> {
  for (const comparable of Map.groupBy(columns, comparedWith).values())
    for (const group of yield* groupsOf(comparable)) {
      const keys = new Set(group.flatMap(({ cells }) => [...cells.keys()]));
      const agree = areAlike(group) ? isExactly : isSame;
      for (const key of keys) {
        yield PAUSE;
        const statements = group.flatMap(({ cells }) => cells.get(key) ?? []);
        const disagreement = judge(key, statements, agree);
        if (disagreement) yield* withoutDerived(disagreement);
      }
    }
}

/** What follows from other statements is wrong where one of them is, which is found there; it may be right. */
function withoutDerived({ key, wrong, right }: Disagreement): Disagreement[] {
  const { stated = [], derived = [] } = Object.groupBy(wrong, ({ isDerived }) =>
    isDerived ? 'derived' : 'stated',
  );
  return stated.length === 0 ? [] : [{ key, wrong: stated, right: right.length > 0 ? right : derived }];
}

/** Columns with different results are never compared; see `thresholdOf`. */
function comparedWith({ kind, isShared, heading, isOfWork }: Column): string {
  return isShared || isOfWork ? `${kind} ${isShared}` : `${kind} false ${heading}`;
}

/** Columns that are a pair with one of their group, directly or by way of others. */
function* groupsOf(columns: readonly Column[]): Generator<Pause, Column[][], void> {
  const groupOf = columns.map((column) => [column]);
  const positions = new Map(columns.map((column, i) => [column, i]));
  for (let i = 0; i < columns.length; i++) {
    yield PAUSE;
    for (let j = i + 1; j < columns.length; j++) {
      // In a large set most columns that are alike are in one group already.
      if (groupOf[i] === groupOf[j] || columns[i].register === columns[j].register) continue;
      if (!isPair(columns[i], columns[j])) continue;
      const merged = [...groupOf[i], ...groupOf[j]];
      for (const column of merged) groupOf[positions.get(column)!] = merged;
    }
  }
  return [...new Set(groupOf)].filter((group) => group.length > 1);
}

function isPair(one: Column, other: Column): boolean {
  const threshold = thresholdOf(one, other);
  if (!threshold || Math.min(one.cells.size, other.cells.size) < threshold.keys) return false;
  let shared = 0;
  let agreeing = 0;
  let exact = 0;
  const values = new Set<string>();
  for (const [key, { value }] of one.cells) {
    const counterpart = other.cells.get(key);
    if (!counterpart) continue;
    shared++;
    if (!isSame(value, counterpart.value)) continue;
    agreeing++;
    if (keyOf(value) === keyOf(counterpart.value)) exact++;
    values.add(keyOf(value));
  }
  return (
    shared >= threshold.keys &&
    agreeing >= threshold.share * shared &&
    exact >= threshold.exact * shared &&
    values.size >= threshold.values
  );
}

/** Undefined where the two are never compared. */
function thresholdOf(one: Column, other: Column): Threshold | undefined {
  if (one.heading === other.heading)
    return one.isShared ? SAME_HEADING : one.isOfWork && other.isOfWork ? NAMES : undefined;
  // Marks are alike by chance.
  if (one.isMarks || other.isMarks) return undefined;
  if (one.isShared) return OTHER_HEADING;
  return one.isOfWork && other.isOfWork ? NAMES_OF_OTHER_HEADING : undefined;
}

/** Whether nearly all that two columns of the group share is the same to the letter: then further words are a mistake. */
function areAlike(columns: readonly Column[]): boolean {
  const [first, ...others] = columns.toSorted((a, b) => b.cells.size - a.cells.size);
  // A table of one component may say less than that of all: "off" here, "exporter off" there.
  if (!first.isShared && others.some(({ heading }) => heading !== first.heading)) return false;
  return others.every((other) => {
    const shared = [...other.cells].flatMap(([key, { value }]) => {
      const counterpart = first.cells.get(key)?.value;
      return counterpart ? [isExactly(value, counterpart)] : [];
    });
    return shared.length >= MIN_ALIKE && shared.filter(Boolean).length >= MIN_EXACT * shared.length;
  });
}

/** Whether a column in the singular names one of the things that a column in the plural names: "Document", "Documents". */
function isExcerpt(one: Statement, other: Statement): boolean {
  const [short, long] = one.column.heading.length < other.column.heading.length ? [one, other] : [other, one];
  return (
    long.column.heading === `${short.column.heading}s` &&
    short.value.form === 'things' &&
    long.value.form === 'things' &&
    short.value.ids.isSubsetOf(long.value.ids)
  );
}

function judge(
  key: string,
  statements: readonly Statement[],
  agree: (one: CellValue, other: CellValue) => boolean,
): Disagreement | undefined {
  const groups: Statement[][] = [];
  // Words cannot be compared with things.
  const isOfThings = statements.some(({ value }) => value.form === 'things');
  for (const statement of statements) {
    if (isOfThings && statement.value.form !== 'things') continue;
    const group = groups.find((own) =>
      own.every((other) => agree(other.value, statement.value) || isExcerpt(other, statement)),
    );
    if (group) group.push(statement);
    else groups.push([statement]);
  }
  if (groups.length < 2) return undefined;
  const [largest, second] = groups.toSorted((a, b) => b.length - a.length);
  if (largest.length > second.length)
    return { key, right: largest, wrong: groups.filter((group) => group !== largest).flat() };
  const owners = groups.filter((group) => group.some(({ range }) => range === undefined));
  return owners.length === 1
    ? { key, right: owners[0], wrong: groups.filter((group) => group !== owners[0]).flat() }
    : { key, right: [], wrong: [...statements] };
}
