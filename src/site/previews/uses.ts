/** All uses of a name. The page fetches them when the row that defines the name is unfolded. */
import type { GraphView } from '#specgraph';
import type { UsesGroup, Use } from '../../payloads/previews.ts';
import { byDocument, mentionsOf } from '../documents/backlinks.ts';
import { definitionRows } from '../documents/definition-rows.ts';

/** The sentences that use a node, grouped by document, in reading order. */
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

/** Every node that a table row of the set defines. */
export function definedNodes(graph: GraphView): string[] {
  return [...new Set(graph.documents.flatMap((facts) => [...definitionRows(graph, facts).values()]))];
}
