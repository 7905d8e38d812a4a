import { incompleteDefinitions } from './shared/incomplete-definitions.ts';
import type { Rule } from './rule.ts';

export const incompleteVariable: Rule = {
  id: 'incomplete-variable',
  group: 'variables',
  severity: 'error',
  summary: 'A variable stands in every place where one of its kind must stand',
  *check(graph) {
    const { scheme, definitions } = graph;
    if (scheme) yield* incompleteDefinitions(definitions, scheme, graph);
  },
};
