/** The files for programs: the same JSON as the commands `specgraph graph` and `specgraph variables`. */
import { exportGraph, exportVariables, type GraphView } from '#specgraph';

export function graphJson(graph: GraphView): ReturnType<typeof exportGraph> {
  return exportGraph(graph);
}

export function variablesJson(graph: GraphView): ReturnType<typeof exportVariables> {
  return exportVariables(graph);
}
