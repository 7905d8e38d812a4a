/** The attributes: who publishes and reads them, and where they are mentioned. */
import { isAttribute } from '#specgraph';
import type { AttributeNode, GraphView } from '#specgraph';
import { byDocument, mentionsOf, type BacklinkGroup } from '../documents/backlinks.ts';
import { urls } from '../urls.ts';

/** A component that sets or reads an attribute, with the section that says so. */
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

/** The attributes grouped by their source, in the order of `ATTRIBUTE_SOURCES`. */
export function attributeGroups(
  graph: GraphView,
): { source: string; title: string; attributes: AttributeView[] }[] {
  const nodes = graph.nodes.filter(isAttribute);
  const sources = [...new Set([...Object.keys(ATTRIBUTE_SOURCES), ...nodes.map((node) => node.source)])];
  return sources.flatMap((source) => {
    const attributes = nodes
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
