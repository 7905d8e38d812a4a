/** The matrix view: which document refers to which, how often, and where a promised reference or one in the opposite direction is missing. */
// These imports make sure that the build includes d3's transitions.
import { interrupt, select } from 'd3';
import '../../../styles/graph-matrix.css';
import type { MapData, MapNode } from '../../../map/model.ts';
import type { MatrixData } from '../../../map/matrix-model.ts';
import { answerByVisible } from '../state/ask.ts';
import { roundCamera, isSameCamera, type Camera } from '../state/camera.ts';
import { make } from '../../element.ts';
import { fittingScale } from '../../../map/frame.ts';
import { fillLegend, HINT, orderButtons } from './bar.ts';
import type { Cell } from './cell.ts';
import { matrixOf, shadingOf, type Matrix, type Order } from './cells.ts';
import { drawHeads, drawRows, rowsOf } from './draw.ts';
import { gridKeys } from './keys.ts';
import { cameraOfScroll, matrixLayout, scrollOfCamera, ZOOM_LIMITS, type MatrixLayout } from './layout.ts';
import { fillList } from './list.ts';
import { fetchMatrix } from './loader.ts';
import { transitionMs } from '../motion.ts';
import { matchesOf, showsSameNodes, type MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';

/** How long after the last scroll event scrolling has ended. */
const SCROLL_END_MS = 150;

/** Distance of the dot of a row head from the left edge, in pixels. */
const HEAD_DOT_X = 14;

/** Kept while other views are shown. */
let order: Order = 'reading';

/** @param host an element of fixed size; its content is replaced */
export function create(
  host: HTMLElement,
  data: MapData,
  first: MapState,
  events: ViewEvents,
  before?: MapData,
): MapView {
  const { root, bar, hint, scroll, legend, list, svg, cells, columns } = createElements(host);
  let state = first;
  let zoom = 1;
  let camera: Camera | undefined;
  let scrollEndTimer: ReturnType<typeof setTimeout> | undefined;
  let sentences: MatrixData | undefined | null;
  let matrix: Matrix = matrixOf(data, state, [], order);
  let layout: MatrixLayout = matrixLayout(matrix.documents, order, 0, 0);
  let opened: string | undefined;

  const orderBar = orderButtons((next) => {
    order = next;
    draw(transitionMs());
  });
  bar.append(orderBar.element, hint);

  const cellOf = (id: string | undefined): Cell | undefined => matrix.cells.find((cell) => cell.id === id);
  const close = (): void => {
    const previous = opened;
    opened = undefined;
    showList();
    keys.focus(previous);
  };
  const open = (id: string, focus: boolean): void => {
    if (!cellOf(id)) return;
    opened = id;
    keys.setTabStop(id);
    showList();
    const heading = list.querySelector('h2')!;
    if (focus) heading.focus();
    else list.scrollIntoView({ block: 'nearest', behavior: transitionMs() ? 'smooth' : 'instant' });
  };
  const showList = (): void => {
    const cell = cellOf(opened);
    list.hidden = !cell;
    cells.selectAll<SVGGElement, { id: string }>('g.box').classed('opened', ({ id }) => id === cell?.id);
    if (cell)
      fillList(list, cell, sentences, {
        close,
        showOpposite: () => open(`${cell.to.id} ${cell.from.id}`, true),
      });
  };
  list.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    close();
  });

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

  const updateHighlight = (): void => markHighlighted(svg, data, matrix, state);

  /** @param from where the documents stood in the previous view */
  const draw = (time: number, from = new Map<string, MapNode>()): void => {
    matrix = matrixOf(data, state, sentences?.demands ?? [], order);
    layout = matrixLayout(matrix.documents, order, scroll.clientWidth, scroll.clientHeight, zoom);
    const shading = shadingOf(matrix.cells.map(({ count }) => count));
    svg
      .attr('width', layout.width)
      .attr('height', layout.height)
      .attr('aria-rowcount', matrix.documents.length + 2)
      .attr('aria-colcount', matrix.documents.length + 2)
      .classed('fine', layout.cell.width < 22);
    drawRows(cells, rowsOf(matrix, layout, shading), layout, time);
    drawHeads(
      svg,
      columns,
      matrix.documents,
      layout,
      ({ id }) => startOfHead(from.get(id), layout, host, scroll),
      time,
    );
    fillLegend(legend, matrix, shading);
    orderBar.show(order);
    keys.refresh();
    pinHeads();
    updateHighlight();
    showList();
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
  const moveCamera = (at: Camera | undefined, time: number, from?: Map<string, MapNode>): void => {
    camera = at && roundCamera({ ...at, k: limitZoom(at.k) });
    zoom = camera?.k ?? 1;
    draw(time, from);
    const { left, top } = scrollOfCamera(layout, camera);
    scroll.scrollTo({ left, top, behavior: 'instant' });
    pinHeads();
  };

  const load = async (): Promise<void> => {
    sentences = await fetchMatrix(host.closest<HTMLElement>('[data-matrix]')?.dataset.matrix);
    if (root.isConnected) draw(0);
  };

  moveCamera(
    state.camera,
    before ? 1.5 * transitionMs() : 0,
    new Map((before?.nodes ?? []).map((node) => [node.id, node])),
  );
  void load();
  const resizeObserver = new ResizeObserver(() => draw(0));
  resizeObserver.observe(host);
  return {
    update(next, nextData = data) {
      const isSame = showsSameNodes(next, state) && nextData === data;
      // A save may have changed sentences and promises.
      if (next.changed && next.changed !== state.changed) void load();
      [state, data] = [next, nextData];
      if (!isSameCamera(state.camera, camera)) moveCamera(state.camera, transitionMs());
      else if (isSame) updateHighlight();
      else draw(transitionMs());
    },
    places: () => placesOf(data, matrix, layout, host, scroll),
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
      list.remove();
    },
  };
}

type Svg = ReturnType<typeof createElements>['svg'];

/** Replaces the content of the host by the empty parts of the view; the list of a cell comes after the host. */
function createElements(host: HTMLElement) {
  const bar = make('div', { class: 'matrix-bar' });
  const hint = make('p', { class: 'matrix-words' }, HINT);
  const scroll = make('div', { class: 'matrix-scroll' });
  const legend = make('div', { class: 'matrix-legend' });
  const root = make('div', { class: 'matrix-view' }, bar, scroll, legend);
  const list = make('section', {
    class: 'matrix-list',
    hidden: true,
    'aria-label': 'References of the cell',
  });
  host.replaceChildren(root);
  host.after(list);
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
  return { root, bar, hint, scroll, legend, list, svg, cells, columns };
}

/** Sets the classes of heads, cells and rows: selected, highlighted, found, new or changed. */
function markHighlighted(svg: Svg, data: MapData, matrix: Matrix, state: MapState): void {
  const ids = new Set(matrix.documents.map(({ id }) => id));
  const answer = state.answer && !state.answer.isEmpty ? answerByVisible(state.answer, data, ids) : undefined;
  const matches = matchesOf(matrix.documents, state.find);
  const highlighted = answer ? new Set(answer.distances.keys()) : state.find ? matches : undefined;
  const selected = data.nodes.find(({ id }) => id === state.selected)?.document ?? state.selected;
  const tie = state.tie && `${state.tie.source} ${state.tie.target}`;
  const links = new Set(answer?.links.map(({ source, target }) => `${source} ${target}`));
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
    .classed('near', ({ id, cell }) => links.has(id) || isMatch(cell))
    .classed('changed', ({ id }) => state.changed?.has(`${id} refers`) ?? false);
  svg.selectAll<SVGGElement, { node?: MapNode }>('g.matrix-row').each(function ({ node }) {
    if (node?.phase) this.style.setProperty('--phase', String(node.phase));
    this.classList.toggle('new', node?.phase !== undefined && node.phase === state.through);
  });
}

/** Where the transition of a row head starts, relative to its row: the place of its document in the previous view. */
function startOfHead(
  place: MapNode | undefined,
  { left, top, rowEdges }: MatrixLayout,
  { clientWidth, clientHeight }: HTMLElement,
  { offsetTop }: HTMLElement,
): [x: number, y: number] | undefined {
  if (!place) return undefined;
  const scale = fittingScale(clientWidth, clientHeight);
  return [
    place.x * scale + clientWidth / 2 - left,
    place.y * scale + clientHeight / 2 - offsetTop - top - rowEdges.get(place.id)!,
  ];
}

/** The documents at the dots of their row heads, in the units of frame.ts, and the references between them. */
function placesOf(
  { ties }: MapData,
  { documents }: Matrix,
  { top, rowEdges, cell }: MatrixLayout,
  { clientWidth, clientHeight }: HTMLElement,
  { offsetTop, scrollTop }: HTMLElement,
): MapData {
  const scale = fittingScale(clientWidth, clientHeight);
  const ids = new Set(documents.map(({ id }) => id));
  const topOf = (id: string): number => offsetTop + top + rowEdges.get(id)! + cell.height / 2 - scrollTop;
  return {
    nodes: documents.map((node) => ({
      ...node,
      x: (HEAD_DOT_X - clientWidth / 2) / scale,
      y: (topOf(node.id) - clientHeight / 2) / scale,
    })),
    ties: ties.filter(({ source, target, kind }) => kind === 'refers' && ids.has(source) && ids.has(target)),
  };
}
