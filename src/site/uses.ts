/** All uses of a name, for the row that defines it: fetched when the row is unfolded. */
import type { GraphView } from '#specgraph';
import { byDocument, mentionsOf } from './backlinks.ts';
import { definitionRows } from './definition-rows.ts';

/** Section, its address, line in the source, and the sentence in three pieces. */
export type Use = [section: string, url: string, line: number, before: string, words: string, after: string];

export interface UsesGroup {
  short: string;
  title: string;
  uses: Use[];
}

/** Sentences by document, in reading order. */
export function usesOf(graph: GraphView, node: string): UsesGroup[] {
  return byDocument(mentionsOf(graph, node)).map(({ short, title, backlinks }) => ({
    short, title,
    uses: backlinks.map(({ section, url, line, sentence }): Use => [section, url, line, sentence.before, sentence.words, sentence.after]),
  }));
}

/** Every node that some table row of the set defines. */
export function definedNodes(graph: GraphView): string[] {
  return [...new Set(graph.documents.flatMap((facts) => [...definitionRows(graph, facts).values()]))];
}
