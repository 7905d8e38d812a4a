import { isStep } from '../kinds/nodes.ts';
import type { GraphEdge, Problem } from '../model/index.ts';
import { documentOf } from '../resolve/ids.ts';
import { placeOf } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import { holdsName } from './shared/section-text.ts';
import type { Rule } from './rule.ts';

/** Only a name that another step of the same document holds is reported: otherwise the document may say it in other words. */
export const missingFromStep: Rule = {
  id: 'missing-from-step',
  group: 'statements',
  severity: 'error',
  summary: 'A step that is said to run a function or script names it',
  *check(graph) {
    for (const edge of graph.edges) {
      if (edge.runs === undefined || !edge.resolved) continue;
      const problem = inWrongStep(edge, edge.runs, graph);
      if (problem) yield problem;
    }
  },
};

function inWrongStep(edge: GraphEdge, name: string, graph: GraphView): Problem | undefined {
  const node = graph.node(edge.target);
  const facts = graph.document(documentOf(edge.target) ?? '');
  if (!isStep(node) || !facts) return undefined;
  const steps = facts.sections.filter(({ step }) => step !== undefined);
  const named = steps.filter((section) => holdsName(facts, section, name));
  if (named.length === 0 || named.some(({ step }) => step === node.number)) return undefined;
  const others = named.map(({ step }) => `Step ${step}`);
  return {
    at: placeOf(edge),
    message: `Step ${node.number} of ${facts.path} does not name ${name}; ${others.join(' and ')} ${others.length > 1 ? 'do' : 'does'}.`,
    suggestion: others.length === 1 ? others[0] : undefined,
    related: named.map((section) => ({
      at: { file: facts.path, line: section.range.line },
      note: `Step ${section.step}, "${section.title}", names it`,
    })),
  };
}
