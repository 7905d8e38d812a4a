import type { Rule } from './rule.ts';

export const unusedDefinition: Rule = {
  id: 'unused-definition',
  group: 'kinds',
  severity: 'warn',
  summary: 'Something mentions each thing that is defined',
  *check(graph) {
    for (const { kind, node, id, definition } of graph.things.all) {
      if (!kind.checks.includes('unused')) continue;
      if (graph.incoming(node).some((edge) => edge.kind === 'mentions' && edge.resolved)) continue;
      yield { at: definition.range, message: `Nothing mentions the ${kind.name.one} "${id}".` };
    }
  },
};
