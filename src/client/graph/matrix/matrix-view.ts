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
  columns.append('rect').attr('class', 'head-ground');

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

  const nodeAt = (id: string): MapNode | undefined => matrix.documents.find((node) => node.id === id);
  const keys = gridKeys(svg.node()!, {
    cell: open,
    head: (id, isDoubleClick) =>
      nodeAt(id)
        ? isDoubleClick
          ? events.open(id)
          : events.select(id === state.selected && !isDoubleClick ? undefined : id)
        : undefined,
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

  const updateHighlight = (): void => {
    const ids = new Set(matrix.documents.map(({ id }) => id));
    const answer =
      state.answer && !state.answer.isEmpty ? answerByVisible(state.answer, data, ids) : undefined;
    const matches = matchesOf(matrix.documents, state.find);
    const selectedDocument = data.nodes.find(({ id }) => id === state.selected)?.document ?? state.selected;
    const highlighted = answer ? new Set(answer.distances.keys()) : state.find ? matches : undefined;
    const tie = state.tie && `${state.tie.source} ${state.tie.target}`;
    const links = new Set(answer?.links.map(({ source, target }) => `${source} ${target}`));
    svg.classed('lit', highlighted !== undefined).classed('by-phase', state.through !== undefined);
    svg
      .selectAll<SVGGElement, { id: string }>('.row-head, .column-head')
      .classed('selected', ({ id }) => id === selectedDocument)
      .classed('near', ({ id }) => highlighted?.has(id) ?? false)
      .classed('match', ({ id }) => matches.has(id));
    svg
      .selectAll<SVGGElement, { id: string; cell?: Cell }>('g.box')
      .classed(
        'chosen',
        ({ cell }) =>
          cell !== undefined && (cell.from.id === selectedDocument || cell.to.id === selectedDocument),
      )
      .classed('read', ({ id }) => id === tie)
      .classed(
        'near',
        ({ id, cell }) =>
          links.has(id) ||
          (highlighted !== undefined &&
            !answer &&
            cell !== undefined &&
            (highlighted.has(cell.from.id) || highlighted.has(cell.to.id))),
      )
      .classed('changed', ({ id }) => state.changed?.has(`${id} refers`) ?? false);
    svg.selectAll<SVGGElement, { node?: MapNode }>('g.matrix-row').each(function ({ node }) {
      if (node?.phase) this.style.setProperty('--phase', String(node.phase));
      this.classList.toggle('new', node?.phase !== undefined && node.phase === state.through);
    });
  };

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
    const scale = fittingScale(host.clientWidth, host.clientHeight);
    drawRows(cells, rowsOf(matrix, layout, shading), layout, time);
    drawHeads(
      svg,
      columns,
      matrix.documents,
      layout,
      ({ id }) => {
        const place = from.get(id);
        return (
          place && [
            place.x * scale + host.clientWidth / 2 - layout.left,
            place.y * scale +
              host.clientHeight / 2 -
              scroll.offsetTop -
              layout.top -
              layout.rowEdges.get(id)!,
          ]
        );
      },
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
    places() {
      const scale = fittingScale(host.clientWidth, host.clientHeight);
      const ids = new Set(matrix.documents.map(({ id }) => id));
      const place = ({ id }: MapNode): { x: number; y: number } => ({
        x: (14 - host.clientWidth / 2) / scale,
        y:
          (scroll.offsetTop +
            layout.top +
            layout.rowEdges.get(id)! +
            layout.cell.height / 2 -
            scroll.scrollTop -
            host.clientHeight / 2) /
          scale,
      });
      return {
        nodes: matrix.documents.map((node) => ({ ...node, ...place(node) })),
        ties: data.ties.filter(
          ({ source, target, kind }) => kind === 'refers' && ids.has(source) && ids.has(target),
        ),
      };
    },
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
