/** The table rows that define a name. Pages put a link to the uses of the name there. */
import type { DocumentFacts, GraphView, SpecConfig, TableFacts } from '#specgraph';
import { nodeId, oncePer } from '#specgraph';

/** The node that a table row defines, by the line of the row. */
type RowsOfDocument = ReadonlyMap<number, string>;

const computed = new WeakMap<GraphView, Map<string, Map<number, string>>>();

/** A variable is defined by its definition rows; an attribute or a requirement by its first row in a register. */
export function definitionRows(graph: GraphView, facts: DocumentFacts): RowsOfDocument {
  let rowsByDocument = computed.get(graph);
  if (!rowsByDocument) computed.set(graph, (rowsByDocument = allRows(graph)));
  return rowsByDocument.get(facts.path) ?? new Map();
}

/** The place of the row that defines an attribute or a requirement. */
export function definitionPlace(graph: GraphView, node: string): { file: string; line: number } | undefined {
  for (const facts of graph.documents) {
    for (const [line, defined] of definitionRows(graph, facts))
      if (defined === node) return { file: facts.path, line };
  }
  return undefined;
}

function allRows(graph: GraphView): Map<string, Map<number, string>> {
  const rows = new Map<string, Map<number, string>>();
  const add = (file: string, line: number, node: string): void =>
    void (rows.get(file) ?? rows.set(file, new Map()).get(file)!).set(line, node);
  for (const definition of graph.definitions) {
    for (const { file, line } of definition.facets.definition)
      add(file, line, nodeId.variable(definition.name));
  }
  const found = new Set<string>();
  for (const facts of graph.documents) {
    for (const [line, node] of registersOf(graph.config)(facts)) {
      if (!found.has(node)) add(facts.path, line, node);
      found.add(node);
    }
  }
  return rows;
}

/** A table is a register if the first cells of all its rows name attributes, or all name requirements. */
const registersOf = oncePer((config: SpecConfig) => {
  const kinds = [
    new Set(config.names?.attributes.map(({ name }) => nodeId.attribute(name))),
    new Set(config.requirements?.map(({ id }) => nodeId.requirement(id))),
  ];
  const idOf = [nodeId.attribute, nodeId.requirement];
  const rowsOf = ({ rows }: TableFacts): [number, string][] => {
    for (const [i, known] of kinds.entries()) {
      const named = rows.map((row): [number, string] => [
        row.range.line,
        idOf[i](row.cells[0]?.text.trim() ?? ''),
      ]);
      if (named.length > 1 && named.every(([, node]) => known.has(node))) return named;
    }
    return [];
  };
  return oncePer(({ tables }: DocumentFacts) => tables.flatMap(rowsOf));
});
