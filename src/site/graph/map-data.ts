/** The nodes and ties that the graph page has from the start. Sections and sentences follow on demand (map-details.ts). */
import {
  type Finding,
  type GraphView,
  type NodeKind,
  type Definition,
  isDocument,
  isPhase,
  isVariable,
  isDefined,
  type DefinedNode,
  type GraphNode,
  isSection,
} from '#specgraph';
import { createNodeNamer } from '#specgraph/query';
import { brokenParts, findingsOf } from './map-findings.ts';
import { placeByForce, type LayoutTie } from '../../map/force-layout.ts';
import { namePartsOf } from './name-parts.ts';
import { isHead } from '../../map/kinds.ts';
import { nameOfKind, titleOfKind } from '../kinds/labels.ts';
import { isOuterKind } from './outer-kinds.ts';
import type { MapNode, MapData } from '../../map/model.ts';
import { urlOfNode, urlOfPlace, urls } from '../urls.ts';
import { definitionsByName, descriptionOf, needOf, NEEDS } from '../variables/variable-rows.ts';
import { withWeights, tiesOf, degreesOf, phasesOf } from '../../map/ties.ts';
import { nameOfPlace } from '../document-names.ts';
import { textOf } from '../variables/definition-values.ts';

/** @param findings of the check: a finding about a broken reference adds a missing node to the map */
export function mapData(graph: GraphView, findings: readonly Finding[] = []): MapData {
  const kinds = graph.kinds.filter(isOuterKind);
  const outer = new Set(kinds.map(({ id }) => id));
  const nodes = graph.nodes.filter((node) => outer.has(node.kind));
  const titles = Object.fromEntries(kinds.map((kind) => [kind.id, titleOfKind(kind)]));
  const ties = withWeights(graph, tiesOf(graph, new Set(nodes.map((node) => node.id))));
  const degrees = degreesOf(ties);
  const sized = nodes.map((node) => ({
    id: node.id,
    isBig: isDocument(node),
    r: radius(node.kind, degrees.get(node.id) ?? 0),
  }));
  const places = placeByForce(
    sized,
    ties.map(({ source, target, weight }): LayoutTie => ({ source, target, weight: weight! })),
  );
  const phases = phasesOf(graph, ties);
  const name = createNodeNamer(graph);
  const whole = nodes.map((node, i): MapNode => ({
    id: node.id,
    name: name(node.id),
    ...namePartsOf(graph, node.id),
    ...describe(graph, node.id),
    url: urlOfNode(graph, node.id) ?? '#',
    phase: phases.get(node.id),
    ...(isVariable(node) ? { components: node.components } : {}),
    ...places.get(node.id)!,
    r: sized[i].r,
  }));
  if (findings.length === 0) return { nodes: whole, ties, titles };
  const broken = brokenParts(graph, whole, findings);
  const mapFindings = findingsOf(graph, findings);
  const counts = Map.groupBy(
    mapFindings.flatMap((finding) => finding.nodes),
    (id) => id,
  );
  return {
    nodes: [...whole, ...broken.nodes].map((node) => ({ ...node, findings: counts.get(node.id)?.length })),
    ties: [...ties, ...broken.ties],
    findings: mapFindings,
    titles,
  };
}

function radius(kind: NodeKind, degree: number): number {
  const [least, growth] = isHead({ kind }) ? [10, 4] : [4, 3.5];
  return Math.round((least + Math.min(6, Math.sqrt(degree) / growth)) * 10) / 10;
}

export function describe(
  graph: GraphView,
  id: string,
): Pick<MapNode, 'about' | 'facts' | 'values' | 'place'> {
  const node = graph.node(id)!;
  switch (node.kind) {
    case 'document': {
      const facts = [`${node.words.toLocaleString('en')} words`, node.version && `version ${node.version}`]
        .filter(Boolean)
        .join(', ');
      return {
        about: node.title,
        facts,
        place: { label: node.file, url: urls.markdown(id) },
      };
    }
    case 'variable': {
      const definitions = definitionsByName(graph).get(node.name) ?? [];
      const value = definitions[0] && textOf(definitions[0], 'default');
      const type = definitions[0] && textOf(definitions[0], 'type');
      const facts = [type, value ? `default ${value}` : 'no default', node.components.join(' and ')]
        .filter(Boolean)
        .join(', ');
      const place =
        definitions.length > 0
          ? {
              place: {
                label: nameOfPlace(graph, definitions[0].range),
                url: urlOfPlace(graph, definitions[0].range) ?? '#',
              },
            }
          : {};
      return {
        about: definitions.length > 0 ? descriptionOf(graph, definitions) : node.title,
        facts,
        values: definitions.flatMap(valuesOf),
        ...place,
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
function describeThing(
  graph: GraphView,
  node: DefinedNode,
): Pick<MapNode, 'about' | 'facts' | 'values' | 'place'> {
  const values = Object.entries(node.fields ?? {}).filter(([, value]) => value !== node.title);
  return {
    about: node.title === node.name ? nameOfKind(graph.kind(node.kind)!) : node.title,
    ...(values.length > 0 && { values }),
    place: { label: nameOfPlace(graph, node), url: urlOfPlace(graph, node) ?? '#' },
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

/** Phases that have a number, in their order. */
export function phaseNames(graph: GraphView): { number: number; title: string }[] {
  const phases = graph.nodes.flatMap((node) =>
    isPhase(node) && Number(node.number) > 0 ? [{ number: Number(node.number), title: node.title }] : [],
  );
  return phases.toSorted((a, b) => a.number - b.number);
}
