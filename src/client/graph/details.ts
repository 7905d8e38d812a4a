/** Fetches sections and sentences, once, and puts them beside what the page has from the start. */
import type { MapData, MapNode, MapTie } from '../../site/graph-data.ts';
import type { MapDetails } from '../../site/graph-details.ts';

export interface Sentence {
  place: string;
  url: string;
  /** The sentence in three pieces, the referring words in the middle. */
  pieces: [before: string, words: string, after: string];
}

export interface Details {
  /** The map with sections and steps. */
  data: MapData;
  sentences(source: string, target: string): Sentence[];
}

/** @returns the same promise each time, until it fails: then it is tried again */
export function detailsLoader(url: string, first: MapData): () => Promise<Details> {
  let loading: Promise<Details> | undefined;
  return () => {
    loading ??= fetch(url).then(async (response) => {
      if (!response.ok) throw new Error(`${url}: ${response.status}`);
      return withDetails(first, await response.json() as MapDetails);
    });
    loading.catch(() => (loading = undefined));
    return loading;
  };
}

export function withDetails(first: MapData, details: MapDetails): Details {
  const ties: MapTie[] = details.ties.map(([source, target, kind, count]) => ({ source: details.ids[source], target: details.ids[target], kind, count }));
  return {
    data: { nodes: [...first.nodes, ...details.nodes], ties: [...first.ties, ...ties] },
    sentences: (source, target) => (details.sentences[`${source} ${target}`] ?? []).map(([place, text, words]) => {
      const [label, address] = details.places[place];
      return { place: label, url: address, pieces: around(details.texts[text], words) };
    }),
  };
}

function around(text: string, words: string): Sentence['pieces'] {
  const at = words ? text.indexOf(words) : -1;
  return at < 0 ? [text, '', ''] : [text.slice(0, at), words, text.slice(at + words.length)];
}

/** The document that holds a section or step, the node itself otherwise: sentences are kept between documents. */
export function holderOf(node: MapNode): string {
  return node.document ?? node.id;
}
