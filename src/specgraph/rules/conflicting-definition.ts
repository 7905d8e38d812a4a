import { conflictingValues } from './shared/conflicting-values.ts';
import type { Rule } from './rule.ts';

/**
 * A row of a definition table may state a value twice, once inside a value of another field; the two are compared as
 * well. Places that differ on purpose are listed in the configuration with a reason.
 */
export const conflictingDefinition: Rule = {
  id: 'conflicting-definition',
  group: 'variables',
  severity: 'error',
  summary: 'Every place states the same value for a field of a variable as its definition',
  // A definition that contradicts itself contradicts the other places as well.
  replaces: ['conflicting-default', 'conflicting-cell', 'conflicting-range'],
  *check(graph) {
    const { scheme, definitions, stated } = graph;
    if (scheme) yield* conflictingValues(definitions, stated, scheme, graph);
  },
};
