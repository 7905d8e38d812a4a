/** The navigation: the documents in reading order, grouped by the phase that introduced them. */
import { nodeId, type DocumentFacts, type GraphView } from '#specgraph';
import { urls } from '../urls.ts';

export interface DocumentEntry {
  id: string;
  /** "14"; empty where the set does not number its documents. */
  number: string;
  title: string;
  url: string;
}

export interface DocumentGroup {
  /** "Phase 9"; "Overview" for documents of several phases or none. */
  label: string;
  /** Name of the phase. */
  name: string;
  url?: string;
  documents: DocumentEntry[];
}

export function documentEntry({ id, number, title }: DocumentFacts): DocumentEntry {
  return { id, number: number ?? '', title: shortTitle(title), url: urls.document(id) };
}

/** The first document; undefined for an empty set. */
export function firstDocument(graph: GraphView): DocumentEntry | undefined {
  const [first] = graph.documents;
  return first && documentEntry(first);
}

/** The groups of the navigation: the overview first, then the phases. */
export function documentsByPhase(graph: GraphView): DocumentGroup[] {
  const phaseOf = (facts: DocumentFacts): string => {
    const { phases } = graph.documentNode(facts.id);
    return phases.length === 1 ? phases[0] : '';
  };
  const groups = [...Map.groupBy(graph.documents, phaseOf)].toSorted(([a], [b]) => Number(a) - Number(b));
  return groups.map(([phase, documents]) => ({
    label: phase ? `Phase ${phase}` : 'Overview',
    name: phase ? (graph.node(nodeId.phase(phase))?.title ?? '') : 'The whole set',
    url: phase ? urls.phase(phase) : undefined,
    documents: documents.map(documentEntry),
  }));
}

/** A title that fits into the navigation, without the words that the titles of this set repeat. */
function shortTitle(title: string): string {
  return title
    .replace(/^.*: (?=Appliance Specification$)/, '')
    .replace(/(?<=.) Specification$/, '')
    .replace(/^Appliance$/, 'Overview');
}
