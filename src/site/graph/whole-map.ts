/** The graph as a map. */
import { documentOf, type Finding, type GraphEdge, type GraphView, isDocument, isVariable } from '#specgraph';
import { announcementsOf } from '#specgraph/query';
import type { MapData, MapNode, MapTie, TieKind } from '../../map/model.ts';
import { phasesOf, tieKindOf } from '../../map/ties.ts';
import { numberAndTitle, shortName } from '../document-names.ts';
import { isTitle } from '../document-titles.ts';
import { urlOfNode } from '../urls.ts';
import { describe, describePart } from './descriptions.ts';
import { isPartOfDocument } from './outer-kinds.ts';
import { brokenParts, findingsOf } from './map-findings.ts';
import { namePartsOf } from './name-parts.ts';

/**
 * All nodes, including sections and steps, and all ties. The nodes have no places.
 * @param findings of the check: a finding about a broken reference adds a missing node
 */
export function wholeMap(graph: GraphView, findings: readonly Finding[] = []): MapData {
  const ties = allTies(graph);
  const phases = phasesOf(graph, ties);
  const nodes = graph.nodes
    .filter((node) => !isTitle(graph, node))
    .map((node): MapNode => {
      const owner = isPartOfDocument(graph, node) ? documentOf(node.id)! : undefined;
      const components = isVariable(node) ? { components: node.components } : {};
      return {
        id: node.id,
        ...(isDocument(node) && { name: shortName(graph, graph.document(node.id)!) }),
        ...namePartsOf(graph, node.id),
        ...(owner === undefined
          ? describe(graph, node.id)
          : describePart(graph, node, numberAndTitle(graph.document(owner)!))),
        url: urlOfNode(graph, node.id) ?? '#',
        phase: phases.get(node.id),
        ...components,
        ...(owner !== undefined && { document: owner, phase: phases.get(owner) }),
        x: 0,
        y: 0,
        r: isDocument(node) ? 10 : 2,
      };
    });
  const known = new Set(nodes.map(({ id }) => id));
  const broken = brokenParts(graph, findings);
  return {
    nodes: [...nodes, ...broken.nodes],
    ties: [...ties.filter(({ source, target }) => known.has(source) && known.has(target)), ...broken.ties],
    findings: findingsOf(graph, findings),
    announcements: announcementsOf(graph.kinds),
    guestKinds: graph.kinds.filter(({ map }) => map.isShownAround).map(({ id }) => id),
  };
}

function allTies(graph: GraphView): MapTie[] {
  const ties = new Map<string, MapTie>();
  for (const edge of graph.edges) {
    const kind = kindOf(edge);
    const [source, target] = [ownerOf(graph, edge.source), ownerOf(graph, edge.target)];
    if (!kind || source === target) continue;
    const key = `${source} ${target} ${kind}`;
    const tie = ties.get(key);
    if (tie) tie.count++;
    else ties.set(key, { source, target, kind, count: 1 });
  }
  return [...ties.values()];
}

function kindOf(edge: GraphEdge): TieKind | undefined {
  return edge.kind === 'contains' ? 'contains' : tieKindOf(edge);
}

/** The title of a document is not a separate node: its ties belong to the document. */
export function ownerOf(graph: GraphView, id: string): string {
  const node = graph.node(id);
  return isTitle(graph, node) ? documentOf(id)! : id;
}
