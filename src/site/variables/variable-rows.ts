/** Rows of the variables table: one a name, with a line for each definition that the name has. */
import { documentOf, nodeId, parseUserInput, type GraphView, type VariableDefinition } from '#specgraph';
import { nameOfPlace, urlOfPlace, urls } from '../urls.ts';

/** What one definition says, as far as the table shows it. */
export interface VariableLine {
  /** "SuperLink + SuperNode" where one definition holds for both. */
  appliance: string;
  appliances: string[];
  type: string;
  default: string;
  need: Need;
  counted: boolean;
  /** Number of the row in its table; empty where the set gives it none. */
  number: string;
  section: string;
  place: { label: string; url: string };
}

/** Who gives the value: the user must, the user may, or the author of the template does. */
export type Need = 'mandatory' | 'optional' | 'template';

export const NEEDS: Record<Need, string> = {
  mandatory: 'mandatory',
  optional: 'optional',
  template: 'set by the template',
};

export interface VariableRow {
  name: string;
  url: string;
  description: string;
  phase: string;
  phaseTitle: string;
  lines: VariableLine[];
  /** Place of the first definition in the order of the specification. */
  order: number;
  /** References in the whole set. */
  mentions: number;
  /** Ids of the documents that mention it, in the order of the set. */
  documents: string[];
  /** What the search of the table looks through, in lower case. */
  text: string;
}

/** Sorted by name. */
export function variableRows(graph: GraphView): VariableRow[] {
  return [...definitionsByName(graph)]
    .map(([name, own], order) => ({
      name,
      url: urls.variable(name),
      description: descriptionOf(own),
      phase: own[0].phase ?? '',
      phaseTitle: own[0].phase ? (graph.node(nodeId.phase(own[0].phase))?.title ?? '') : '',
      lines: own.map((definition) => lineOf(graph, definition)),
      order,
      mentions: own[0].mentions,
      documents: documentsWith(graph, name),
      text: textOf(name, own),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
}

export interface VariableTotals {
  /** Definitions that the set's count takes. */
  counted: number;
  /** Names with a counted definition. */
  countedNames: number;
  /** All names. */
  names: number;
  /** Names that more than one table defines, and that the count therefore takes more than once. */
  twice: string[];
  /** Names outside the count. */
  uncounted: string[];
}

export function variableTotals(graph: GraphView): VariableTotals {
  const counted = graph.definitions.filter((d) => d.counted);
  const byName = Map.groupBy(counted, (d) => d.name);
  const names = new Set(graph.definitions.map((d) => d.name));
  return {
    counted: counted.length,
    countedNames: byName.size,
    names: names.size,
    twice: [...byName]
      .filter(([, own]) => own.length > 1)
      .map(([name]) => name)
      .toSorted(),
    uncounted: [...names].filter((name) => !byName.has(name)).toSorted(),
  };
}

export function definitionsByName(graph: GraphView): Map<string, VariableDefinition[]> {
  return Map.groupBy(graph.definitions, (definition) => definition.name);
}

/** The description of the USER_INPUT, or else what the variable maps to. */
export function descriptionOf(own: readonly VariableDefinition[]): string {
  const described = own.find((d) => d.userInput);
  return described ? parseUserInput(described.userInput!).description : (own[0].flowerMapping ?? '');
}

export function needOf({ mandatory }: VariableDefinition): Need {
  if (mandatory === undefined) return 'template';
  return mandatory ? 'mandatory' : 'optional';
}

function lineOf(graph: GraphView, d: VariableDefinition): VariableLine {
  return {
    appliance: d.appliances.join(' + '),
    appliances: d.appliances,
    type: d.type ?? '',
    default: d.default ?? '',
    need: needOf(d),
    counted: d.counted,
    number: d.number === undefined ? '' : String(d.number),
    section: d.section,
    place: { label: nameOfPlace(graph, d.range), url: urlOfPlace(graph, d.range) ?? '#' },
  };
}

function documentsWith(graph: GraphView, name: string): string[] {
  const sources = graph
    .incoming(nodeId.variable(name))
    .filter((edge) => edge.kind === 'mentions')
    .map((edge) => documentOf(edge.source)!);
  return [...new Set(sources)].toSorted();
}

function textOf(name: string, own: readonly VariableDefinition[]): string {
  const words = own.flatMap((d) => [d.group, d.default, d.validation, d.flowerMapping, d.options?.join(' ')]);
  return [...new Set([name, descriptionOf(own), ...words])].filter(Boolean).join(' ').toLowerCase();
}
