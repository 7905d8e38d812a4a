/** Fetches the sentences of all references, and finds those between two nodes. */
import type { MapNode, MapSentences, SentenceReference } from '../../../map/model.ts';
import { sentenceRows, type SentenceColumns } from '../../../map/sentence-columns.ts';
import { labelOf } from '../../../map/names.ts';

export interface Sentence {
  /** "03, 10o. Edge Discovery Backoff, line 712". */
  place: string;
  url: string;
  /** The sentence in pieces; every second one is a reference. */
  pieces: string[];
}

/** @returns the sentences between two nodes, the most telling first; a document includes everything in it */
export type SentencesBetween = (source: string, target: string) => Sentence[];

/** Length of a sentence, in letters, that tells most: a table row or a list of names is longer, a note is shorter. */
const TELLING_LENGTH = 120;

export async function fetchSentences(url: string): Promise<MapSentences> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return sentenceRows((await response.json()) as SentenceColumns);
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
    const wanted = (byDocuments.get(`${documentOf(source)} ${documentOf(target)}`) ?? []).filter(
      ([from, to]) => isWithin(from, source) && isWithin(to, target),
    );
    const rank = ([, to, , text]: SentenceReference): number =>
      rankOf(texts[text], documents[to] !== ids[to]);
    // A sentence with several references is shown once.
    return [...Map.groupBy(wanted, ([from, , line, text]) => `${from} ${line} ${text}`).values()]
      .map((references) => ({ references, rank: Math.max(...references.map(rank)) }))
      .sort((a, b) => b.rank - a.rank)
      .map(({ references: [first, ...others] }) => {
        const [from, , line, text] = first;
        const node = nodeOf(ids[from]);
        return {
          place: `${node ? labelOf(node) : ids[from]}, line ${line}`,
          url: node?.url ?? '#',
          pieces: piecesOf(texts[text], [first, ...others]),
        };
      });
  };
}

function piecesOf(text: string, references: readonly SentenceReference[]): string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const [, , , , at, length] of references.toSorted((a, b) => a[4] - b[4])) {
    // "Sections 2-5" are several references in the same words.
    if (at < end) continue;
    pieces.push(text.slice(end, at), text.slice(at, at + length));
    end = at + length;
  }
  return [...pieces, text.slice(end)];
}

/** A sentence about a section says more than one about the whole document. */
function rankOf(text: string, isAboutPart: boolean): number {
  return (isAboutPart ? 1 : 0) - Math.abs(text.length - TELLING_LENGTH) / TELLING_LENGTH;
}
