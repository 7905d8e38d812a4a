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
export function detailsLoader(url: string, first: MapData): () => Promise<Details> {
  let loading: Promise<Details> | undefined;
  return () => {
    loading ??= fetch(url).then(async (response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return withDetails(first, (await response.json()) as MapDetails);
    });
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

export function withDetails(first: MapData, details: MapDetails): Details {
  const ties: MapTie[] = details.ties.map(([source, target, kind, count]) => ({
    source: details.ids[source],
    target: details.ids[target],
    kind,
    count,
  }));
  const data = { ...first, nodes: [...first.nodes, ...details.nodes], ties: [...first.ties, ...ties] };
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const holders = details.ids.map((id) => nodes.get(id)?.document ?? id);
  const between = Map.groupBy(
    details.references,
    ([source, target]) => `${holders[source]} ${holders[target]}`,
  );
  const stands = (index: number, id: string): boolean => details.ids[index] === id || holders[index] === id;
  return {
    data,
    sentences(source, target) {
      const holder = (id: string): string => nodes.get(id)?.document ?? id;
      const all = between.get(`${holder(source)} ${holder(target)}`) ?? [];
      return all
        .filter(([from, to]) => stands(from, source) && stands(to, target))
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
