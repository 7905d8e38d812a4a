/** Counts mentions: sentences, table rows and lines of code that name something. The only module that counts them. */
import type { GraphEdge } from '../model/index.ts';

/** The first edge of each sentence of a source. Edges without a place are not in the text. */
export function firstOfEachSentence(edges: readonly GraphEdge[]): GraphEdge[] {
  const seen = new Map<string, Set<string | undefined>>();
  return edges.filter(({ range, source, context }) => {
    if (!range) return false;
    const sentences = seen.get(source) ?? new Set();
    seen.set(source, sentences);
    return !sentences.has(context) && sentences.add(context);
  });
}

/**
 * @param incoming the edges that lead to a thing
 * @returns the number of sentences, table rows and lines of code that name it; two names in one sentence count once
 */
export function countMentions(incoming: readonly GraphEdge[]): number {
  return firstOfEachSentence(incoming.filter(({ kind, resolved }) => kind === 'mentions' && resolved)).length;
}
