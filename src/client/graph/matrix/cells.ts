/** The content of the matrix: documents in an order, the references between them, and missing ones. Pure. */
import { scaleQuantile } from 'd3';
import type { MapData, MapNode } from '../../../map/model.ts';
import type { MatrixDemand } from '../../../map/matrix-model.ts';
import { cellOf, createCounter, type Cell } from './cell.ts';
import type { MapState } from '../state/state.ts';

export const ORDERS = { reading: 'Reading order', phase: 'Phase', references: 'References' } as const;
export type Order = keyof typeof ORDERS;

/** The orders that differ for these documents: a set may have no phases. */
export function ordersOf(documents: readonly MapNode[]): Order[] {
  return (Object.keys(ORDERS) as Order[]).filter(
    (order) => order !== 'phase' || documents.some(({ phase }) => phase !== undefined),
  );
}

export interface Matrix {
  documents: MapNode[];
  /** Row by row, in the order of the documents. */
  cells: Cell[];
  /** Outgoing and incoming references, by document. */
  totals: Map<string, { outgoing: number; incoming: number }>;
  total: number;
}

/** @param data the documents and the references between them */
export function matrixOf(
  data: MapData,
  { through }: Pick<MapState, 'through'>,
  demands: readonly MatrixDemand[],
  order: Order,
): Matrix {
  const documents = data.nodes.filter(({ phase = 0 }) => !through || phase <= through);
  const demandsByCell = Map.groupBy(demands, ({ from, to }) => `${from} ${to}`);
  const count = createCounter(data.ties);
  const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);
  const totals = new Map(
    documents.map((document) => [
      document.id,
      {
        outgoing: sum(documents.map((other) => count(document, other))),
        incoming: sum(documents.map((other) => count(other, document))),
      },
    ]),
  );
  const sorted = sortDocuments(documents, order, totals);
  const cells = sorted.flatMap((from) =>
    sorted
      .filter((to) => to !== from)
      .map((to) =>
        cellOf(from, to, count(from, to), count(to, from), demandsByCell.get(`${from.id} ${to.id}`) ?? []),
      ),
  );
  return {
    documents: sorted,
    cells,
    totals,
    total: sum([...totals.values()].map(({ outgoing }) => outgoing)),
  };
}

function sortDocuments(documents: readonly MapNode[], order: Order, totals: Matrix['totals']): MapNode[] {
  const inReadingOrder = documents.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const countReferences = ({ id }: MapNode): number => totals.get(id)!.outgoing + totals.get(id)!.incoming;
  if (order === 'phase')
    return inReadingOrder.toSorted((a, b) => (a.phase ?? Infinity) - (b.phase ?? Infinity));
  return order === 'references'
    ? inReadingOrder.toSorted((a, b) => countReferences(b) - countReferences(a))
    : inReadingOrder;
}

const SHADE_COUNT = 5;

export interface Shading {
  /** From 1 for few to `SHADES` for many; 0 for none. */
  shadeOf(count: number): number;
  /** The least and the most references of each shade that there is. */
  ranges: { shade: number; minCount: number; maxCount: number }[];
}

/** Shades such that about as many cells have each of them. */
export function shadingOf(counts: readonly number[]): Shading {
  const sortedCounts = counts.filter((count) => count > 0).toSorted((a, b) => a - b);
  const scale = scaleQuantile<number>()
    .domain(sortedCounts)
    .range(Array.from({ length: SHADE_COUNT }, (_, i) => i + 1));
  const shadeOf = (count: number): number => (count > 0 && sortedCounts.length > 0 ? scale(count) : 0);
  const ranges = [...Map.groupBy(sortedCounts, shadeOf)].map(([shade, countsOfShade]) => ({
    shade,
    minCount: countsOfShade[0],
    maxCount: countsOfShade.at(-1)!,
  }));
  return { shadeOf, ranges };
}
