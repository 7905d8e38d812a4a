/** All uses of a name, for the row that defines it: fetched when the row is unfolded. */
import type { GraphView } from '#specgraph';
import type { UsesGroup, Use } from '../../payloads/previews.ts';
import { byDocument, mentionsOf } from '../documents/backlinks.ts';
import { definitionRows } from '../documents/definition-rows.ts';

/** Sentences by document, in reading order. */
export function usesOf(graph: GraphView, node: string): UsesGroup[] {
  return byDocument(mentionsOf(graph, node)).map(({ short, title, backlinks }) => ({
    short,
    title,
    uses: backlinks.map(({ section, url, line, sentence }): Use => [
      section,
      url,
      line,
      sentence.before,
      sentence.words,
      sentence.after,
    ]),
  }));
}

/** Every node that some table row of the set defines. */
export function definedNodes(graph: GraphView): string[] {
  return [...new Set(graph.documents.flatMap((facts) => [...definitionRows(graph, facts).values()]))];
}
