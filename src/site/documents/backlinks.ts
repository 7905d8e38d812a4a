/** The references to a section, a document or a name, as the pages show them. */
import { firstOfEachSentence, nodeId, oncePer, type GraphEdge, type GraphView } from '#specgraph';
import { excerpt, type Excerpt } from './excerpt.ts';
import { isTitle, titleBesideNumber } from '../document-titles.ts';
import { shortName } from '../document-names.ts';
import { urlOfNode } from '../urls.ts';

export interface Backlink {
  /** Id, short name ("spec/08") and title of the document that holds the reference. */
  document: string;
  short: string;
  title: string;
  /** Heading of the section that holds the reference. */
  section: string;
  url: string;
  /** The sentence around the referring words. */
  sentence: Excerpt;
  line: number;
}

export interface BacklinkGroup {
  document: string;
  short: string;
  title: string;
  backlinks: Backlink[];
}

/** References from other sections to a section and to the step that it describes, one for each sentence. */
export function backlinksOfSection(graph: GraphView, document: string, slug: string): Backlink[] {
  const id = nodeId.section(document, slug);
  const steps = graph
    .outgoing(id)
    .filter((edge) => edge.kind === 'contains' && nodeId.kindOf(edge.target) === 'step')
    .map((edge) => edge.target);
  return toBacklinks(
    graph,
    [id, ...steps]
      .flatMap((target) => graph.incoming(target))
      .filter((edge) => edge.kind === 'refers' && edge.source !== id),
  );
}

/** References from other documents to a document as a whole. */
export function backlinksOfDocument(graph: GraphView, document: string): Backlink[] {
  return toBacklinks(
    graph,
    graph
      .incoming(document)
      .filter((edge) => edge.kind === 'refers' && nodeId.documentOf(edge.source) !== document),
  );
}

/** Every mention of a variable, attribute, requirement or phase, one for each sentence. */
export function mentionsOf(graph: GraphView, node: string): Backlink[] {
  return toBacklinks(
    graph,
    graph.incoming(node).filter((edge) => edge.kind === 'mentions' && edge.resolved),
  );
}

/** Groups backlinks by document, in the order of the set. */
export function byDocument(backlinks: Backlink[]): BacklinkGroup[] {
  return [...Map.groupBy(backlinks, (backlink) => backlink.document).values()]
    .map((group) => ({
      document: group[0].document,
      short: group[0].short,
      title: group[0].title,
      backlinks: group,
    }))
    .toSorted((a, b) => (a.document < b.document ? -1 : 1));
}

function toBacklinks(graph: GraphView, edges: readonly GraphEdge[]): Backlink[] {
  return firstOfEachSentence(edges).map((edge) => {
    const document = nodeId.documentOf(edge.source)!;
    const facts = graph.document(document)!;
    const section = graph.node(edge.source);
    return {
      document,
      short: shortName(graph, facts),
      title: titleBesideNumber(facts),
      section:
        section?.kind === 'section' && !isTitle(graph, section) ? section.title : titleBesideNumber(facts),
      url: urlOfNode(graph, edge.source) ?? '#',
      sentence: sentenceOf(edge),
      line: edge.range!.line,
    };
  });
}

/** Cached by edge: edges of documents that a save has not changed stay the same objects. */
const sentenceOf = oncePer(({ context = '', text = '' }: GraphEdge): Excerpt => excerpt(context, text));
