/** Fetches sections and sentences once and adds them to the data of the page. */
import type { MapData, MapDetails, MapTie } from '../../../map/model.ts';
import { shortNameOf } from '../../../map/names.ts';

export interface Sentence {
  /** "spec/03 10o, line 712". */
  place: string;
  url: string;
  /** The sentence in three pieces, the referring words in the middle. */
  pieces: [before: string, words: string, after: string];
}

export interface Details {
  /** The map with sections and steps. */
  data: MapData;
  /** The sentences between two nodes; a document includes everything in it. */
  sentences(source: string, target: string): Sentence[];
}

/** @returns a function that gives the same promise each time; after a failure it tries again */
export function detailsLoader(url: string, pageData: MapData): () => Promise<Details> {
  let loading: Promise<Details> | undefined;
  return () => {
    loading ??= fetch(url).then(async (response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return withDetails(pageData, (await response.json()) as MapDetails);
    });
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

export function withDetails(pageData: MapData, details: MapDetails): Details {
  const ties: MapTie[] = details.ties.map(([source, target, kind, count]) => ({
    source: details.ids[source],
    target: details.ids[target],
    kind,
    count,
  }));
  const data = {
    ...pageData,
    nodes: [...pageData.nodes, ...details.nodes],
    ties: [...pageData.ties, ...ties],
  };
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const documents = details.ids.map((id) => nodes.get(id)?.document ?? id);
  const byDocuments = Map.groupBy(
    details.references,
    ([source, target]) => `${documents[source]} ${documents[target]}`,
  );
  const isWithin = (index: number, id: string): boolean =>
    details.ids[index] === id || documents[index] === id;
  return {
    data,
    sentences(source, target) {
      const documentOf = (id: string): string => nodes.get(id)?.document ?? id;
      const references = byDocuments.get(`${documentOf(source)} ${documentOf(target)}`) ?? [];
      return references
        .filter(([from, to]) => isWithin(from, source) && isWithin(to, target))
        .map(([from, , line, text, at, length]) => {
          const node = nodes.get(details.ids[from]);
          const words = details.texts[text];
          return {
            place: `${node ? shortNameOf(node) : details.ids[from]}, line ${line}`,
            url: node?.url ?? '#',
            pieces: [words.slice(0, at), words.slice(at, at + length), words.slice(at + length)],
          };
        });
    },
  };
}
