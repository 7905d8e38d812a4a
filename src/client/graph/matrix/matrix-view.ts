/** The matrix view: which document refers to which, how often, and where a promised reference or one in the opposite direction is missing. */
// These imports make sure that the build includes d3's transitions.
import { interrupt, select } from 'd3';
import '../../../styles/graph/matrix.css';
import type { MapData, MapNode } from '../../../map/model.ts';
import type { MatrixDemand } from '../../../map/matrix-model.ts';
import { nodeId } from '#specgraph/query';
import type { Answer } from '../state/ask.ts';
import { roundCamera, isSameCamera, type Camera } from '../state/camera.ts';
import { make } from '../../element.ts';
import { fillLegend, HINT, orderButtons } from './bar.ts';
import type { Cell } from './cell.ts';
import { matrixOf, ordersOf, shadingOf, type Matrix, type Order } from './cells.ts';
import { drawHeads, drawRows, rowsOf } from './draw.ts';
import { gridKeys } from './keys.ts';
import { cameraOfScroll, matrixLayout, scrollOfCamera, ZOOM_LIMITS, type MatrixLayout } from './layout.ts';
import { transitionMs } from '../motion.ts';
import { matchesOf, type MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';

/** How long after the last scroll event scrolling has ended. */
const SCROLL_END_MS = 150;

/** Distance of the dot of a row head from the left edge, in pixels. */
const HEAD_DOT_X = 14;

/** The documents, the references between them, and the references that contracts demand. */
export type MatrixInput = MapData & { demands: readonly MatrixDemand[] };

export interface MatrixView extends MapView {
  update(state: MapState, data: MatrixInput): void;
}

/** Kept while the map is shown. */
let order: Order = 'reading';

/** @param host an element of fixed size; its content is replaced */
export function create(
  host: HTMLElement,
  data: MatrixInput,
  first: MapState,
  events: ViewEvents,
): MatrixView {
  const { root, bar, hint, scroll, legend, svg, cells, columns } = createElements(host);
  let state = first;
  let zoom = 1;
  let camera: Camera | undefined;
  let scrollEndTimer: ReturnType<typeof setTimeout> | undefined;
  let matrix: Matrix = matrixOf(data, state, data.demands, order);
  let layout: MatrixLayout = matrixLayout(matrix.documents, order, 0, 0);

  const orderBar = orderButtons(ordersOf(data.nodes), (next) => {
    order = next;
    draw(transitionMs());
  });
  bar.append(orderBar.element, hint);

  /** The references of a cell are listed in the panel. */
  const open = (id: string, hasFocus: boolean): void => {
    const cell = matrix.cells.find((one) => one.id === id);
    if (!cell) return;
    keys.setTabStop(id);
    events.selectTie?.({ source: cell.from.id, target: cell.to.id }, hasFocus);
  };

  const keys = gridKeys(svg.node()!, {
    cell: open,
    head: (id, isDoubleClick) => {
      if (!matrix.documents.some((node) => node.id === id)) return;
      if (isDoubleClick) events.open(id);
      else events.select(id === state.selected ? undefined : id);
    },
    point: (text, row, column) => {
      hint.textContent = text ?? HINT;
      point(row, column);
    },
  });
  /** Highlights the heads of a cell. */
  const point = (row?: string, column?: string): void => {
    svg.selectAll<SVGGElement, { id: string }>('.row-head').classed('pointed', ({ id }) => id === row);
    svg.selectAll<SVGGElement, { id: string }>('.column-head').classed('pointed', ({ id }) => id === column);
  };

  const updateHighlight = (): void => markHighlighted(svg, matrix, state);

  const draw = (time: number): void => {
    matrix = matrixOf(data, state, data.demands, order);
    layout = matrixLayout(matrix.documents, order, scroll.clientWidth, scroll.clientHeight, zoom);
    const shading = shadingOf(matrix.cells.map(({ count }) => count));
    svg
      .attr('width', layout.width)
      .attr('height', layout.height)
      .attr('aria-rowcount', matrix.documents.length + 2)
      .attr('aria-colcount', matrix.documents.length + 2)
      .classed('fine', layout.cell.width < 22);
    drawRows(cells, rowsOf(matrix, layout, shading), layout, time);
    drawHeads(svg, columns, matrix.documents, layout, time);
    fillLegend(legend, matrix, shading);
    orderBar.show(order);
    keys.refresh();
    pinHeads();
    updateHighlight();
  };
  /** Keeps the heads in sight while the cells scroll. */
  const pinHeads = (): void => {
    columns.attr('transform', scroll.scrollTop ? `translate(0,${scroll.scrollTop})` : null);
    svg
      .selectAll('.row-head')
      .attr('transform', scroll.scrollLeft ? `translate(${scroll.scrollLeft},0)` : null);
  };
  const reportCamera = (): void => {
    const current = cameraOfScroll(layout, scroll.scrollLeft, scroll.scrollTop, zoom);
    if (isSameCamera(current, camera)) return;
    camera = current;
    events.moveCamera(camera);
  };
  scroll.addEventListener(
    'scroll',
    () => {
      pinHeads();
      // Not every browser reports the end of scrolling.
      clearTimeout(scrollEndTimer);
      scrollEndTimer = setTimeout(reportCamera, SCROLL_END_MS);
    },
    { passive: true },
  );
  const limitZoom = (k: number): number => Math.min(ZOOM_LIMITS.max, Math.max(ZOOM_LIMITS.min, k));
  /** @param time duration of the transition, in milliseconds */
  const moveCamera = (at: Camera | undefined, time: number): void => {
    camera = at && roundCamera({ ...at, k: limitZoom(at.k) });
    zoom = camera?.k ?? 1;
    draw(time);
    const { left, top } = scrollOfCamera(layout, camera);
    scroll.scrollTo({ left, top, behavior: 'instant' });
    pinHeads();
  };

  moveCamera(state.camera, 0);
  const resizeObserver = new ResizeObserver(() => draw(0));
  resizeObserver.observe(host);
  return {
    update(next, nextData) {
      const isSame =
        next.through === state.through && nextData.nodes === data.nodes && nextData.demands === data.demands;
      [state, data] = [next, nextData];
      if (!isSameCamera(state.camera, camera)) moveCamera(state.camera, transitionMs());
      else if (isSame) updateHighlight();
      else draw(transitionMs());
    },
    places: () => placesOf(data, matrix, layout),
    focusTie: ({ source, target }) => keys.focus(`${source} ${target}`),
    reveal: (id) =>
      svg.select(`[data-head="${CSS.escape(id)}"]`).node() &&
      svg
        .select<SVGGElement>(`.row-head[data-head="${CSS.escape(id)}"]`)
        .node()
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    zoom(how) {
      if (how === 'all') moveCamera(undefined, transitionMs());
      else {
        zoom = roundCamera({ x: 0, y: 0, k: limitZoom(zoom * (how === 'in' ? 1.25 : 0.8)) }).k;
        draw(transitionMs());
      }
      camera = cameraOfScroll(layout, scroll.scrollLeft, scroll.scrollTop, zoom);
      events.moveCamera(camera);
    },
    destroy() {
      resizeObserver.disconnect();
      clearTimeout(scrollEndTimer);
      svg.selectAll<SVGElement, unknown>('*').each(function () {
        interrupt(this);
      });
      root.remove();
    },
  };
}

type Svg = ReturnType<typeof createElements>['svg'];

/** Replaces the content of the host by the empty parts of the view. */
function createElements(host: HTMLElement) {
  const bar = make('div', { class: 'matrix-bar' });
  const hint = make('p', { class: 'matrix-words' }, HINT);
  const scroll = make('div', { class: 'matrix-scroll' });
  const legend = make('div', { class: 'matrix-legend' });
  const root = make('div', { class: 'matrix-view' }, bar, scroll, legend);
  host.replaceChildren(root);
  const svg = select(scroll)
    .append('svg')
    .attr('class', 'map matrix')
    .attr('role', 'grid')
    .attr('aria-label', 'References from document to document');
  const cells = svg.append('g').attr('role', 'presentation');
  const columns = svg
    .append('g')
    .attr('class', 'column-heads')
    .attr('role', 'row')
    .attr('aria-rowindex', 1)
    .attr('data-pinned', 'y');
  columns.append('rect').attr('class', 'head-background');
  return { root, bar, hint, scroll, legend, svg, cells, columns };
}

/** Sets the classes of heads, cells and rows: selected, highlighted, found, new or changed. */
function markHighlighted(svg: Svg, matrix: Matrix, state: MapState): void {
  const answer = state.answer && !state.answer.isEmpty ? answerByDocuments(state.answer) : undefined;
  const matches = matchesOf(matrix.documents, state.find);
  const highlighted = answer ? answer.documents : state.find ? matches : undefined;
  const selected = state.selected && (nodeId.documentOf(state.selected) ?? state.selected);
  const tie = state.tie && `${state.tie.source} ${state.tie.target}`;
  const links = answer?.cells ?? new Set();
  const hasEnd = (cell: Cell | undefined, isEnd: (id: string) => boolean): boolean =>
    cell !== undefined && (isEnd(cell.from.id) || isEnd(cell.to.id));
  const isMatch = (cell: Cell | undefined): boolean =>
    highlighted !== undefined && !answer && hasEnd(cell, (id) => highlighted.has(id));
  svg.classed('highlighted', highlighted !== undefined).classed('by-phase', state.through !== undefined);
  svg
    .selectAll<SVGGElement, { id: string }>('.row-head, .column-head')
    .classed('selected', ({ id }) => id === selected)
    .classed('near', ({ id }) => highlighted?.has(id) ?? false)
    .classed('match', ({ id }) => matches.has(id));
  svg
    .selectAll<SVGGElement, { id: string; cell?: Cell }>('g.box')
    .classed('chosen', ({ cell }) => hasEnd(cell, (id) => id === selected))
    .classed('read', ({ id }) => id === tie)
    .classed('near', ({ id, cell }) => links.has(id) || isMatch(cell));
  svg.selectAll<SVGGElement, { node?: MapNode }>('g.matrix-row').each(function ({ node }) {
    if (node?.phase) this.style.setProperty('--phase', String(node.phase));
    this.classList.toggle('new', node?.phase !== undefined && node.phase === state.through);
  });
}

/** The documents and the cells that an answer leads through. */
function answerByDocuments({ steps }: Answer): { documents: Set<string>; cells: Set<string> } {
  const documentOf = (id = ''): string => nodeId.documentOf(id) ?? id;
  return {
    documents: new Set(steps.map(({ id }) => documentOf(id))),
    cells: new Set(steps.map(({ source, target }) => `${documentOf(source)} ${documentOf(target)}`)),
  };
}

/** The documents at the dots of their row heads, in pixels, and the references between them. */
function placesOf({ ties }: MapData, { documents }: Matrix, { top, rowEdges, cell }: MatrixLayout): MapData {
  const ids = new Set(documents.map(({ id }) => id));
  return {
    nodes: documents.map((node) => ({
      ...node,
      x: HEAD_DOT_X,
      y: top + rowEdges.get(node.id)! + cell.height / 2,
    })),
    ties: ties.filter(({ source, target }) => ids.has(source) && ids.has(target)),
  };
}
