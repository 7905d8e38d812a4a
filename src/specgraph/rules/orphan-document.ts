import type { Rule } from './rule.ts';

/** Checked only where the set numbers its documents: in other folders a menu may lead to a page. */
export const orphanDocument: Rule = {
  id: 'orphan-document',
  group: 'documents',
  severity: 'error',
  summary: 'Another document refers to every document of the set',
  *check(graph) {
    for (const facts of graph.documents) {
      if (facts.number === undefined || graph.documents.length < 2 || graph.referencesTo(facts.id).length > 0)
        continue;
      yield {
        at: facts.titleRange,
        message: `No other document refers to ${facts.path}; readers cannot find it.`,
        suggestion: 'link to it from the overview and from the documents that build on it',
      };
    }
  },
};
