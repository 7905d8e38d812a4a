import { isAttribute } from '../kinds/nodes.ts';
import type { AttributeNode, DocumentFacts, Problem, SectionFacts } from '../model/index.ts';
import { sectionName } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import { holdsName } from './shared/section-text.ts';
import type { Rule } from './rule.ts';

export const missingPublication: Rule = {
  id: 'missing-publication',
  group: 'statements',
  severity: 'error',
  summary: 'The sections that publish or read an attribute by the configuration name it',
  *check(graph) {
    for (const node of graph.nodes) if (isAttribute(node)) yield* inSectionsOf(node, graph);
  },
};

function* inSectionsOf(
  { name, publishedBy = [], readBy = [] }: AttributeNode,
  graph: GraphView,
): Iterable<Problem> {
  const places = [
    ...publishedBy.map((party) => ({ ...party, is: 'published' })),
    ...readBy.map((party) => ({ ...party, is: 'read' })),
  ];
  for (const { who, at, is } of places) {
    const facts = graph.document(at.document);
    const section = facts && graph.section(facts.id, at.section);
    // A section that does not exist is found by `broken-pointer`.
    if (section && !holdsName(facts, section, name)) yield describe(name, `${is} (${who})`, facts, section);
  }
}

function describe(name: string, use: string, facts: DocumentFacts, section: SectionFacts): Problem {
  const others = facts.sections.filter(
    (other) => other.number !== undefined && other.depth <= section.depth && holdsName(facts, other, name),
  );
  return {
    at: section.range,
    message: `${name} is ${use} in ${sectionName(facts, section)} by the configuration; the section does not name it.`,
    suggestion: others.length === 0 ? `add ${name} there` : undefined,
    related: others.map((other) => ({
      at: { file: facts.path, line: other.range.line },
      note: `Section ${other.number} names it`,
    })),
  };
}
