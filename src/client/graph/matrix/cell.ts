/** A cell of the matrix: how often one document refers to another, and which references contracts demand of it. Pure. */
import { isHead } from '../../../map/kinds.ts';
import type { MapData, MapNode, MapTie } from '../../../map/model.ts';
import type { MatrixDemand } from '../../../map/matrix-model.ts';
import { labelOf } from '../../../map/names.ts';

/**
 * "demanded": a contract demands a reference, and it exists; "broken": a contract demands one that does not exist;
 * "one-way": the other document refers to this one, and this one does not refer back.
 */
export type Mark = 'demanded' | 'broken' | 'one-way';

export interface Cell {
  id: string;
  from: MapNode;
  to: MapNode;
  count: number;
  mark?: Mark;
  demands: MatrixDemand[];
}

/** Whether the references of a tie can be listed: it connects two existing documents. */
export function isReadable<E extends Pick<MapNode, 'kind' | 'isMissing'>>({
  source,
  target,
  kind,
}: {
  source: E;
  target: E;
  kind: MapTie['kind'];
}): boolean {
  return kind === 'refers' && [source, target].every((end) => isHead(end) && !end.isMissing);
}

/** @returns a function that counts the references from one document to another */
export function createCounter(ties: readonly MapTie[]): (from: MapNode, to: MapNode) => number {
  const counts = new Map<string, number>();
  for (const { source, target, kind, count, broken } of ties)
    if (kind === 'refers' && !broken) counts.set(`${source} ${target}`, count);
  return (from, to) => counts.get(`${from.id} ${to.id}`) ?? 0;
}

/** @param back number of references in the opposite direction */
export function cellOf(
  from: MapNode,
  to: MapNode,
  count: number,
  back: number,
  demands: MatrixDemand[],
): Cell {
  return { id: `${from.id} ${to.id}`, from, to, count, demands, mark: markOf(count, back, demands) };
}

/** @returns undefined where one of the ends is no document, or both are the same */
export function cellBetween(
  { nodes, ties }: MapData,
  { source, target }: Pick<MapTie, 'source' | 'target'>,
  demands: readonly MatrixDemand[] = [],
): Cell | undefined {
  const documentAt = (id: string): MapNode | undefined =>
    nodes.find((node) => node.id === id && isHead(node) && !node.isMissing);
  const [from, to] = [documentAt(source), documentAt(target)];
  if (!from || !to || from === to) return undefined;
  const count = createCounter(ties);
  return cellOf(
    from,
    to,
    count(from, to),
    count(to, from),
    demands.filter((demand) => demand.from === source && demand.to === target),
  );
}

function markOf(count: number, back: number, demands: readonly MatrixDemand[]): Mark | undefined {
  if (demands.some(({ ok }) => !ok)) return 'broken';
  if (demands.length > 0) return 'demanded';
  return count === 0 && back > 0 ? 'one-way' : undefined;
}

/** A cell as a sentence, for screen readers and the status line. */
export function describeCell({ from, to, count, mark, demands }: Cell): string {
  const statement =
    count > 0
      ? `${labelOf(from)} refers to ${labelOf(to)}: ${count} reference${count === 1 ? '' : 's'}`
      : `${labelOf(from)} does not refer to ${labelOf(to)}`;
  const by = [...new Set(demands.map((demand) => demand.by))].join(', ');
  const more =
    mark === 'demanded'
      ? `promised by ${by}`
      : mark === 'broken'
        ? `a promise of ${[...new Set(demands.filter(({ ok }) => !ok).map((demand) => demand.by))].join(', ')} is not kept`
        : mark === 'one-way'
          ? `${labelOf(to)} refers to it`
          : '';
  return `${statement}${more ? `; ${more}` : ''}.`;
}
