import type { Rule } from './rule.ts';

export const unreadableText: Rule = {
  id: 'unreadable-text',
  group: 'files',
  severity: 'warn',
  summary: 'Every document can be read, whole and as UTF-8',
  *check(graph) {
    for (const { path, line = 1, message } of graph.readProblems) {
      yield { at: { file: path, line, column: 1, endLine: line, endColumn: 1 }, message };
    }
    for (const { path, cuts } of graph.documents) {
      for (const { line, message } of cuts)
        yield { at: { file: path, line, column: 1, endLine: line, endColumn: 1 }, message };
    }
  },
};
