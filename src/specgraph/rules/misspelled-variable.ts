import { isAttribute, isVariable } from '../kinds/nodes.ts';
import { nodeId } from '../resolve/ids.ts';
import { once } from '../resolve/once.ts';
import { placeOf } from '../text/describe.ts';
import { isCertainSlip } from '../text/near-miss.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const misspelledVariable: Rule = {
  id: 'misspelled-variable',
  group: 'variables',
  severity: 'error',
  summary: 'The name of a variable is spelled as it is defined',
  replaces: ['misspelled-key', 'unset-shell-variable'],
  fixable: true,
  isPerDocument: true,
  *check(graph) {
    const names = once(() =>
      graph.nodes.flatMap((node) => (isVariable(node) || isAttribute(node) ? [node.name] : [])),
    );
    for (const edge of graph.edges) {
      if (edge.why !== 'unknown-name' || !edge.nearest) continue;
      const at = placeOf(edge);
      yield {
        at,
        message: `${edge.text} is neither a variable nor an attribute of this specification.`,
        suggestion: `${edge.nearest}${definedIn(edge.nearest, graph)}`,
        fix: isCertainSlip(edge.text!, edge.nearest, names())
          ? [{ range: at, text: edge.nearest }]
          : undefined,
      };
    }
  },
};

function definedIn(name: string, graph: GraphView): string {
  const definition = graph.definitions.find((definition) => definition.name === name);
  if (definition) return ` (defined in ${definition.range.file}, Section ${definition.section})`;
  return graph.node(nodeId.attribute(name)) ? ' (an attribute)' : '';
}
