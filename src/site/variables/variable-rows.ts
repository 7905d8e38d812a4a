/** The rows of the variables table: one for each name, with a line for each of its definitions. */
import { nodeId, oncePer, type Definition, type GraphView } from '#specgraph';
import { urlOfNode, urlOfPlace, urls } from '../urls.ts';
import { nameOfPlace } from '../document-names.ts';
import { describedBy, describingFields, listOf, textOf } from './definition-values.ts';

/** The values of one definition that the table shows. */
export interface VariableLine {
  /** "Server + Client" for a definition that holds for both. */
  component: string;
  components: string[];
  type: string;
  default: string;
  need: Need;
  counted: boolean;
  /** Number of the row in its table; empty for a row without a number. */
  number: string;
  section: string;
  place: { label: string; url: string };
}

/** Whether the user must set the value, may set it, or the template sets it. */
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
  phaseUrl?: string;
  lines: VariableLine[];
  /** Place of the first definition in the order of the specification. */
  order: number;
  /** References in the whole set. */
  mentions: number;
  /** Ids of the documents that mention it, in the order of the set. */
  documents: string[];
  /** The text that the table's search looks through, in lower case. */
  text: string;
}

/** All rows, sorted by name. Each page of a variable asks for them. */
export const variableRows = oncePer((graph: GraphView): readonly VariableRow[] =>
  [...definitionsByName(graph)]
    .map(([name, definitions], order) => ({
      name,
      url: urls.variable(name),
      description: descriptionOf(graph, definitions),
      phase: definitions[0].phase ?? '',
      phaseUrl: definitions[0].phase && urlOfNode(graph, nodeId.phase(definitions[0].phase)),
      phaseTitle: definitions[0].phase ? (graph.node(nodeId.phase(definitions[0].phase))?.title ?? '') : '',
      lines: definitions.map((definition) => lineOf(graph, definition)),
      order,
      mentions: definitions[0].mentions,
      documents: documentsWith(graph, name),
      text: searchText(graph, name, definitions),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
);

export interface VariableTotals {
  /** Number of definitions that the set counts. */
  counted: number;
  /** Number of names with a counted definition. */
  countedNames: number;
  /** Number of all names. */
  names: number;
  /** Names that several tables define, and that are therefore counted more than once. */
  twice: string[];
  /** Names that the count leaves out. */
  uncounted: string[];
}

export function variableTotals(graph: GraphView): VariableTotals {
  const counted = graph.definitions.filter(({ counted: isCounted }) => isCounted);
  const byName = Map.groupBy(counted, ({ name }) => name);
  const names = new Set(graph.definitions.map(({ name }) => name));
  return {
    counted: counted.length,
    countedNames: byName.size,
    names: names.size,
    twice: [...byName]
      .filter(([, definitions]) => definitions.length > 1)
      .map(([name]) => name)
      .toSorted(),
    uncounted: [...names].filter((name) => !byName.has(name)).toSorted(),
  };
}

export const definitionsByName = oncePer((graph: GraphView): ReadonlyMap<string, Definition[]> =>
  Map.groupBy(graph.definitions, (definition) => definition.name),
);

/** What the definitions of a name say in words. */
export function descriptionOf(graph: GraphView, definitions: readonly Definition[]): string {
  return describedBy(definitions, graph.scheme);
}

export function needOf({ fields }: Definition): Need {
  const { mandatory } = fields;
  if (mandatory === undefined) return 'template';
  return mandatory ? 'mandatory' : 'optional';
}

function lineOf(graph: GraphView, definition: Definition): VariableLine {
  return {
    component: definition.components.join(' + '),
    components: definition.components,
    type: textOf(definition, 'type') ?? '',
    default: textOf(definition, 'default') ?? '',
    need: needOf(definition),
    counted: definition.counted,
    number: definition.number === undefined ? '' : String(definition.number),
    section: definition.section,
    place: { label: nameOfPlace(graph, definition.range), url: urlOfPlace(graph, definition.range) ?? '#' },
  };
}

function documentsWith(graph: GraphView, name: string): string[] {
  const sources = graph
    .incoming(nodeId.variable(name))
    .filter((edge) => edge.kind === 'mentions')
    .map((edge) => nodeId.documentOf(edge.source)!);
  return [...new Set(sources)].toSorted();
}

function searchText(graph: GraphView, name: string, definitions: readonly Definition[]): string {
  const words = definitions.flatMap((definition) => [
    definition.group,
    textOf(definition, 'default'),
    textOf(definition, 'validation'),
    ...describingFields(graph.scheme).map(({ id }) => textOf(definition, id)),
    listOf(definition, 'options').join(' '),
  ]);
  return [...new Set([name, descriptionOf(graph, definitions), ...words])]
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
}
