/** What a table says of things by way of others: the requirements of a phase are those of its documents. */
import type { Column, Statement } from './column.ts';

/**
 * Of a table that names two sorts of things in each row, such as the requirements and the documents of a phase: the
 * first ones as other registers give them for the second ones.
 *
 * @param columns columns of the set; those of one table have the same register
 */
export function composedColumns(columns: readonly Column[]): Column[] {
  const ofThings = columns.filter(({ isShared, cells }) => isShared && cells.size > 0 && valuesOf(cells));
  const byKind = Map.groupBy(ofThings, ({ kind }) => kind);
  const composed: Column[] = [];
  for (const own of Map.groupBy(ofThings, ({ register }) => register).values())
    for (const via of own)
      for (const stated of own) {
        if (via === stated || via.kind !== stated.kind) continue;
        const [middle, end] = [valuesOf(via.cells)!, valuesOf(stated.cells)!];
        if (middle === end || end === stated.kind) continue;
        for (const register of byKind.get(middle) ?? [])
          if (register.register !== via.register && valuesOf(register.cells) === end)
            composed.push(compose(stated, via, register));
      }
  return composed;
}

/** The kind of things that all cells name; undefined where they say anything else. */
function valuesOf(cells: Column['cells']): string | undefined {
  const kinds = new Set<string | undefined>();
  for (const { value } of cells.values()) kinds.add(value.form === 'things' ? value.kind : undefined);
  return kinds.size === 1 ? [...kinds][0] : undefined;
}

/** The cells of `via` with each of their things replaced by what `register` says of it. */
function compose(stated: Column, via: Column, register: Column): Column {
  const result: Column = { ...stated, register: {}, cells: new Map() };
  for (const [key, { value }] of via.cells) {
    if (value.form !== 'things') continue;
    const statements = [...value.ids].map((id) => register.cells.get(id));
    if (statements.every((statement) => statement !== undefined))
      result.cells.set(key, { ...unionOf(statements), column: result });
  }
  return result;
}

function unionOf(statements: readonly Statement[]): Omit<Statement, 'column'> {
  const [first] = statements;
  const things = statements.flatMap(({ value }) => (value.form === 'things' ? [value] : []));
  return {
    value: {
      form: 'things',
      kind: things[0].kind,
      ids: new Set(things.flatMap(({ ids }) => [...ids])),
      isPartial: things.some(({ isPartial }) => isPartial),
    },
    text: first.text,
    range: first.range,
    isDerived: true,
  };
}
