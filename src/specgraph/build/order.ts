import type { GraphEdge } from '../model/index.ts';
import { compare } from '../text/ordered.ts';

/** Compares by place. Edges without a place come first, in the order of their ends. */
export function compareEdges(a: GraphEdge, b: GraphEdge): number {
  return (
    compare(a.range?.file ?? '', b.range?.file ?? '') ||
    (a.range?.line ?? 0) - (b.range?.line ?? 0) ||
    (a.range?.column ?? 0) - (b.range?.column ?? 0) ||
    compare(a.kind, b.kind) ||
    compare(a.source, b.source) ||
    compare(a.target, b.target)
  );
}
