/** Reads the parts of the names of nodes on the map from the graph. */
import {
  nodeId,
  oncePer,
  type DocumentFacts,
  type GraphView,
  type SectionFacts,
  type SectionNode,
} from '#specgraph';
import type { NameParts } from '../../map/names.ts';
import { labelOfNode } from '../kinds/labels.ts';
import { documentEntry } from '../page-frame/navigation.ts';

const sectionsBySlug = oncePer(
  ({ sections }: DocumentFacts): Map<string, SectionFacts> =>
    new Map(sections.map((section) => [section.slug, section])),
);

export function namePartsOf(graph: GraphView, id: string): NameParts {
  const node = graph.node(id)!;
  switch (node.kind) {
    case 'document':
      return documentNameParts(graph.document(id)!);
    case 'section':
      return sectionNameParts(graph, node);
    case 'step':
    case 'phase':
      return { kind: node.kind, number: node.number, title: node.title };
    case 'requirement':
      return { kind: node.kind, title: nodeId.nameOf(id) };
    default:
      return { kind: node.kind, title: labelOfNode(graph, node) };
  }
}

function documentNameParts(facts: DocumentFacts): NameParts {
  const { number, title } = documentEntry(facts);
  return { kind: 'document', ...(number && { number }), title };
}

function sectionNameParts(graph: GraphView, { document, slug, title: whole }: SectionNode): NameParts {
  const facts = sectionsBySlug(graph.document(document)!).get(slug);
  const { number, title, heading } = facts ?? { title: whole, heading: whole };
  if (number === undefined || !heading.endsWith(title)) return { kind: 'section', number, title: heading };
  const numbering = heading.slice(0, heading.length - title.length).trimEnd();
  return { kind: 'section', number, ...(numbering && { numbering }), title };
}
