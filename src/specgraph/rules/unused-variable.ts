import { nodeId } from '../resolve/ids.ts';
import type { Rule } from './rule.ts';

export const unusedVariable: Rule = {
  id: 'unused-variable',
  group: 'variables',
  severity: 'error',
  summary: 'A variable is used outside the document that defines it',
  *check(graph) {
    for (const definition of graph.definitions) {
      const used = graph
        .incoming(nodeId.variable(definition.name))
        .some((edge) => edge.kind === 'mentions' && edge.range?.file !== definition.range.file);
      if (used) continue;
      yield {
        at: definition.range,
        message: `${definition.name} is defined here and named in no other document.`,
        suggestion: 'say where it takes effect, or remove it',
      };
    }
  },
};
