/** The references before and after a refactoring, side by side. */
import type { GraphEdge } from '../../model/index.ts';
import { spanOf } from '../headings.ts';
import type { Outcome } from '../outcome.ts';
import type { ChangeSort } from '../request.ts';
import type { Before } from '../state.ts';

/** The references at one place of the new texts. */
export interface Group {
  before: GraphEdge[];
  now: GraphEdge[];
  /** What was written there by the refactoring. */
  sort?: ChangeSort;
}

const isPointer = ({ kind, range }: GraphEdge): boolean =>
  (kind === 'refers' || kind === 'mentions') && range !== undefined;

/** References are grouped by the piece of text that holds them: what was written, or what stayed. */
export function groupEdges(before: Before, { after, graph }: Outcome): Iterable<Group> {
  const groups = new Map<string, Group>();
  const groupAt = (path: string, offset: number): Group => {
    const piece = after.changed.pieceAt(path, offset);
    const key = `${path}\0${piece.offset}`;
    const group = groups.get(key) ?? { before: [], now: [], sort: piece.sort };
    groups.set(key, group);
    return group;
  };
  for (const edge of before.graph.edges) {
    if (!isPointer(edge)) continue;
    const facts = before.graph.document(edge.range!.file)!;
    if (after.isRemoved(facts)) continue;
    const at = after.changed.locate(facts.path, spanOf(facts, edge.range!).start);
    if (at) groupAt(at.path, at.offset).before.push(edge);
  }
  const pathBefore = new Map(before.graph.documents.map(({ path }) => [after.pathNow(path), path]));
  for (const edge of graph.edges) {
    if (!isPointer(edge)) continue;
    const facts = graph.document(edge.range!.file)!;
    groupAt(pathBefore.get(facts.path)!, spanOf(facts, edge.range!).start).now.push(edge);
  }
  return groups.values();
}
