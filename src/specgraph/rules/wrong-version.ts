import { columnOf } from '../text/tables.ts';
import type { Contract, DocumentFacts, HeaderField, Problem } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** The footer owns a document's version; tables with the columns "Document" and "Version", and the newest contract, must agree. */
export const wrongVersion: Rule = {
  id: 'wrong-version',
  group: 'claims',
  severity: 'error',
  summary: 'Footer, version tables and contracts state the same version of a document',
  *check(graph, { contracts }) {
    if (!graph.documents.some((facts) => versionField(facts))) return;
    for (const facts of graph.documents) {
      if (facts.number === undefined) continue;
      const field = versionField(facts);
      if (!field)
        yield {
          at: facts.titleRange,
          message: `${facts.path} states no version in its footer.`,
          suggestion: 'end with "*Version: 1.0*"',
        };
      else yield* againstContracts(facts, field, contracts);
    }
    for (const facts of graph.documents) {
      yield PAUSE;
      yield* inTables(facts, graph);
    }
  },
};

function versionField(facts: DocumentFacts): HeaderField | undefined {
  return facts.footer.find((field) => field.label === 'Version');
}

function* againstContracts(
  facts: DocumentFacts,
  field: HeaderField,
  contracts: readonly Contract[],
): Iterable<Problem> {
  const entries = contracts.flatMap((contract) =>
    contract.versions
      .filter(({ path }) => path === facts.path || facts.path.endsWith(`/${path}`))
      .map((entry) => ({ ...entry, contract })),
  );
  const newest = entries
    .toSorted((a, b) => Number(a.contract.phase ?? 0) - Number(b.contract.phase ?? 0))
    .at(-1);
  if (!newest || newest.version === field.value) return;
  yield {
    at: field.range,
    message: `The footer says version ${field.value}, ${newest.contract.file} says ${newest.version}.`,
    suggestion: `Version: ${newest.version}`,
    related: [{ at: { file: newest.contract.file, line: newest.line }, note: 'the promised version' }],
  };
}

function* inTables(facts: DocumentFacts, graph: GraphView): Iterable<Problem> {
  for (const table of facts.tables) {
    const [documents, versions] = [columnOf(table, 'Document'), columnOf(table, 'Version')];
    if (documents < 0 || versions < 0) continue;
    for (const row of table.rows) {
      const named = /(\d{2})(?=-|\b)/.exec(row.cells[documents]?.text ?? '')?.[1];
      const field = named && graph.document(named) && versionField(graph.document(named)!);
      const cell = row.cells[versions];
      if (!field || !cell || cell.text === field.value) continue;
      yield {
        at: cell.range,
        message: `The table says version ${cell.text} for ${graph.document(named)!.path}, its footer says ${field.value}.`,
        suggestion: field.value,
        related: [{ at: { file: field.range.file, line: field.range.line }, note: 'the footer' }],
      };
    }
  }
}
