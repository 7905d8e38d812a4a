/** What the search of a set can be asked for, in words for its field and its hints. */
import type { GraphView } from '#specgraph';
import { shortName } from '../document-names.ts';
import { hasPage } from '../page-frame/partial-pages.ts';

export interface SearchHints {
  /** Sorts of things, most wanted first: "variable", "section", "document". */
  sorts: string[];
  /** Numbers that readers may type: "6d", "spec/14"; empty where the set has none. */
  numbers: string[];
}

export function searchHints(graph: GraphView): SearchHints {
  const numbered = graph.documents.findLast(({ number }) => number !== undefined);
  const section = graph.documents
    .flatMap(({ sections }) => sections)
    .find(({ number, depth }) => number !== undefined && depth > 2)?.number;
  return {
    sorts: [...(hasPage('variables', graph) ? ['variable'] : []), 'section', 'document'],
    numbers: [section, numbered && shortName(graph, numbered)].filter((number) => number !== undefined),
  };
}
