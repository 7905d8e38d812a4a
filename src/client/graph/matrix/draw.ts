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

/** The rows of cells in the order of the documents, each with its total, and the row of totals. */
export function rowsOf(matrix: Matrix, layout: MatrixLayout, shading: Shading): Row[] {
  const { documents, totals } = matrix;
  const { columnEdges, rowEdges, totalEdges } = layout;
  const cells = new Map(matrix.cells.map((cell) => [cell.id, cell]));
  const rows = documents.map((from): Row => {
    const { outgoing } = totals.get(from.id)!;
    const boxes = documents.map((to): Box => {
      const cell = cells.get(`${from.id} ${to.id}`);
      const base = { ...layout.cell, x: columnEdges.get(to.id)! };
      return cell ? cellBox(cell, base, shading) : diagonalBox(from, base);
    });
    const total = totalBox(`${from.id} total`, totalEdges.x, outgoing, layout.cell.height, {
      description: `${labelOf(from)} refers to others ${outgoing} times`,
    });
    return { id: from.id, node: from, y: rowEdges.get(from.id)!, boxes: [...boxes, total] };
  });
  return [...rows, totalsRow(matrix, layout)];
}

type BoxFrame = Pick<Box, 'x' | 'width' | 'height'>;

function cellBox(cell: Cell, frame: BoxFrame, shading: Shading): Box {
  return {
    ...frame,
    id: cell.id,
    kind: 'cell',
    text: cell.count ? String(cell.count) : '',
    description: describeCell(cell),
    shade: shading.shadeOf(cell.count),
    mark: cell.mark,
    cell,
  };
}

function diagonalBox(document: MapNode, frame: BoxFrame): Box {
  return {
    ...frame,
    id: `${document.id} ${document.id}`,
    kind: 'self',
    text: '',
    description: `${labelOf(document)} itself`,
    shade: 0,
  };
}

const TOTAL_BOX_PX = { width: 40, height: 24 };

function totalBox(
  id: string,
  x: number,
  value: number,
  height: number,
  { description, width = TOTAL_BOX_PX.width }: { description: string; width?: number },
): Box {
  return { id, x, kind: 'total', text: String(value), description, shade: 0, width, height };
}

function totalsRow(
  { documents, totals, total }: Matrix,
  { cell: { width }, columnEdges, totalEdges }: MatrixLayout,
): Row {
  const { height } = TOTAL_BOX_PX;
  const boxes = documents.map((to): Box => {
    const { incoming } = totals.get(to.id)!;
    return totalBox(`total ${to.id}`, columnEdges.get(to.id)!, incoming, height, {
      description: `Others refer to ${labelOf(to)} ${incoming} times`,
      width,
    });
  });
  const sum = totalBox('total total', totalEdges.x, total, height, {
    description: `${total} references between documents`,
  });
  return { id: 'total', y: totalEdges.y, boxes: [...boxes, sum] };
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

export function drawHeads(
  svg: Svg,
  columns: Layer,
  documents: readonly MapNode[],
  layout: MatrixLayout,
  time: number,
): void {
  svg.selectAll<SVGGElement, Row>('g.matrix-row').each(function (row) {
    drawRowHead(select(this), row, layout);
  });
  drawColumnHeads(columns, documents, layout, time);
}

function drawRowHead(
  row: Selection<SVGGElement, Row, null, undefined>,
  data: Row,
  { left, maxLetters }: MatrixLayout,
): void {
  const { id, node, boxes } = data;
  const height = boxes[0]?.height ?? 0;
  const head = row
    .selectAll<SVGGElement, Row>('g.row-head')
    .data([data])
    .join((enter) => appendRowHead(enter.append('g'), node !== undefined))
    .attr('aria-label', node ? labelOf(node) : 'Total')
    .attr('data-head', id)
    .classed('node-document', node !== undefined);
  head
    .select('.head-background')
    .attr('x', -left)
    .attr('width', left - 2)
    .attr('height', height);
  const inner = head
    .select<SVGGElement>('.head-inner')
    .attr('transform', `translate(${-left + 14},${height / 2})`);
  inner.select('.number').text(node ? numberInDot(node) : '');
  inner
    .select('.title')
    .attr('x', 17)
    .text(node ? truncateTitle(labelBesideDot(node), maxLetters.row) : 'Total');
}

function appendRowHead(
  head: Selection<SVGGElement, Row, SVGGElement, Row>,
  hasDot: boolean,
): Selection<SVGGElement, Row, SVGGElement, Row> {
  head
    .attr('class', 'row-head')
    .attr('role', 'rowheader')
    .attr('tabindex', -1)
    .attr('aria-colindex', 1)
    .attr('data-pinned', 'x');
  head.append('rect').attr('class', 'head-background');
  const inner = head.append('g').attr('class', 'head-inner');
  if (hasDot) inner.append('circle').attr('r', 9.5);
  inner.append('text').attr('class', 'number');
  inner.append('text').attr('class', 'title');
  return head;
}

interface ColumnHead {
  id: string;
  label: string;
  name: string;
  x: number;
}

function columnHeads(
  documents: readonly MapNode[],
  { cell, columnEdges, totalEdges, maxLetters }: MatrixLayout,
): ColumnHead[] {
  const heads = documents.map((node) => ({
    id: node.id,
    label: labelOf(node),
    name: `${numberInDot(node)} ${truncateTitle(labelBesideDot(node), maxLetters.column)}`.trim(),
    x: columnEdges.get(node.id)! + cell.width / 2,
  }));
  return [...heads, { id: 'total', label: 'Total', name: 'Total', x: totalEdges.x + 20 }];
}

function drawColumnHeads(
  columns: Layer,
  documents: readonly MapNode[],
  layout: MatrixLayout,
  time: number,
): void {
  const { left, top, cell } = layout;
  const placeOf = ({ x }: ColumnHead): string => `translate(${left + x},${top - COLUMN_HEAD.above})`;
  const heads = columns
    .selectAll<SVGGElement, ColumnHead>('g.column-head:not(.leaving)')
    .data(columnHeads(documents, layout), ({ id }) => id)
    .join(
      (enter) => {
        const head = enter
          .append('g')
          .attr('class', 'column-head')
          .attr('role', 'columnheader')
          .attr('tabindex', -1)
          .attr('transform', placeOf);
        head.append('rect').attr('class', 'head-hit');
        head.append('text').attr('transform', `rotate(${-COLUMN_HEAD.turn})`).attr('x', 2);
        return head;
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
  moveTo(heads, placeOf, time);
  columns
    .select('.head-background')
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
