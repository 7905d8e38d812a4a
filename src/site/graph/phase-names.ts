/** The phases that have a number, in their order. */
import { isPhase, type GraphView } from '#specgraph';

export function phaseNames(graph: GraphView): { number: number; title: string }[] {
  const phases = graph.nodes.flatMap((node) =>
    isPhase(node) && Number(node.number) > 0 ? [{ number: Number(node.number), title: node.title }] : [],
  );
  return phases.toSorted((a, b) => a.number - b.number);
}
