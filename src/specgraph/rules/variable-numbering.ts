import type { Definition, Problem } from '../model/index.ts';
import type { Rule } from './rule.ts';

export const variableNumbering: Rule = {
  id: 'variable-numbering',
  group: 'variables',
  severity: 'error',
  summary: 'The rows of a definition table are numbered 1, 2, 3 without a gap',
  replaces: ['misnumbered-item'],
  *check(graph) {
    const { scheme } = graph;
    if (!scheme) return;
    for (const facts of graph.documents) {
      const tables = new Set(
        scheme.tables
          .filter(({ document }) => graph.document(document)?.id === facts.id)
          .map(({ section }) => section),
      );
      for (const section of tables)
        yield* numbering(section, graph.definitionRows(facts, section, scheme.columns));
    }
  },
};

function* numbering(
  section: string,
  rows: { number: string; name: string; range: Definition['range'] }[],
): Iterable<Problem> {
  let expected = 1;
  for (const { number, name, range } of rows) {
    if (!/^\d+$/.test(number)) continue;
    if (Number(number) !== expected) {
      yield {
        at: range,
        message: `${name} has the number ${number} in the table of Section ${section}; ${expected} was expected.`,
        suggestion: String(expected),
      };
      return;
    }
    expected++;
  }
}
