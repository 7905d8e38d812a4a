/** The requirements: which documents satisfy them, and where they are mentioned. */
import { nodeId, type GraphView, isRequirement } from '#specgraph';
import { byDocument, mentionsOf, type BacklinkGroup } from '../documents/backlinks.ts';
import { documentEntry, type DocumentEntry } from '../page-frame/navigation.ts';

export interface RequirementView {
  id: string;
  /** Anchor on the page. */
  anchor: string;
  title: string;
  /** Documents whose header says that they satisfy it, without the overview, which lists all requirements. */
  satisfiedBy: DocumentEntry[];
  evidence: BacklinkGroup[];
  evidenceCount: number;
}

export function requirementViews(graph: GraphView): RequirementView[] {
  return graph.nodes.filter(isRequirement).map((node) => {
    const id = nodeId.nameOf(node.id);
    const evidence = mentionsOf(graph, node.id);
    return {
      id,
      anchor: id.toLowerCase(),
      title: node.title,
      satisfiedBy: graph
        .incoming(nodeId.requirement(id))
        .filter((edge) => edge.kind === 'satisfies')
        .map((edge) => graph.document(edge.source)!)
        .filter((facts) => graph.documentNode(facts.id).phases.length === 1)
        .map(documentEntry),
      evidence: byDocument(evidence),
      evidenceCount: evidence.length,
    };
  });
}
