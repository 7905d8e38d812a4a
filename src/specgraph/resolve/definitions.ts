/** Definitions, read from the tables that the configuration names, with their facets. */
import {
  DEFINITION_FACET,
  type Definition,
  type Field,
  type FieldValue,
  type TableFacts,
  type TableRow,
} from '../model/index.ts';
import { normaliseValue, readFieldValue } from '../text/field-values.ts';
import { columnOf } from '../text/tables.ts';
import type { DocumentIndex } from './document-index.ts';
import { addFacets, pointOf } from './facets.ts';
import type { DefinitionScheme } from './schemes.ts';
import { documentNamed, sectionNamed, subtree } from './sections.ts';

/** @returns the definitions in the order of the configuration and the tables, facets filled in, `mentions` still 0. */
export function readDefinitions(scheme: DefinitionScheme, index: DocumentIndex): Definition[] {
  const definitions: Definition[] = [];
  for (const table of scheme.tables) readTable(table, index, scheme, definitions);
  addFacets(definitions, scheme, index);
  return definitions;
}

type DefinitionTable = DefinitionScheme['tables'][number];

function readTable(
  table: DefinitionTable,
  index: DocumentIndex,
  scheme: DefinitionScheme,
  into: Definition[],
): void {
  const document = documentNamed(index, table.document);
  const section = document && sectionNamed(document, table.section);
  if (!document || !section) return;
  const slugs = subtree(document.facts, section);
  for (const facts of document.facts.tables) {
    if (!facts.section || !slugs.has(facts.section) || columnOf(facts, ...scheme.columns) < 0) continue;
    for (const row of facts.rows) readRow(facts, row, table, scheme, into);
  }
}

function readRow(
  facts: TableFacts,
  row: TableRow,
  table: DefinitionTable,
  scheme: DefinitionScheme,
  into: Definition[],
): void {
  const cell = (...headings: string[]): string | undefined => row.cells[columnOf(facts, ...headings)]?.text;
  const name = cell(...scheme.columns) ?? '';
  if (!scheme.pattern.test(name)) return;
  const { range } = row.cells[columnOf(facts, ...scheme.columns)];
  const components = table.components ?? splitComponents(cell(scheme.component.one) ?? '');
  const earlier = scheme.countedOnce.includes(name) ? into.find((d) => d.name === name) : undefined;
  if (earlier) {
    earlier.facets[DEFINITION_FACET].push(pointOf(range));
    earlier.listedIn.push(table.section);
    earlier.components = [...new Set([...earlier.components, ...components])];
    return;
  }
  const number = cell('#');
  into.push({
    kind: scheme.kind,
    name,
    counted: number === undefined || /^\d+$/.test(number),
    components,
    number: number && /^\d+$/.test(number) ? Number(number) : undefined,
    section: table.section,
    listedIn: [table.section],
    group: table.group,
    fields: readFields(scheme.fields, cell),
    phase: /^\d+/.exec(cell('Phase') ?? '')?.[0],
    facets: { [DEFINITION_FACET]: [pointOf(range)] },
    required: [],
    mentions: 0,
    range,
  });
}

/** The values of the row: those of its columns, and those that a composite value adds. */
function readFields(
  fields: readonly Field[],
  cell: (...headings: string[]) => string | undefined,
): Record<string, FieldValue> {
  const values: [string, FieldValue][] = [];
  const added: [string, FieldValue][] = [];
  for (const { id, type, columns, ownColumns = [], parse } of fields) {
    const text = cell(...columns, ...ownColumns);
    if (text === undefined) continue;
    const value = readFieldValue(type, text);
    if (value !== undefined) values.push([id, value]);
    if (parse && text !== '') added.push(...Object.entries(parse(text).adds));
  }
  return Object.fromEntries([...added, ...values]);
}

function splitComponents(text: string): string[] {
  return normaliseValue(text)
    .split(/[+,&]|\band\b/)
    .map((name) => name.trim())
    .filter(Boolean);
}
