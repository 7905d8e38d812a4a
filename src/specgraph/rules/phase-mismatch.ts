import { fieldOf, phaseNumbers } from '../text/header-fields.ts';
import type { DocumentFacts, Problem } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const phaseMismatch: Rule = {
  id: 'phase-mismatch',
  group: 'claims',
  severity: 'error',
  summary: 'Header and footer of a document name the same phases, with their configured names',
  isPerDocument: true,
  *check(graph, { config }) {
    if (!config.phases?.length) return;
    for (const facts of graph.documents) if (facts.number !== undefined) yield* inDocument(facts, graph);
  },
};

function* inDocument(facts: DocumentFacts, graph: GraphView): Iterable<Problem> {
  const header = fieldOf(facts.header, 'Phase');
  const footer = fieldOf(facts.footer, 'Phase');
  if (!header)
    yield {
      at: facts.titleRange,
      message: `${facts.path} names no phase in its header.`,
      suggestion: 'add "**Phase:** 01 - …" under the title',
    };
  if (!footer)
    yield {
      at: facts.titleRange,
      message: `${facts.path} names no phase in its footer.`,
      suggestion: 'add "*Phase: 01 - …*" at the end',
    };
  for (const field of [header, footer]) {
    for (const [, number, name] of (field?.value ?? '').matchAll(/(\d+)\s+-\s+([^,(]+)/g)) {
      const phase = graph.config.phases!.find((candidate) => candidate.number === String(Number(number)));
      if (phase && phase.name !== name.trim()) {
        yield {
          at: field!.range,
          message: `Phase ${phase.number} is called "${name.trim()}" here; its name is "${phase.name}".`,
          suggestion: phase.name,
        };
      }
    }
  }
  if (!header || !footer) return;
  const [inHeader, inFooter] = [phaseNumbers(header.value), phaseNumbers(footer.value)];
  if (inHeader.join() !== inFooter.join()) {
    yield {
      at: footer.range,
      message: `The footer names Phase ${inFooter.join(', ')}, the header Phase ${inHeader.join(', ')}.`,
      related: [{ at: { file: facts.path, line: header.range.line }, note: 'the header' }],
    };
  }
}
