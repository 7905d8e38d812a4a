/** What the map says of each node: a sentence, and its facts. */
import {
  isDefined,
  isSection,
  type DefinedNode,
  type Definition,
  type GraphNode,
  type GraphView,
} from '#specgraph';
import type { MapNode } from '../../map/model.ts';
import { nameOfKind } from '../kinds/labels.ts';
import { textOf } from '../variables/definition-values.ts';
import { definitionsByName, descriptionOf, needOf, NEEDS } from '../variables/variable-rows.ts';

export function describe(graph: GraphView, id: string): Pick<MapNode, 'about' | 'facts' | 'values'> {
  const node = graph.node(id)!;
  switch (node.kind) {
    case 'document': {
      const facts = [`${node.words.toLocaleString('en')} words`, node.version && `version ${node.version}`]
        .filter(Boolean)
        .join(', ');
      return { about: node.title, facts };
    }
    case 'variable': {
      const definitions = definitionsByName(graph).get(node.name) ?? [];
      return {
        about: definitions.length > 0 ? descriptionOf(graph, definitions) : node.title,
        ...(definitions.length > 0 && { values: definitions.flatMap(valuesOf) }),
      };
    }
    case 'attribute':
      return { about: node.meaning };
    default:
      return isDefined(node) ? describeThing(graph, node) : { about: node.title };
  }
}

/** @param document name of the document that holds the part */
export function describePart(
  graph: GraphView,
  node: GraphNode,
  document: string,
): Pick<MapNode, 'about' | 'values'> {
  if (isSection(node)) return { about: `Section of ${document}` };
  if (!isDefined(node)) return { about: node.title };
  const { about, values } = describeThing(graph, node);
  return { about, ...(values && { values }) };
}

/** What a document defines: its title, and the fields of its definition. */
function describeThing(graph: GraphView, node: DefinedNode): Pick<MapNode, 'about' | 'values'> {
  const values = Object.entries(node.fields ?? {}).filter(([, value]) => value !== node.title);
  return {
    about: node.title === node.name ? nameOfKind(graph.kind(node.kind)!) : node.title,
    ...(values.length > 0 && { values }),
  };
}

/** Facts of each definition; its components first, because several of them may define a name. */
function valuesOf(definition: Definition): [string, string][] {
  const values: [string, string | undefined][] = [
    ['Of', definition.components.join(' and ')],
    ['Type', textOf(definition, 'type')],
    ['Default', textOf(definition, 'default') || 'none'],
    ['Need', NEEDS[needOf(definition)]],
    ['Options', textOf(definition, 'options')],
    ['Validation', textOf(definition, 'validation')],
  ];
  return values.filter((row): row is [string, string] => Boolean(row[1]));
}
