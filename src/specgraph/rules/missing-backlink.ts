import { documentOf } from '../resolve/ids.ts';
import type { Rule } from './rule.ts';

export const missingBacklink: Rule = {
  id: 'missing-backlink',
  group: 'documents',
  severity: 'error',
  summary: 'A document refers to those that build on it',
  *check(graph, { config }) {
    for (const [later, earlier] of config.buildsOn ?? []) {
      const builder = graph.document(later);
      const base = graph.document(earlier);
      if (
        !builder ||
        !base ||
        graph.referencesFrom(base.id).some((edge) => documentOf(edge.target) === builder.id)
      )
        continue;
      yield {
        at: base.titleRange,
        message: `${builder.path} builds on ${base.path}, which never refers to it.`,
        suggestion: `refer to ${builder.path} where its subject begins`,
      };
    }
  },
};
