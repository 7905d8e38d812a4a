/** The places where names stand, and those where they must stand and do not. */
import {
  DEFINITION_FACET,
  type Definition,
  type DocumentFacts,
  type Facet,
  type FacetPlace,
  type Place,
  type SectionFacts,
  type SourceRange,
  type TableFacts,
  type TableRow,
} from '../model/index.ts';
import { writeFieldValue } from '../text/field-values.ts';
import { anyOf } from '../text/names.ts';
import { columnOf } from '../text/tables.ts';
import type { DocumentIndex, IndexedDocument } from './document-index.ts';
import type { DefinitionScheme } from './schemes.ts';
import { documentNamed, sectionNamed, subtree } from './sections.ts';

/** A place of a facet, and the section of the configuration that it belongs to. */
interface FoundPlace extends Place {
  name: string;
  facet: string;
  of: FacetPlace;
}

/** Fills in the facets of definitions, the facets that they must have, and phases that only a table of a facet gives. */
export function addFacets(
  definitions: readonly Definition[],
  scheme: DefinitionScheme,
  index: DocumentIndex,
): void {
  const names = anyOf(definitions.map(({ name }) => name));
  if (!names) return;
  const rows = scheme.facets.flatMap((facet) => rowsOfFacet(facet, scheme, names, index));
  addPhases(definitions, rows);
  const found = Map.groupBy(
    [...rows, ...scheme.facets.flatMap((facet) => otherPlaces(facet, scheme, names, index))],
    ({ facet, name }) => `${facet} ${name}`,
  );
  for (const definition of definitions) {
    for (const facet of scheme.facets)
      definition.facets[facet.id] = (found.get(`${facet.id} ${definition.name}`) ?? [])
        .filter((place) => concerns(place.of, facet, definition))
        .map(({ file, line }) => ({ file, line }));
  }
  addRequirements(definitions, scheme, rows, index);
}

function addRequirements(
  definitions: readonly Definition[],
  scheme: DefinitionScheme,
  rows: readonly NamedRow[],
  index: DocumentIndex,
): void {
  const tied = new Map(
    scheme.facets.flatMap(({ tiedBy }) => (tiedBy ? [[tiedBy, tiedNames(tiedBy, definitions, rows)]] : [])),
  );
  for (const definition of definitions) {
    const exempt = scheme.exempt
      .filter(({ section }) => section === definition.section)
      .flatMap(({ facets }) => facets);
    const required = scheme.facets.filter(
      ({ id, places, tiedBy }) =>
        places.some((place) => exists(place, index)) &&
        !exempt.includes(id) &&
        (!tiedBy || tied.get(tiedBy)!.has(definition.name)),
    );
    definition.required = [DEFINITION_FACET, ...required.map(({ id }) => id)];
  }
}

/** A place that the set lacks is a mistake of the configuration: `broken-pointer` reports it once, not every definition. */
function exists({ document, section }: FacetPlace, index: DocumentIndex): boolean {
  const found = documentNamed(index, document);
  return found !== undefined && sectionNamed(found, section) !== undefined;
}

/** Whether a place is one where this definition must stand. */
function concerns(place: FacetPlace, facet: Facet, definition: Definition): boolean {
  if (place.component !== undefined && !definition.components.includes(place.component)) return false;
  return facet.needs !== 'listed' || definition.listedIn.includes(place.section);
}

// ---------------------------------------------------------------- where names stand

/** A row of a table of a facet that has a name in its column of names. */
interface NamedRow extends FoundPlace {
  row: TableRow;
  table: TableFacts;
  /** Index of the column of names. */
  column: number;
}

function rowsOfFacet(
  facet: Facet,
  scheme: DefinitionScheme,
  names: RegExp,
  index: DocumentIndex,
): NamedRow[] {
  if (facet.in !== 'rows') return [];
  return facet.places.flatMap((of) =>
    within(of, index, ({ facts }, slugs) =>
      namedRows(facts, slugs, scheme.columns, names).map((row) => ({ ...row, facet: facet.id, of })),
    ),
  );
}

/** The names in the column of names (or, lacking one, the first) of the tables of these sections. */
function namedRows(
  facts: DocumentFacts,
  slugs: ReadonlySet<string>,
  columns: readonly string[],
  names: RegExp,
): Omit<NamedRow, 'facet' | 'of'>[] {
  return facts.tables
    .filter((table) => table.section && slugs.has(table.section))
    .flatMap((table) => {
      const column = Math.max(0, columnOf(table, ...columns.flatMap((heading) => [heading, `${heading}s`])));
      return table.rows.flatMap((row) => {
        const cell = row.cells[column];
        const inCell = cell?.text.match(names) ?? [];
        return inCell.map((name) => ({ name, ...pointOf(cell.range), row, table, column }));
      });
    });
}

function otherPlaces(
  facet: Facet,
  { readsCodeValues }: DefinitionScheme,
  names: RegExp,
  index: DocumentIndex,
): FoundPlace[] {
  if (facet.in === 'rows') return [];
  return facet.places.flatMap((of) =>
    within(of, index, ({ facts }, slugs, section) => {
      const inCode = readsCodeValues ? namedCodeValues(facts, slugs) : namedInBlocks(facts, slugs, names);
      const places = facet.in === 'code' ? inCode : namedLines(facts, section, names);
      return places.map((place) => ({ ...place, facet: facet.id, of }));
    }),
  );
}

function namedCodeValues(facts: DocumentFacts, slugs: ReadonlySet<string>): (Place & { name: string })[] {
  return facts.codeValues
    .filter((value) => value.section && slugs.has(value.section))
    .map(({ name, range }) => ({ name, ...pointOf(range) }));
}

function namedInBlocks(
  { path, codeBlocks }: DocumentFacts,
  slugs: ReadonlySet<string>,
  names: RegExp,
): (Place & { name: string })[] {
  return codeBlocks
    .filter(({ section }) => section !== undefined && slugs.has(section))
    .flatMap(({ text, range }) =>
      text
        .split('\n')
        .flatMap((line, i) =>
          [...line.matchAll(names)].map(([name]) => ({ name, file: path, line: range.line + 1 + i })),
        ),
    );
}

/** Names anywhere in the text of a section: in prose, tables and code, but not in comments. */
function namedLines(
  facts: DocumentFacts,
  section: SectionFacts,
  names: RegExp,
): (Place & { name: string })[] {
  const text = facts.source.slice(
    facts.lineStarts[section.range.line - 1],
    facts.lineStarts[section.endLine],
  );
  const lines = text.replaceAll(COMMENT, (comment) => comment.replaceAll(/[^\n]/g, ' ')).split('\n');
  return lines.flatMap((line, i) =>
    [...line.matchAll(names)].map(([name]) => ({ name, file: facts.path, line: section.range.line + i })),
  );
}

const COMMENT = /<!--[^]*?(?:-->|$)/g;

function within<T>(
  { document, section }: FacetPlace,
  index: DocumentIndex,
  read: (document: IndexedDocument, slugs: Set<string>, section: SectionFacts) => T[],
): T[] {
  const found = documentNamed(index, document);
  const start = found && sectionNamed(found, section);
  return found && start ? read(found, subtree(found.facts, start), start) : [];
}

/** The first line of a range. */
export function pointOf({ file, line }: SourceRange): Place {
  return { file, line };
}

// ---------------------------------------------------------------- what rows say

/** Where a definition table has no column "Phase", the rows of a facet may have one. */
function addPhases(definitions: readonly Definition[], rows: readonly NamedRow[]): void {
  const phases = new Map<string, string>();
  for (const { name, row, table } of rows) {
    const phase = /^\d+/.exec(row.cells[columnOf(table, 'Phase')]?.text ?? '')?.[0];
    if (phase) phases.set(name, phase);
  }
  for (const definition of definitions) definition.phase ??= phases.get(definition.name);
}

/**
 * Two names are tied when the field of one or its row in the facet names the other: the effect of one then depends on
 * the other.
 */
function tiedNames(
  by: string,
  definitions: readonly Definition[],
  rows: readonly NamedRow[],
): ReadonlySet<string> {
  const names = anyOf(definitions.map(({ name }) => name))!;
  const tied = new Set<string>();
  const tie = (owners: readonly string[], text: string): void => {
    const others = (text.match(names) ?? []).filter((name) => !owners.includes(name));
    if (others.length > 0) for (const name of [...owners, ...others]) tied.add(name);
  };
  for (const { name, fields } of definitions) tie([name], writeFieldValue(fields[by]));
  const rowsOfOwners = Map.groupBy(
    rows.filter(({ facet }) => facet === by),
    ({ row }) => row,
  );
  for (const [row, named] of rowsOfOwners)
    tie(
      named.map(({ name }) => name),
      row.cells.flatMap((cell, i) => (i === named[0].column ? [] : [cell.text])).join(' '),
    );
  return tied;
}

// ---------------------------------------------------------------- where names do not stand

/** A facet that a definition lacks, and the section that should contain it. */
export interface Gap {
  facet: Facet;
  place: FacetPlace;
}

/**
 * The places where a definition must stand and does not.
 * @param sectionAt gives the section of a place; undefined where the set has no such section
 */
export function gapsOf(
  definition: Definition,
  facets: readonly Facet[],
  sectionAt: (place: FacetPlace) => { path: string; section: SectionFacts } | undefined,
): Gap[] {
  const required = facets.filter(({ id }) => definition.required.includes(id));
  return required.flatMap((facet): Gap[] => {
    const places = definition.facets[facet.id];
    if (facet.needs === 'one')
      return places.length > 0 ? [] : facet.places.slice(0, 1).map((place) => ({ facet, place }));
    return facet.places
      .filter((place) => concerns(place, facet, definition))
      .filter((place) => {
        const at = sectionAt(place);
        return !places.some(
          ({ file, line }) =>
            file === at?.path && line >= at.section.range.line && line <= at.section.endLine,
        );
      })
      .map((place) => ({ facet, place }));
  });
}
