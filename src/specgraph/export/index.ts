/** The graph and the variables in standard formats. Each format is one function from a view to text. */
export { variablesCsv } from './csv.ts';
export { graphDot } from './dot.ts';
export { graphML } from './graphml.ts';
export {
  exportGraph,
  variableKeys,
  type ExportedEdge,
  type ExportedGraph,
  type ExportedVariable,
} from './json.ts';
export { graphMermaid } from './mermaid.ts';
