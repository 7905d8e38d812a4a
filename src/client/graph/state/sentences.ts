/** Fetches the sentences of all references, and finds those between two nodes. */
import type { MapNode, MapSentences } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';

export interface Sentence {
  /** "03, 10o. Edge Discovery Backoff, line 712". */
  place: string;
  url: string;
  /** The sentence in three pieces, the referring words in the middle. */
  pieces: [before: string, words: string, after: string];
}

/** @returns the sentences between two nodes, the most telling first; a document includes everything in it */
export type SentencesBetween = (source: string, target: string) => Sentence[];

/** Length of a sentence, in letters, that tells most: a table row or a list of names is longer, a note is shorter. */
const TELLING_LENGTH = 120;

export async function fetchSentences(url: string): Promise<MapSentences> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as MapSentences;
}

/**
 * @param nodeOf finds a node whose title names its document
 * @param holdersOf the ids of a node and of everything that contains it
 */
export function sentencesBetween(
  { ids, texts, references }: MapSentences,
  nodeOf: (id: string) => MapNode | undefined,
  holdersOf: (id: string) => ReadonlySet<string>,
): SentencesBetween {
  const documents = ids.map((id) => nodeOf(id)?.document ?? id);
  const holders = new Map<number, ReadonlySet<string>>();
  const isWithin = (index: number, id: string): boolean => {
    if (ids[index] === id || documents[index] === id) return true;
    if (!holders.has(index)) holders.set(index, holdersOf(ids[index]));
    return holders.get(index)!.has(id);
  };
  const byDocuments = Map.groupBy(
    references,
    ([source, target]) => `${documents[source]} ${documents[target]}`,
  );
  return (source, target) => {
    const documentOf = (id: string): string => nodeOf(id)?.document ?? id;
    return (byDocuments.get(`${documentOf(source)} ${documentOf(target)}`) ?? [])
      .filter(([from, to]) => isWithin(from, source) && isWithin(to, target))
      .map((reference) => ({
        reference,
        rank: rankOf(texts[reference[3]], documents[reference[1]] !== ids[reference[1]]),
      }))
      .sort((a, b) => b.rank - a.rank)
      .map(({ reference: [from, , line, text, at, length] }) => {
        const node = nodeOf(ids[from]);
        const words = texts[text];
        return {
          place: `${node ? labelOf(node) : ids[from]}, line ${line}`,
          url: node?.url ?? '#',
          pieces: [words.slice(0, at), words.slice(at, at + length), words.slice(at + length)],
        };
      });
  };
}

/** A sentence about a section says more than one about the whole document. */
function rankOf(text: string, isAboutPart: boolean): number {
  return (isAboutPart ? 1 : 0) - Math.abs(text.length - TELLING_LENGTH) / TELLING_LENGTH;
}
