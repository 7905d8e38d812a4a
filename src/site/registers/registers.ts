/** Requirements and attributes: who satisfies them, where they are named. */
import { nodeId, type AttributeNode, type GraphView } from '#specgraph';
import { byDocument, mentionsOf, type BacklinkGroup } from '../documents/backlinks.ts';
import { documentEntry, type DocumentEntry } from '../layout/navigation.ts';
import { urls } from '../urls.ts';

export interface RequirementView {
  id: string;
  /** Anchor on the page. */
  anchor: string;
  title: string;
  /** Documents that declare in their header to satisfy it; the overview, which lists all, left out. */
  satisfiedBy: DocumentEntry[];
  evidence: BacklinkGroup[];
  evidenceCount: number;
}

/** Somebody who sets or reads an attribute, with the section that says so. */
export interface PartyView {
  who: string;
  place: string;
  url?: string;
}

export interface AttributeView {
  name: string;
  anchor: string;
  meaning: string;
  publishedBy: PartyView[];
  readBy: PartyView[];
  mentions: BacklinkGroup[];
  mentionCount: number;
}

export const ATTRIBUTE_SOURCES: Record<string, string> = {
  onegate: 'Published over OneGate',
  environment: 'Set in the environment by scripts',
  platform: 'Given by the platform',
  code: 'Names in the code',
};

export function requirementViews(graph: GraphView): RequirementView[] {
  return graph.nodes
    .filter((node) => node.kind === 'requirement')
    .map((node) => {
      const id = node.id.slice('requirement:'.length);
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

/** Attributes by where they come from, in the order of `ATTRIBUTE_SOURCES`. */
export function attributeGroups(
  graph: GraphView,
): { source: string; title: string; attributes: AttributeView[] }[] {
  const all = graph.nodes.filter((node) => node.kind === 'attribute');
  const sources = [...new Set([...Object.keys(ATTRIBUTE_SOURCES), ...all.map((node) => node.source)])];
  return sources.flatMap((source) => {
    const attributes = all
      .filter((node) => node.source === source)
      .map((node) => {
        const mentions = mentionsOf(graph, node.id);
        return {
          name: node.name,
          anchor: node.name.toLowerCase(),
          meaning: node.meaning,
          ...partiesOf(graph, node),
          mentions: byDocument(mentions),
          mentionCount: mentions.length,
        };
      });
    return attributes.length > 0 ? [{ source, title: ATTRIBUTE_SOURCES[source] ?? source, attributes }] : [];
  });
}

/** Who publishes an attribute, and who reads it. */
export function partiesOf(
  graph: GraphView,
  { publishedBy = [], readBy = [] }: AttributeNode,
): Pick<AttributeView, 'publishedBy' | 'readBy'> {
  const view = ({ who, at }: NonNullable<AttributeNode['readBy']>[number]): PartyView => {
    const facts = graph.documents.find((candidate) => candidate.number === at.document);
    const section = facts && graph.section(facts.id, at.section);
    return {
      who,
      place: `${graph.config.documentPrefix ?? ''}/${at.document}, Section ${at.section}`,
      url: section && urls.section(facts.id, section.slug),
    };
  };
  return { publishedBy: publishedBy.map(view), readBy: readBy.map(view) };
}
