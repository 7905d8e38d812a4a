/** Rows of the variables table and the page of each variable. */
import { FACETS, nodeId, parseUserInput, type Facet, type GraphView, type Place, type UserInput, type VariableDefinition } from '#specgraph';
import { byDocument, mentionsOf, type BacklinkGroup } from './backlinks.ts';
import { documentEntry } from './navigation.ts';
import { picture, type Picture } from './neighbourhood.ts';
import { nameOfPlace, urlOfPlace, urls } from './urls.ts';

/** One row a name: values that differ between its definitions stand side by side. */
export interface VariableRow {
  name: string;
  url: string;
  /** Counted definitions. */
  counted: number;
  appliances: string[];
  types: string[];
  defaults: string[];
  mandatory: boolean;
  phase: string;
  section: string;
  description: string;
  mentions: number;
}

export interface PlaceLink {
  label: string;
  url: string;
}

export interface FacetState {
  facet: Facet;
  title: string;
  /** "present", "missing", or "none" where the variable need not have it. */
  state: 'present' | 'missing' | 'none';
  places: PlaceLink[];
}

export interface DefinitionView {
  appliances: string[];
  group: string;
  place: PlaceLink;
  number?: number;
  counted: boolean;
  type?: string;
  mandatory?: boolean;
  options: string[];
  default?: string;
  userInput?: string;
  parts?: UserInput;
  validation?: string;
  flowerMapping?: string;
  facets: FacetState[];
}

export interface VariablePage {
  name: string;
  description: string;
  phase?: { number: string; title: string; url: string };
  definitions: DefinitionView[];
  mentions: BacklinkGroup[];
  mentionCount: number;
  related: { name: string; url: string }[];
  picture: Picture;
  previous?: { name: string; url: string };
  next?: { name: string; url: string };
}

export function variableRows(graph: GraphView): VariableRow[] {
  return [...definitionsByName(graph)].map(([name, own]) => ({
    name,
    url: urls.variable(name),
    counted: own.filter((d) => d.counted).length,
    appliances: unique(own.flatMap((d) => d.appliances)),
    types: unique(own.map((d) => d.type ?? '').filter(Boolean)),
    defaults: unique(own.map((d) => d.default ?? '')).filter((value) => value !== ''),
    mandatory: own.some((d) => d.mandatory === true),
    phase: own[0].phase ?? '',
    section: own[0].section,
    description: descriptionOf(own),
    mentions: own[0].mentions,
  })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the set says of its own count: "48 variables under 46 names". */
export function variableTotals(graph: GraphView): { counted: number; names: number; uncounted: string[] } {
  return {
    counted: graph.definitions.filter((d) => d.counted).length,
    names: new Set(graph.definitions.map((d) => d.name)).size,
    uncounted: unique(graph.definitions.filter((d) => !d.counted).map((d) => d.name)),
  };
}

/** @throws {RangeError} for a name that no table defines */
export function variablePage(graph: GraphView, name: string): VariablePage {
  const own = definitionsByName(graph).get(name);
  if (!own) throw new RangeError(`No variable ${name}.`);
  const rows = variableRows(graph);
  const at = rows.findIndex((row) => row.name === name);
  const mentions = byDocument(mentionsOf(graph, nodeId.variable(name)));
  const related = relatedTo(graph, own);
  const phase = own[0].phase;
  return {
    name,
    description: descriptionOf(own),
    phase: phase ? { number: phase, title: graph.node(nodeId.phase(phase))?.title ?? '', url: urls.phase(phase) } : undefined,
    definitions: own.map((definition) => definitionView(graph, definition)),
    mentions,
    mentionCount: own[0].mentions,
    related: related.map((other) => ({ name: other, url: urls.variable(other) })),
    picture: picture({
      centre: { label: name, kind: 'variable' },
      left: mentions.map((group) => ({
        label: `${graph.document(group.document)!.number ?? ''} ${documentEntry(graph.document(group.document)!).title}`.trim(),
        kind: 'document' as const, url: urls.document(group.document), count: group.backlinks.length,
      })).toSorted((a, b) => b.count - a.count),
      right: related.map((other) => ({ label: other, kind: 'variable' as const, url: urls.variable(other), count: 1 })),
    }),
    previous: rows[at - 1], next: rows[at + 1],
  };
}

function definitionsByName(graph: GraphView): Map<string, VariableDefinition[]> {
  return Map.groupBy(graph.definitions, (definition) => definition.name);
}

function definitionView(graph: GraphView, d: VariableDefinition): DefinitionView {
  const link = (place: Place): PlaceLink => ({ label: nameOfPlace(graph, place), url: urlOfPlace(graph, place) ?? '#' });
  return {
    appliances: d.appliances, group: d.group, number: d.number, counted: d.counted, type: d.type, mandatory: d.mandatory,
    options: d.options ?? [], default: d.default, userInput: d.userInput, validation: d.validation, flowerMapping: d.flowerMapping,
    place: link({ file: d.range.file, line: d.range.line }),
    parts: d.userInput === undefined ? undefined : parseUserInput(d.userInput),
    facets: (Object.keys(FACETS) as Facet[]).map((facet) => ({
      facet, title: FACETS[facet],
      state: d.facets[facet].length > 0 ? 'present' : d.required.includes(facet) ? 'missing' : 'none',
      places: d.facets[facet].map(link),
    })),
  };
}

/** Variables whose interaction notes stand in the same sections. */
function relatedTo(graph: GraphView, own: VariableDefinition[]): string[] {
  const sections = (definitions: VariableDefinition[]): Set<string | undefined> =>
    new Set(definitions.flatMap((d) => d.facets.interaction).map((place) => urlOfPlace(graph, place)));
  const mine = sections(own);
  mine.delete(undefined);
  return [...definitionsByName(graph)]
    .filter(([name, other]) => name !== own[0].name && !sections(other).isDisjointFrom(mine))
    .map(([name]) => name).toSorted();
}

/** The description of the USER_INPUT, or else what the variable maps to. */
function descriptionOf(own: VariableDefinition[]): string {
  const described = own.find((d) => d.userInput);
  return described ? parseUserInput(described.userInput!).description : (own[0].flowerMapping ?? '');
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
