/** Definitions, facets and stated values of variables, read from the tables that the configuration names. */
import type { SpecConfig } from '../config.ts';
import { columnOf } from '../text/tables.ts';
import {
  FACETS,
  type DocumentFacts,
  type Facet,
  type Place,
  type SourceRange,
  type StatedValue,
  type TableFacts,
  type TableRow,
  type VariableDefinition,
} from '../model/index.ts';
import type { DocumentIndex, IndexedDocument } from './document-index.ts';
import { documentNamed, sectionNamed, subtree } from './sections.ts';
import { parseUserInput } from '../text/user-input.ts';

type VariablesConfig = NonNullable<SpecConfig['variables']>;
type DefinitionTable = VariablesConfig['definitions'][number];

const NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$/;

/** @returns the definitions in the order of the configuration and the tables, facets filled in, `mentions` still 0. */
export function readDefinitions(config: SpecConfig, index: DocumentIndex): VariableDefinition[] {
  const variables = config.variables;
  if (!variables) return [];
  const definitions: VariableDefinition[] = [];
  for (const table of variables.definitions) readTable(table, index, variables, definitions);
  const phases = phasesInMatrix(variables, index);
  for (const definition of definitions) definition.phase ??= phases.get(definition.name);
  const facets = Map.groupBy(collectFacets(variables, index), ({ facet, name }) => `${facet} ${name}`);
  const interacting = interactingNames(definitions, variables, index);
  for (const definition of definitions) {
    for (const facet of Object.keys(FACETS) as Facet[]) {
      if (facet !== 'definition')
        definition.facets[facet] = facetPlaces(
          facet,
          definition,
          facets.get(`${facet} ${definition.name}`) ?? [],
        );
    }
    const exempt = variables.exempt.filter((e) => e.section === definition.section).flatMap((e) => e.facets);
    definition.required = (Object.keys(FACETS) as Facet[]).filter(
      (facet) => !exempt.includes(facet) && (facet !== 'interaction' || interacting.has(definition.name)),
    );
  }
  return definitions;
}

// ---------------------------------------------------------------- definition rows

function readTable(
  table: DefinitionTable,
  index: DocumentIndex,
  variables: VariablesConfig,
  into: VariableDefinition[],
): void {
  const document = documentNamed(index, table.document);
  const section = document && sectionNamed(document, table.section);
  if (!document || !section) return;
  const slugs = subtree(document.facts, section);
  for (const facts of document.facts.tables) {
    if (!facts.section || !slugs.has(facts.section) || columnOf(facts, 'Variable') < 0) continue;
    for (const row of facts.rows) readRow(facts, row, table, variables, into);
  }
}

function readRow(
  facts: TableFacts,
  row: TableRow,
  table: DefinitionTable,
  variables: VariablesConfig,
  into: VariableDefinition[],
): void {
  const cell = (...names: string[]): string | undefined => row.cells[columnOf(facts, ...names)]?.text;
  const name = cell('Variable') ?? '';
  if (!NAME.test(name)) return;
  const range = row.cells[columnOf(facts, 'Variable')].range;
  const appliances = table.appliances ?? splitAppliances(cell('Appliance') ?? '');
  const earlier = variables.countedOnce.includes(name) ? into.find((d) => d.name === name) : undefined;
  if (earlier) {
    earlier.facets.definition.push(placeOf(range));
    earlier.listedIn.push(table.section);
    earlier.appliances = [...new Set([...earlier.appliances, ...appliances])];
    return;
  }
  const number = cell('#');
  const userInput = cell('USER_INPUT');
  const parsed = userInput ? parseUserInput(userInput) : undefined;
  into.push({
    name,
    counted: number === undefined || /^\d+$/.test(number),
    appliances,
    number: number && /^\d+$/.test(number) ? Number(number) : undefined,
    section: table.section,
    listedIn: [table.section],
    group: table.group,
    type: cell('Type'),
    mandatory: parsed?.mandatory,
    options: parsed && parsed.options.length > 0 ? parsed.options : undefined,
    default: normaliseValue(cell('Default', 'Value') ?? ''),
    userInput,
    validation: cell('Validation'),
    flowerMapping: cell('Flower mapping', 'Mapping', 'Purpose'),
    phase: /^\d+/.exec(cell('Phase') ?? '')?.[0],
    facets: {
      definition: [placeOf(range)],
      userInput: [],
      validation: [],
      interaction: [],
      matrix: [],
      appliance: [],
    },
    required: [],
    mentions: 0,
    range,
  });
}

function splitAppliances(text: string): string[] {
  return text
    .split(/[+,&]|\band\b/)
    .map((name) => name.trim())
    .filter(Boolean);
}

/** "(empty)", "--" and an empty cell all mean that there is no value. */
export function normaliseValue(text: string): string {
  const value = text.trim();
  return /^(?:\(empty\)|\(none\)|--?|—|empty)$/i.test(value) ? '' : value;
}

/** Phases of variables by name, from the matrix; used where a definition table has no "Phase" column. */
function phasesInMatrix(variables: VariablesConfig, index: DocumentIndex): Map<string, string> {
  const phases = new Map<string, string>();
  for (const { document, section } of variables.facets.matrix) {
    const found = documentNamed(index, document);
    const start = found && sectionNamed(found, section);
    if (!found || !start) continue;
    for (const { name, row, table } of variableCells(found.facts, subtree(found.facts, start))) {
      const phase = /^\d+/.exec(row.cells[columnOf(table, 'Phase')]?.text ?? '')?.[0];
      if (phase) phases.set(name, phase);
    }
  }
  return phases;
}

// ---------------------------------------------------------------- facets

interface FacetPlace extends Place {
  name: string;
  facet: Facet;
  /** Section of the configuration that the place belongs to. */
  section: string;
  appliance?: string;
}

function collectFacets(variables: VariablesConfig, index: DocumentIndex): FacetPlace[] {
  const places: FacetPlace[] = [];
  const within = (
    document: string,
    section: string,
    visit: (d: IndexedDocument, slugs: Set<string>) => void,
  ): void => {
    const found = documentNamed(index, document);
    const start = found && sectionNamed(found, section);
    if (found && start) visit(found, subtree(found.facts, start));
  };
  const { facets } = variables;
  for (const { document, section } of facets.userInput) {
    within(document, section, (d, slugs) => {
      for (const input of d.facts.userInputs) {
        if (input.section && slugs.has(input.section))
          places.push({ name: input.name, facet: 'userInput', section, ...placeOf(input.range) });
      }
    });
  }
  const rows = (facet: Facet, document: string, section: string, appliance?: string): void =>
    within(document, section, (d, slugs) => {
      for (const { name, range } of variableCells(d.facts, slugs))
        places.push({ name, facet, section, appliance, ...placeOf(range) });
    });
  for (const { document, section } of facets.validation) rows('validation', document, section);
  for (const { document, section } of facets.matrix) rows('matrix', document, section);
  for (const { appliance, document, section } of facets.appliance)
    rows('appliance', document, section, appliance);
  for (const { document, section } of facets.interaction) {
    within(document, section, (d, slugs) => {
      for (const reference of d.facts.references) {
        if (reference.kind === 'name' && reference.section && slugs.has(reference.section)) {
          places.push({ name: reference.value, facet: 'interaction', section, ...placeOf(reference.range) });
        }
      }
    });
  }
  return places;
}

/** The names in the "Variable" column (or, lacking one, the first) of the tables of these sections. */
function variableCells(
  facts: DocumentFacts,
  slugs: Set<string>,
): { name: string; range: SourceRange; row: TableRow; table: TableFacts }[] {
  return facts.tables
    .filter((table) => table.section && slugs.has(table.section))
    .flatMap((table) =>
      table.rows.flatMap((row) => {
        const cell = row.cells[Math.max(0, columnOf(table, 'Variable', 'Variables'))];
        const names = cell?.text.match(/(?<![\w-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![\w*-])/g) ?? [];
        return names.map((name) => ({ name, range: cell.range, row, table }));
      }),
    );
}

/**
 * Each appliance has its own table and its own USER_INPUT block, so only the definition's own sections count for that
 * facet.
 */
function facetPlaces(facet: Facet, definition: VariableDefinition, own: readonly FacetPlace[]): Place[] {
  return own
    .filter((place) => place.appliance === undefined || definition.appliances.includes(place.appliance))
    .filter((place) => facet !== 'userInput' || definition.listedIn.includes(place.section))
    .map(({ file, line }) => ({ file, line }));
}

/**
 * Two variables interact when the rule in the definition or validation row of one names the other: the effect of one then
 * depends on the other, and an interaction note must say how.
 */
function interactingNames(
  definitions: VariableDefinition[],
  variables: VariablesConfig,
  index: DocumentIndex,
): Set<string> {
  const known = new Set(definitions.map((d) => d.name));
  const interacting = new Set<string>();
  const link = (owners: string[], text: string): void => {
    const others = (text.match(/[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+/g) ?? []).filter(
      (name) => known.has(name) && !owners.includes(name),
    );
    if (others.length > 0) for (const name of [...owners, ...others]) interacting.add(name);
  };
  for (const definition of definitions) link([definition.name], definition.validation ?? '');
  for (const { document, section } of variables.facets.validation) {
    const found = documentNamed(index, document);
    const start = found && sectionNamed(found, section);
    if (!found || !start) continue;
    for (const { row, table } of variableCells(found.facts, subtree(found.facts, start))) {
      const first = Math.max(0, columnOf(table, 'Variable', 'Variables'));
      const owners = (row.cells[first]?.text.match(/[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*/g) ?? []).filter((name) =>
        known.has(name),
      );
      if (owners.length > 0)
        link(
          owners,
          row.cells
            .filter((_, i) => i !== first)
            .map((c) => c.text)
            .join(' '),
        );
    }
  }
  return interacting;
}

function placeOf(range: SourceRange): Place {
  return { file: range.file, line: range.line };
}

// ---------------------------------------------------------------- stated values

const FIELDS = [
  ['Default', 'default'],
  ['Type', 'type'],
  ['USER_INPUT', 'userInput'],
  ['Options', 'options'],
  ['Validation', 'validation'],
] as const;

/** Every value that a place in the set states for a variable: default, type, options or USER_INPUT. */
export function readStatedValues(documents: DocumentFacts[], known: ReadonlySet<string>): StatedValue[] {
  return documents.flatMap((facts) => [
    ...facts.tables.flatMap((table) => statedInTable(table, facts, known)),
    ...facts.userInputs
      .filter((input) => known.has(input.name))
      .map((input): StatedValue => ({
        name: input.name,
        field: 'userInput',
        value: input.value,
        range: input.range,
        section: input.section,
        document: facts.id,
      })),
  ]);
}

function statedInTable(table: TableFacts, facts: DocumentFacts, known: ReadonlySet<string>): StatedValue[] {
  const column = columnOf(table, 'Variable');
  if (column < 0) return [];
  const fields = FIELDS.map(([heading, field]) => ({ field, at: columnOf(table, heading) })).filter(
    ({ at }) => at >= 0,
  );
  return table.rows.flatMap((row) => {
    const name = row.cells[column]?.text ?? '';
    if (!known.has(name)) return [];
    return fields.flatMap(({ field, at }): StatedValue[] => {
      const cell = row.cells[at];
      if (!cell || cell.text === '') return [];
      return [
        {
          name,
          field,
          value: normaliseValue(cell.text),
          range: cell.range,
          section: table.section,
          document: facts.id,
        },
      ];
    });
  });
}
