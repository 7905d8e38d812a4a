/** The content of the matrix: documents in an order, the references between them, and missing ones. Pure. */
import { scaleQuantile } from 'd3';
import type { MapData, MapNode } from '../../../map/model.ts';
import type { MatrixDemand } from '../../../map/matrix-model.ts';
import { cellOf, counterOf, type Cell } from './cell.ts';
import { visibleOf, type MapState } from '../state/state.ts';

export const ORDERS = { reading: 'Reading order', phase: 'Phase', references: 'References' } as const;
export type Order = keyof typeof ORDERS;

export interface Matrix {
  documents: MapNode[];
  /** Row by row, in the order of the documents. */
  cells: Cell[];
  /** Outgoing and incoming references, by document. */
  totals: Map<string, { out: number; into: number }>;
  total: number;
}

export function matrixOf(
  data: MapData,
  state: MapState,
  demands: readonly MatrixDemand[],
  order: Order,
): Matrix {
  const visible = visibleOf(data, { ...state, kinds: state.kinds.filter((kind) => kind === 'document') });
  const documents = visible.nodes.filter(({ kind, isMissing }) => kind === 'document' && !isMissing);
  const wanted = Map.groupBy(demands, ({ from, to }) => `${from} ${to}`);
  const count = counterOf(visible.ties);
  const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
  const totals = new Map(
    documents.map((one) => [
      one.id,
      {
        out: sum(documents.map((other) => count(one, other))),
        into: sum(documents.map((other) => count(other, one))),
      },
    ]),
  );
  const sorted = inOrder(documents, order, totals);
  const cells = sorted.flatMap((from) =>
    sorted
      .filter((to) => to !== from)
      .map((to) =>
        cellOf(from, to, count(from, to), count(to, from), wanted.get(`${from.id} ${to.id}`) ?? []),
      ),
  );
  return { documents: sorted, cells, totals, total: sum([...totals.values()].map(({ out }) => out)) };
}

function inOrder(documents: readonly MapNode[], order: Order, totals: Matrix['totals']): MapNode[] {
  const reading = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const weight = ({ id }: MapNode): number => totals.get(id)!.out + totals.get(id)!.into;
  if (order === 'phase') return reading.toSorted((a, b) => (a.phase ?? Infinity) - (b.phase ?? Infinity));
  return order === 'references' ? reading.toSorted((a, b) => weight(b) - weight(a)) : reading;
}

const SHADES = 5;

export interface Shading {
  /** From 1 for few to `SHADES` for many; 0 for none. */
  of(count: number): number;
  /** The least and the most references of each shade that there is. */
  ranges: { shade: number; least: number; most: number }[];
}

/** Shades such that about as many cells have each of them. */
export function shadingOf(counts: readonly number[]): Shading {
  const some = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const scale = scaleQuantile<number>()
    .domain(some)
    .range(Array.from({ length: SHADES }, (_, i) => i + 1));
  const of = (count: number): number => (count > 0 && some.length > 0 ? scale(count) : 0);
  const ranges = [...Map.groupBy(some, of)].map(([shade, own]) => ({
    shade,
    least: own[0],
    most: own.at(-1)!,
  }));
  return { of, ranges };
}
