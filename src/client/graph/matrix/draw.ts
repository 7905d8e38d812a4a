/** How the matrix draws: rows of cells with their shades and marks, and the heads. */
import { easeCubicOut, select, type Selection } from 'd3';
import type { MapNode } from '../../../map/model.ts';
import { labelBesideDot, labelOf, numberInDot } from '../../../map/names.ts';
import { describeCell, type Cell, type Mark } from './cell.ts';
import type { Matrix, Shading } from './cells.ts';
import { COLUMN_HEAD, truncateTitle, type MatrixLayout } from './layout.ts';

/** A cell, the diagonal or a total. */
export interface Box {
  id: string;
  x: number;
  text: string;
  description: string;
  shade: number;
  kind: 'cell' | 'self' | 'total';
  mark?: Mark;
  cell?: Cell;
  width: number;
  height: number;
}

export interface Row {
  id: string;
  y: number;
  /** Absent for the row of totals. */
  node?: MapNode;
  boxes: Box[];
}

type Svg = Selection<SVGSVGElement, unknown, null, undefined>;
type Layer = Selection<SVGGElement, unknown, null, undefined>;

export function rowsOf(
  { documents, cells, totals, total }: Matrix,
  layout: MatrixLayout,
  shading: Shading,
): Row[] {
  const byId = new Map(cells.map((cell) => [cell.id, cell]));
  const {
    cell: { width, height },
    columnEdges: across,
    rowEdges: down,
    totalEdges: end,
  } = layout;
  const totalBox = (id: string, x: number, value: number, description: string): Box => ({
    id,
    x,
    text: String(value),
    description,
    shade: 0,
    kind: 'total',
    width: 40,
    height,
  });
  const boxOf = (from: MapNode, to: MapNode): Box => {
    const cell = byId.get(`${from.id} ${to.id}`);
    const base = { id: `${from.id} ${to.id}`, x: across.get(to.id)!, width, height };
    return cell
      ? {
          ...base,
          text: cell.count ? String(cell.count) : '',
          description: describeCell(cell),
          shade: shading.shadeOf(cell.count),
          kind: 'cell',
          mark: cell.mark,
          cell,
        }
      : { ...base, text: '', description: `${labelOf(from)} itself`, shade: 0, kind: 'self' };
  };
  const rows = documents.map((from): Row => ({
    id: from.id,
    node: from,
    y: down.get(from.id)!,
    boxes: [
      ...documents.map((to) => boxOf(from, to)),
      totalBox(
        `${from.id} total`,
        end.x,
        totals.get(from.id)!.outgoing,
        `${labelOf(from)} refers to others ${totals.get(from.id)!.outgoing} times`,
      ),
    ],
  }));
  const totalsRow: Row = {
    id: 'total',
    y: end.y,
    boxes: [
      ...documents.map((to) => ({
        ...totalBox(
          `total ${to.id}`,
          across.get(to.id)!,
          totals.get(to.id)!.incoming,
          `Others refer to ${labelOf(to)} ${totals.get(to.id)!.incoming} times`,
        ),
        width,
        height: 24,
      })),
      { ...totalBox('total total', end.x, total, `${total} references between documents`), height: 24 },
    ],
  };
  return [...rows, totalsRow];
}

/** @param time duration of the transition, in milliseconds */
export function drawRows(
  layer: Layer,
  rows: readonly Row[],
  { left, top }: MatrixLayout,
  time: number,
): void {
  const groups = layer
    .selectAll<SVGGElement, Row>('g.matrix-row:not(.leaving)')
    .data(rows, ({ id }) => id)
    .join(
      (enter) => {
        const g = enter
          .append('g')
          .attr('class', 'matrix-row')
          .attr('role', 'row')
          .attr('transform', ({ y }) => `translate(${left},${top + y})`);
        g.append('g').attr('class', 'row-boxes').attr('role', 'presentation');
        if (time > 0)
          g.select('.row-boxes')
            .style('opacity', 0)
            .transition('come')
            .delay(time / 3)
            .duration(time)
            .style('opacity', 1);
        return g;
      },
      (update) => update,
      (exit) => fadeOut(exit, time),
    );
  groups.order().attr('aria-rowindex', (_, i) => i + 2);
  moveTo(groups, ({ y }) => `translate(${left},${top + y})`, time);
  groups.select<SVGGElement>('.row-boxes').each(function ({ boxes }) {
    drawBoxes(select(this), boxes, time);
  });
}

function drawBoxes(
  layer: Selection<SVGGElement, unknown, null, undefined>,
  boxes: readonly Box[],
  time: number,
): void {
  const all = layer
    .selectAll<SVGGElement, Box>('g.box:not(.leaving)')
    .data(boxes, ({ id }) => id)
    .join(
      (enter) => {
        const g = enter
          .append('g')
          .attr('role', 'gridcell')
          .attr('tabindex', -1)
          .attr('transform', ({ x }) => `translate(${x},0)`);
        g.append('rect').attr('x', 0.5).attr('y', 0.5).attr('rx', 2);
        g.append('text');
        g.append('path');
        return g;
      },
      (update) => update,
      (exit) => fadeOut(exit, time),
    );
  all
    .order()
    .attr('class', ({ kind, shade, mark }) => `box box-${kind} shade-${shade}${mark ? ` mark-${mark}` : ''}`)
    .attr('aria-label', ({ description: words }) => words)
    .attr('aria-colindex', (_, i) => i + 2)
    .attr('data-cell', ({ id }) => id);
  moveTo(all, ({ x }) => `translate(${x},0)`, time);
  all
    .select('rect')
    .attr('width', ({ width }) => width - 1)
    .attr('height', ({ height }) => height - 1);
  all
    .select('text')
    .attr('x', ({ width }) => width / 2)
    .attr('y', ({ height }) => height / 2)
    .text(({ text }) => text);
  all
    .select('path')
    .attr('class', 'mark')
    .attr('d', ({ mark, width, height }) => (mark ? markPath(mark, width, height) : null));
}

/** The path of a mark: a corner for a kept promise, a ring for a missing reference back, a cross for a broken promise. */
export function markPath(mark: Mark, width: number, height: number): string {
  const [x, y] = [width / 2, height / 2];
  switch (mark) {
    case 'demanded':
      return `M${width - 8},1.5H${width - 1.5}V8Z`;
    case 'one-way':
      return `M${x - 4.5},${y}a4.5,4.5 0 1 0 9,0a4.5,4.5 0 1 0 -9,0`;
    case 'broken':
      return `M1.5,1.5H${width - 1.5}V${height - 1.5}H1.5ZM${width - 9},3l6,6m0,-6l-6,6`;
  }
}

/** @param from where the transition of a head starts, relative to its place */
export function drawHeads(
  svg: Svg,
  columns: Layer,
  documents: readonly MapNode[],
  layout: MatrixLayout,
  from: (node: MapNode) => [number, number] | undefined,
  time: number,
): void {
  const { left, top, cell, columnEdges: across, totalEdges: end, maxLetters: letters } = layout;
  const rows = svg.selectAll<SVGGElement, Row>('g.matrix-row');
  rows.each(function (row) {
    const head = select(this)
      .selectAll<SVGGElement, Row>('g.row-head')
      .data([row])
      .join((enter) => {
        const g = enter
          .append('g')
          .attr('class', 'row-head')
          .attr('role', 'rowheader')
          .attr('tabindex', -1)
          .attr('aria-colindex', 1)
          .attr('data-pinned', 'x');
        g.append('rect').attr('class', 'head-ground');
        const inner = g.append('g').attr('class', 'head-inner');
        if (row.node) inner.append('circle').attr('r', 9.5);
        inner.append('text').attr('class', 'number');
        inner.append('text').attr('class', 'title');
        return g;
      });
    const height = row.boxes[0]?.height ?? 0;
    head
      .attr('aria-label', row.node ? labelOf(row.node) : 'Total')
      .attr('data-head', row.id)
      .classed('node-document', row.node !== undefined);
    head
      .select('.head-ground')
      .attr('x', -left)
      .attr('width', left - 2)
      .attr('height', height);
    const inner = head
      .select<SVGGElement>('.head-inner')
      .attr('transform', `translate(${-left + 14},${height / 2})`);
    inner.select('.number').text(row.node ? numberInDot(row.node) : '');
    inner
      .select('.title')
      .attr('x', 17)
      .text(row.node ? truncateTitle(labelBesideDot(row.node), letters.row) : 'Total');
    const start = row.node && from(row.node);
    if (time > 0 && start)
      inner
        .attr('transform', `translate(${start[0]},${start[1]})`)
        .transition()
        .duration(time)
        .ease(easeCubicOut)
        .attr('transform', `translate(${-left + 14},${height / 2})`);
  });
  const heads = columns
    .selectAll<SVGGElement, { id: string; label: string; name: string; x: number }>(
      'g.column-head:not(.leaving)',
    )
    .data(
      [
        ...documents.map((node) => ({
          id: node.id,
          label: labelOf(node),
          name: `${numberInDot(node)} ${truncateTitle(labelBesideDot(node), letters.column)}`.trim(),
          x: across.get(node.id)! + cell.width / 2,
        })),
        { id: 'total', label: 'Total', name: 'Total', x: end.x + 20 },
      ],
      ({ id }) => id,
    )
    .join(
      (enter) => {
        const g = enter
          .append('g')
          .attr('class', 'column-head')
          .attr('role', 'columnheader')
          .attr('tabindex', -1)
          .attr('transform', ({ x }) => `translate(${left + x},${top - COLUMN_HEAD.above})`);
        g.append('rect').attr('class', 'head-hit');
        g.append('text').attr('transform', `rotate(${-COLUMN_HEAD.turn})`).attr('x', 2);
        return g;
      },
      (update) => update,
      (exit) => fadeOut(exit, time),
    );
  heads
    .order()
    .attr('aria-label', ({ label }) => label)
    .attr('aria-colindex', (_, i) => i + 2)
    .attr('data-head', ({ id }) => id);
  heads
    .select('.head-hit')
    .attr('x', -cell.width / 2)
    .attr('y', -16)
    .attr('width', cell.width)
    .attr('height', 24);
  heads.select('text').text(({ name }) => name);
  moveTo(heads, ({ x }) => `translate(${left + x},${top - COLUMN_HEAD.above})`, time);
  columns
    .select('.head-ground')
    .attr('width', layout.width)
    .attr('height', top - 2);
}

function moveTo<E extends SVGGElement, D>(
  all: Selection<E, D, SVGGElement, unknown>,
  to: (datum: D) => string,
  time: number,
): void {
  if (time === 0) all.interrupt().attr('transform', to);
  else all.transition().duration(time).ease(easeCubicOut).attr('transform', to);
}

function fadeOut<D>(exit: Selection<SVGGElement, D, SVGGElement, unknown>, time: number): void {
  if (time === 0) exit.remove();
  else
    exit
      .classed('leaving', true)
      .attr('aria-hidden', 'true')
      .transition()
      .duration(time / 2)
      .style('opacity', 0)
      .remove();
}
