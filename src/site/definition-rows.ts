/** Table rows that define a name, so that the page can put its uses there. */
import type { DocumentFacts, GraphView, TableFacts } from '#specgraph';
import { nodeId } from '#specgraph';

/** Node that the row at a line of a document defines. */
export type RowsOfDocument = ReadonlyMap<number, string>;

const computed = new WeakMap<GraphView, Map<string, Map<number, string>>>();

/** Variables as the tables of definitions list them; attributes and requirements where a register first has a row for them. */
export function definitionRows(graph: GraphView, facts: DocumentFacts): RowsOfDocument {
  let all = computed.get(graph);
  if (!all) computed.set(graph, all = allRows(graph));
  return all.get(facts.path) ?? new Map();
}

/** The row that defines an attribute or a requirement: document and line. */
export function definitionPlace(graph: GraphView, node: string): { file: string; line: number } | undefined {
  for (const facts of graph.documents) {
    for (const [line, defined] of definitionRows(graph, facts)) if (defined === node) return { file: facts.path, line };
  }
  return undefined;
}

function allRows(graph: GraphView): Map<string, Map<number, string>> {
  const rows = new Map<string, Map<number, string>>();
  const add = (file: string, line: number, node: string): void => void (rows.get(file) ?? rows.set(file, new Map()).get(file)!).set(line, node);
  for (const definition of graph.definitions) {
    for (const { file, line } of definition.facets.definition) add(file, line, nodeId.variable(definition.name));
  }
  const found = new Set<string>();
  for (const facts of graph.documents) {
    for (const table of facts.tables) {
      for (const [line, node] of registerRows(graph, table)) {
        if (!found.has(node)) add(facts.path, line, node);
        found.add(node);
      }
    }
  }
  return rows;
}

/** Rows of a table each of whose first cells is the name of an attribute, or each of a requirement; none of any other table. */
function registerRows(graph: GraphView, table: TableFacts): [number, string][] {
  for (const idOf of [nodeId.attribute, nodeId.requirement]) {
    const rows = table.rows.map((row): [number, string] => [row.range.line, idOf(row.cells[0]?.text.trim() ?? '')]);
    if (rows.length > 1 && rows.every(([, node]) => graph.node(node))) return rows;
  }
  return [];
}
