/** How the site calls itself: from the configuration, or else from the documents. */
import type { DocumentFacts, GraphView } from '#specgraph';
import type { Snapshot } from '../snapshot.ts';
import { urls } from '../urls.ts';

export interface Identity {
  /** The short name, in titles and in the header. */
  name: string;
  /** The full title of the set. */
  title: string;
  description: string;
}

const INDEX_DOCUMENT = /^(?:readme|index|0*0?-?overview|0+)$/i;

/** The document that introduces a set. */
export function introductionOf({ documents }: Pick<GraphView, 'documents'>): DocumentFacts | undefined {
  return documents.find(({ id, number }) => INDEX_DOCUMENT.test(id) || Number(number) === 0);
}

export function identityOf(graph: GraphView): Identity {
  const { config, root } = graph;
  const index = introductionOf(graph);
  const folder = root.slice(root.lastIndexOf('/') + 1);
  const title = config.title ?? (index && titleOfSet(index)) ?? (folder === '.' ? 'Specification' : folder);
  return {
    name: config.site?.name ?? title,
    title,
    description: config.site?.description ?? `${title}: read it, search it, see how it hangs together.`,
  };
}

/** The title that a document gives the set: undefined where it is the heading of a part, as "## Usage" is. */
function titleOfSet(facts: DocumentFacts): string | undefined {
  const title = facts.title;
  const [first] = facts.sections;
  return first && first.depth > 1 && first.heading === title ? undefined : title;
}

/** The address of the configured logo; undefined where there is none, or none that can be published: the check says so. */
export function logoOf({ graph, linkedFile }: Pick<Snapshot, 'graph' | 'linkedFile'>): string | undefined {
  const logo = graph.config.site?.logo;
  if (logo === undefined) return undefined;
  const file = linkedFile(encodeURI(logo), `${graph.root}/-`);
  return file && urls.file(file);
}
