import { documentOf } from '../resolve/ids.ts';
import type { Rule } from './rule.ts';

export const missingBacklink: Rule = {
  id: 'missing-backlink',
  group: 'documents',
  severity: 'error',
  summary: 'A document refers to those that build on it',
  *check(graph, { config }) {
    for (const [later, earlier] of config.buildsOn ?? []) {
      const a = graph.document(later);
      const b = graph.document(earlier);
      if (!a || !b || graph.referencesFrom(b.id).some((edge) => documentOf(edge.target) === a.id)) continue;
      yield {
        at: b.titleRange,
        message: `${a.path} builds on ${b.path}, which never refers to it.`,
        suggestion: `refer to ${a.path} where its subject begins`,
      };
    }
  },
};
