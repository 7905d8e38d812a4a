import type { DocumentFacts } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** From this number of documents on, a set in which most have no references is a collection, not a mistake. */
const MIN_COLLECTION = 10;

/** Checked only where the set numbers its documents: in other folders a menu may lead to a page. */
export const orphanDocument: Rule = {
  id: 'orphan-document',
  group: 'documents',
  severity: 'error',
  summary: 'Another document refers to every document of the set',
  *check(graph) {
    const numbered = graph.documents.filter(({ number }) => number !== undefined);
    if (graph.documents.length < 2) return;
    const orphans = numbered.filter(({ id }) => graph.referencesTo(id).length === 0);
    if (numbered.length >= MIN_COLLECTION && orphans.length * 2 > numbered.length) return;
    for (const facts of orphans) {
      if (facts === numbered[0] && leadsToMost(facts, numbered, graph)) continue;
      yield {
        at: facts.titleRange,
        message: `No other document refers to ${facts.path}; readers cannot find it.`,
        suggestion: 'link to it from the overview and from the documents that build on it',
      };
    }
  },
};

/** Readers begin with a first document that leads to more than half of the others: nothing needs to lead to it. */
function leadsToMost(first: DocumentFacts, numbered: readonly DocumentFacts[], graph: GraphView): boolean {
  const reached = new Set(graph.referencesFrom(first.id).map(({ target }) => documentOf(target)));
  const others = numbered.filter(({ id }) => id !== first.id);
  return others.filter(({ id }) => reached.has(id)).length * 2 > others.length;
}
