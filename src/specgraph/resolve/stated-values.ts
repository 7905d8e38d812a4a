/** Values that the set states for names, and those that differ from the definition. */
import type { OverrideConfig } from '../config-definitions.ts';
import type { Definition, DocumentFacts, Field, StatedValue, TableFacts } from '../model/index.ts';
import { isSameValue, normaliseValue, writeFieldValue } from '../text/field-values.ts';
import { columnOf } from '../text/tables.ts';
import type { DefinitionScheme } from './schemes.ts';

/** Every value that a place in the set, definition rows included, states for a compared field of a known name. */
export function readStatedValues(
  scheme: DefinitionScheme,
  documents: readonly DocumentFacts[],
  known: ReadonlySet<string>,
): StatedValue[] {
  const fields = scheme.fields.filter(({ isCompared }) => isCompared);
  return documents.flatMap((facts) => [
    ...facts.tables.flatMap((table) => statedInTable(table, facts, scheme, fields, known)),
    ...facts.codeValues
      .filter(({ name, field }) => known.has(name) && fields.some(({ id }) => id === field))
      .map(({ name, field, value, range, section }): StatedValue => ({
        kind: scheme.kind,
        name,
        field,
        value,
        range,
        section,
        document: facts.id,
      })),
  ]);
}

function statedInTable(
  table: TableFacts,
  facts: DocumentFacts,
  scheme: DefinitionScheme,
  fields: readonly Field[],
  known: ReadonlySet<string>,
): StatedValue[] {
  const column = columnOf(table, ...scheme.columns);
  if (column < 0) return [];
  const columns = fields
    .map((field) => ({ field, at: columnOf(table, ...field.columns) }))
    .filter(({ at }) => at >= 0);
  return table.rows.flatMap((row) => {
    const name = row.cells[column]?.text ?? '';
    if (!known.has(name)) return [];
    return columns.flatMap(({ field, at }): StatedValue[] => {
      const cell = row.cells[at];
      if (!cell || cell.text === '') return [];
      return [
        {
          kind: scheme.kind,
          name,
          field: field.id,
          value: field.type === 'flag' ? cell.text : normaliseValue(cell.text),
          range: cell.range,
          section: table.section,
          document: facts.id,
        },
      ];
    });
  });
}

/** Whether a place states the value that a definition has. */
export function agrees(definition: Definition, stated: StatedValue, field: Field): boolean {
  return isSameValue(field.type, stated.value, definedValue(definition, field.id));
}

/** The value of a field as text; "" where the definition has none. */
export function definedValue(definition: Definition, field: string): string {
  return writeFieldValue(definition.fields[field]);
}

/** Whether the value, or that of one of its definitions, breaks the grammar of the field: nothing is compared with it. */
export function isFaultyValue(
  stated: StatedValue,
  definitions: readonly Definition[],
  field: Field,
): boolean {
  const { parse } = field;
  if (!parse) return false;
  return [stated.value, ...definitions.map((definition) => definedValue(definition, field.id))].some(
    (value) => value !== '' && parse(value).isFaulty,
  );
}

/** What another field of the same row repeats of a field, and says differently. */
export interface Contradiction {
  field: Field;
  /** The value in the composite field. */
  value: string;
}

/** @param stated a value of the definition's own row */
export function contradictionOf(
  definition: Definition,
  stated: StatedValue,
  fields: readonly Field[],
): Contradiction | undefined {
  const type = fields.find(({ id }) => id === stated.field)!.type;
  for (const field of fields) {
    const composite =
      definition.fields[field.id] === undefined
        ? undefined
        : field.parse?.(definedValue(definition, field.id));
    if (!composite || composite.isFaulty) continue;
    const value = composite.repeats[stated.field];
    if (value !== undefined && !isSameValue(type, value, stated.value)) return { field, value };
  }
  return undefined;
}

/** The entry of the configuration that allows a place to state another value. */
export function overrideOf(
  stated: StatedValue,
  overrides: readonly OverrideConfig[],
  graph: SectionLookup,
): OverrideConfig | undefined {
  const { name, field, document, section } = stated;
  const facts = graph.document(document);
  if (!facts || section === undefined) return undefined;
  return overrides.find(
    (override) =>
      override.names.includes(name) &&
      override.fields.includes(field) &&
      graph.document(override.document)?.id === facts.id &&
      override.sections.some((number) => {
        const allowed = graph.section(facts.id, number);
        return allowed !== undefined && graph.sectionTree(facts, allowed).has(section);
      }),
  );
}

/** The lookups of a graph that overrides need; see `GraphView`. */
interface SectionLookup {
  document(name: string): DocumentFacts | undefined;
  section(document: string, name: string): DocumentFacts['sections'][number] | undefined;
  sectionTree(facts: DocumentFacts, section: DocumentFacts['sections'][number]): ReadonlySet<string>;
}
