/** The navigation: the documents in reading order, grouped by the phase that introduced them or by their folder. */
import { nodeId, type DocumentFacts, type GraphView } from '#specgraph';
import { titleBesideNumber, nameInFiles } from '../document-titles.ts';
import { urlOfNode, urls } from '../urls.ts';
import { introductionOf } from './identity.ts';
import { labelOf } from './page-labels.ts';

export interface DocumentEntry {
  id: string;
  /** "14"; empty where the set does not number its documents. */
  number: string;
  title: string;
  url: string;
}

export interface DocumentGroup {
  /** "Phase 9", or the folder; "Overview" for documents of several phases or none. */
  label: string;
  /** Name of the phase. */
  name: string;
  url?: string;
  documents: DocumentEntry[];
}

export function documentEntry(facts: DocumentFacts): DocumentEntry {
  const { id, number = '' } = facts;
  return { id, number, title: shortTitle(id, titleBesideNumber(facts)), url: urls.document(id) };
}

/** The document to begin with: the one that introduces the set, else the first; undefined for an empty set. */
export function firstDocument(graph: GraphView): DocumentEntry | undefined {
  const first = introductionOf(graph) ?? graph.documents.at(0);
  return first && documentEntry(first);
}

/** The groups of the navigation: by phase where the set has phases, else by folder. */
export function documentGroups(graph: GraphView): DocumentGroup[] {
  return (graph.config.phases ?? []).length > 0 ? documentsByPhase(graph) : documentsByFolder(graph);
}

function documentsByFolder(graph: GraphView): DocumentGroup[] {
  const folderOf = ({ id }: DocumentFacts): string => id.slice(0, Math.max(0, id.lastIndexOf('/')));
  return [...Map.groupBy(graph.documents, folderOf)]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, inside]) => ({
      label: folder === '' ? labelOf('documents', graph) : nameInFiles(folder),
      name: '',
      documents: inside.map(documentEntry),
    }));
}

/** The overview first, then the phases. */
function documentsByPhase(graph: GraphView): DocumentGroup[] {
  const phaseOf = (facts: DocumentFacts): string => {
    const { phases } = graph.documentNode(facts.id);
    return phases.length === 1 ? phases[0] : '';
  };
  const groups = [...Map.groupBy(graph.documents, phaseOf)].toSorted(([a], [b]) => Number(a) - Number(b));
  return groups.map(([phase, documents]) => ({
    label: phase ? `Phase ${phase}` : 'Overview',
    name: phase ? (graph.node(nodeId.phase(phase))?.title ?? '') : 'The whole set',
    url: urlOfNode(graph, nodeId.phase(phase)),
    documents: documents.map(documentEntry),
  }));
}

/** A title that fits into the navigation. */
function shortTitle(id: string, title: string): string {
  return /^(?:\d+[-_])?overview$/i.test(id) ? 'Overview' : title;
}
