/** The live map: zoom, pan, drag, and neighbours highlighted under the pointer. It starts with the places of the build. */
import {
  drag,
  quadtree,
  select,
  zoom,
  zoomIdentity,
  type D3DragEvent,
  type D3ZoomEvent,
  type ZoomTransform,
} from 'd3';
import type { MapData } from '../../../map/model.ts';
import { plural } from '../state/ask.ts';
import {
  cameraOf,
  isSameCamera,
  transformFor,
  type Camera,
  type Frame,
  type Transform,
} from '../state/camera.ts';
import { setForces, shownOf, simulationOf } from './bodies.ts';
import {
  fadeIn,
  drawLinks,
  drawNodes,
  drawTies,
  markLine,
  markNodes,
  updatePositions,
  toMapTie,
  setLabels,
  type Body,
  type Tie,
} from './draw.ts';
import { highlightOf, NO_HIGHLIGHT, type PointedLine, type Shown } from './highlight.ts';
import {
  dotScale,
  fittingScale,
  frameOfWhole,
  HALF_SIZE,
  isTurned,
  letterScale,
} from '../../../map/frame.ts';
import { labelBox, placeLabels } from '../../../map/labels.ts';
import { labelOf } from '../../../map/names.ts';
import { transitionMs } from '../motion.ts';
import { placeInHost } from '../pointer.ts';
import { showsSameNodes, visibleOf, type MapState } from '../state/state.ts';
import { isReadable, lineAt } from './tie-lines.ts';
import { startPlaces, moveDots } from '../move-dots.ts';
import type { MapView, ViewEvents } from '../view.ts';

/** Distance from a dot, in pixels, within which the pointer hits it. */
const DOT_HIT_DISTANCE_PX = 12;

/** Distance from a line, in pixels, within which the pointer hits it. */
const LINE_HIT_DISTANCE_PX = { touch: 14, mouse: 6 };

/** Number of dots from which there are no fade transitions. */
const MAX_NODES_WITH_FADES = 300;

/** The scale, in pixels per user unit, above which sections and steps are labelled. */
const MIN_ZOOM_FOR_SECTION_LABELS = 2.2;

/** The smallest and the largest scale, in pixels per user unit. */
const ZOOM_LIMITS: [number, number] = [0.25, 8];
/** The largest distance between the middle of the picture and the middle of the map, in user units. */
const MAX_CAMERA_DISTANCE = { x: 2 * HALF_SIZE.x, y: 2 * HALF_SIZE.x };

/** @param host an element of fixed size; its content is replaced */
export function create(
  host: HTMLElement,
  data: MapData,
  first: MapState,
  events: ViewEvents,
  before?: MapData,
): MapView {
  let [width, height] = [host.clientWidth, host.clientHeight];
  let turned = isTurned(width, height);
  const bodies = new Map<string, Body>();
  const { svg, stage, words, tieLayer, highlightLayer, nodeLayer } = createElements(host);
  let state = first;
  let shown: Shown = { nodes: [], ties: [], tiesOf: new Map() };
  let hovered: string | undefined;
  let pointed: PointedLine | undefined;
  let highlight = NO_HIGHLIGHT;
  let transform = zoomIdentity;
  let frame = 0;
  let camera: Camera | undefined;
  let stopTravel = (): void => undefined;

  const move = (): void => updatePositions(tieLayer, highlightLayer, nodeLayer);
  const simulation = simulationOf(move, () => label());

  const updateHighlight = (): void => {
    highlight = highlightOf(shown, data, state, hovered);
    svg
      .classed('highlighted', highlight.isActive)
      .classed('by-phase', state.through !== undefined)
      .classed('many', shown.nodes.length > MAX_NODES_WITH_FADES);
    drawLinks(highlightLayer, highlight.links);
    markLine([tieLayer, highlightLayer], pointed);
    label();
  };

  /** Places the labels of the highlighted nodes, the centre first; of all nodes where nothing is highlighted. */
  const label = (): void => {
    const { k, x, y } = transform;
    const fitting = fittingScale(width, height);
    const letters = letterScale(k, fitting, turned);
    const dot = letters * dotScale(letters);
    // The unit is that of the letters, which at first differs a little from a pixel of the screen.
    const [left, top, right, bottom] = [-x, -y, width - x, height - y].map((edge) => (edge * letters) / k);
    const isCandidate = (node: Body): boolean =>
      highlight.isActive
        ? highlight.ids.has(node.id) || node.id === hovered
        : !node.document || k > MIN_ZOOM_FOR_SECTION_LABELS;
    const isFirst = (node: Body): boolean =>
      node.id === (hovered ?? state.selected) || state.answer?.distances.get(node.id) === 0;
    const sides = placeLabels(
      shown.nodes
        .filter((node) => isCandidate(node) && isInView(node, transform, width, height))
        .map((node) => {
          const box = labelBox(node, letters, dot);
          return isFirst(node) ? { ...box, weight: box.weight + 2 } : box;
        }),
      undefined,
      // The whole map has the labels of the picture that was there before the script.
      k === fitting
        ? frameOfWhole(letters, turned)
        : { left: left + 2, right: right - 2, top: top + 2, bottom: bottom - 2 },
    );
    setLabels(nodeLayer, sides, letters, dot);
    markNodes(nodeLayer, (node) => ({ ...highlight.marksOf(node), labelled: sides.has(node.id) }));
    // Letters and small dots keep their size on the screen, so that more labels find room at a larger scale.
    svg.style('--scale', String(letters)).style('--dot', String(dotScale(letters)));
  };

  const currentFrame = (): Frame => ({
    width,
    height,
    isTurned: turned,
    wholeTransform: { k: fittingScale(width, height), x: width / 2, y: height / 2 },
  });
  const zooming = zoom<SVGSVGElement, unknown>()
    .scaleExtent(ZOOM_LIMITS)
    .on('zoom', ({ transform: next }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      transform = next;
      stage.attr('transform', next.toString());
      // Several events may come within a frame.
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(label);
    })
    .on('end', () => {
      const now = cameraOf(transform, currentFrame());
      if (isSameCamera(now, camera)) return;
      camera = now;
      events.moveCamera(camera);
    });

  const nodeUnder = (event: MouseEvent | Touch): Body | undefined =>
    nodeAt(shown.nodes, transform, placeInHost(host, event));
  const lineUnder = (event: PointerEvent): PointedLine | undefined =>
    tieAt(shown, state, transform, placeInHost(host, event), event.pointerType === 'touch');
  const point = (line?: PointedLine): void => {
    if (line?.source === pointed?.source && line?.target === pointed?.target) return;
    pointed = line;
    svg.classed('pointing', line !== undefined);
    markLine([tieLayer, highlightLayer], line);
    words
      .attr('hidden', line ? null : '')
      .text(
        line
          ? `${labelOf(line.source)} refers to ${labelOf(line.target)}: ${plural(line.count, 'reference')}`
          : '',
      );
  };
  const hover = (id?: string): void => {
    if (id !== undefined) point();
    if (id === hovered) return;
    hovered = id;
    svg.classed('pointing', id !== undefined);
    updateHighlight();
  };

  const dragging = drag<SVGSVGElement, unknown, Body | undefined>()
    // Two fingers zoom, and do not drag a dot.
    .filter((event: MouseEvent | TouchEvent) =>
      'touches' in event ? event.touches.length === 1 : !event.ctrlKey && event.button === 0,
    )
    .subject(({ sourceEvent }: { sourceEvent: MouseEvent | TouchEvent }) =>
      nodeUnder('touches' in sourceEvent ? sourceEvent.touches[0] : sourceEvent),
    )
    .on('drag', ({ subject, dx, dy }: D3DragEvent<SVGSVGElement, unknown, Body>) => {
      stopTravel();
      Object.assign(subject, {
        fx: (subject.fx ?? subject.x) + dx / transform.k,
        fy: (subject.fy ?? subject.y) + dy / transform.k,
      });
      simulation.alphaTarget(0.2).restart();
    })
    // The dot stays where it was dropped until "Fit" is pressed.
    .on('end', () => {
      simulation.alphaTarget(0);
      label();
    });
  svg
    .call(dragging)
    .call(zooming)
    .on('dblclick.zoom', null)
    .on('pointermove', (event: PointerEvent) => {
      if (event.pointerType === 'touch' || event.buttons !== 0) return;
      const node = nodeUnder(event);
      hover(node?.id);
      if (!node) point(lineUnder(event));
    })
    .on('pointerleave', () => {
      hover(undefined);
      point();
    })
    .on('click', (event: PointerEvent) => {
      const node = nodeUnder(event);
      // A double tap on so small a dot is difficult, so a tap on the selected node opens it.
      const line = node ? undefined : lineUnder(event);
      if (node && node.id === state.selected && event.pointerType === 'touch') events.open(node.id);
      else if (line) events.selectTie?.({ source: line.source.id, target: line.target.id });
      else events.select(node?.id);
    })
    .on('dblclick', (event: MouseEvent) => {
      const node = nodeUnder(event);
      if (node) events.open(node.id);
    });

  const draw = (): void => {
    shown = shownOf(visibleOf(data, state), bodies, turned);
    // Ties of single sections are drawn only when highlighted: thousands of lines would hide each other. A few show the documents of the sections.
    const few = shown.nodes.length <= MAX_NODES_WITH_FADES;
    const drawn = shown.ties.filter((tie) => tie.weight !== undefined || (few && tie.kind === 'contains'));
    drawTies(tieLayer, drawn, state.changed ?? new Set());
    drawNodes(nodeLayer, shown.nodes);
    setForces(simulation, shown.nodes, drawn);
    move();
    updateHighlight();
  };
  const moveCamera = (at?: Camera): void => {
    camera = at;
    const { k, x, y } = transformFor(at, currentFrame(), ZOOM_LIMITS, MAX_CAMERA_DISTANCE);
    svg.call(zooming.transform, zoomIdentity.translate(x, y).scale(k));
  };
  /** Moves every node from its place in the previous view; new nodes fade in. */
  const arrive = (time: number): void => {
    const starts = startPlaces(shown.nodes, before);
    if (time === 0 || starts.size === 0) return;
    svg.classed('moving', true);
    fadeIn(
      nodeLayer.selectAll<SVGGElement, Body>('g').filter(({ id }) => !starts.has(id)),
      time,
    );
    fadeIn(
      tieLayer
        .selectAll<SVGLineElement, Tie>('line')
        .filter(({ source, target }) => !starts.has(source.id) || !starts.has(target.id)),
      time,
    );
    const stop = moveDots(shown.nodes, starts, time, move, () => {
      stopTravel();
      label();
    });
    stopTravel = () => {
      stop();
      svg.classed('moving', false);
      stopTravel = () => undefined;
    };
  };
  const reheat = (): void => {
    stopTravel();
    for (const body of bodies.values()) Object.assign(body, { fx: undefined, fy: undefined });
    label();
    if (!shown.nodes.some((body) => Math.hypot(body.x - body.home.x, body.y - body.home.y) > 1)) return;
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return void simulation.alpha(0.6).restart();
    for (const body of bodies.values()) Object.assign(body, body.home);
    move();
  };

  moveCamera(state.camera);
  draw();
  arrive(1.5 * transitionMs());
  const resized = new ResizeObserver(() => {
    if (host.clientWidth === width && host.clientHeight === height) return;
    [width, height] = [host.clientWidth, host.clientHeight];
    if (turned !== isTurned(width, height)) {
      turned = !turned;
      stopTravel();
      bodies.clear();
    }
    moveCamera(camera);
    draw();
  });
  resized.observe(host);
  return {
    update(next, nextData = data) {
      const same = showsSameNodes(next, state) && nextData === data && next.changed === state.changed;
      [state, data] = [next, nextData];
      if (!isSameCamera(state.camera, camera)) moveCamera(state.camera);
      if (same) updateHighlight();
      else draw();
    },
    places: () => ({ nodes: shown.nodes, ties: shown.ties.map(toMapTie) }),
    reveal(id) {
      const node = bodies.get(id);
      if (!node) return;
      const [x, y] = transform.apply([node.x, node.y]);
      if (Math.abs(x - width / 2) > 0.45 * width || Math.abs(y - height / 2) > 0.45 * height)
        svg.call(zooming.translateTo, node.x, node.y);
    },
    zoom(how) {
      if (how !== 'all') return void svg.call(zooming.scaleBy, how === 'in' ? 1.4 : 1 / 1.4);
      reheat();
      moveCamera();
      events.moveCamera();
    },
    destroy() {
      resized.disconnect();
      stopTravel();
      cancelAnimationFrame(frame);
      simulation.stop();
      svg.remove();
      words.remove();
    },
  };
}

/** Replaces the content of the host by the empty layers of the picture and the words of a line. */
function createElements(host: HTMLElement) {
  const svg = select(host).html('').append('svg').attr('class', 'map live').attr('aria-hidden', 'true');
  const stage = svg.append('g');
  const words = select(host)
    .append('p')
    .attr('class', 'tie-words')
    .attr('aria-hidden', 'true')
    .attr('hidden', '');
  const tieLayer = stage.append('g').attr('class', 'map-ties');
  const highlightLayer = stage.append('g').attr('class', 'map-highlight');
  const nodeLayer = stage.append('g');
  return { svg, stage, words, tieLayer, highlightLayer, nodeLayer };
}

/** Whether the middle of a node is within the picture. */
function isInView(node: Body, { k, x, y }: Transform, width: number, height: number): boolean {
  return (
    Math.abs(k * node.x + x - width / 2) < width / 2 && Math.abs(k * node.y + y - height / 2) < height / 2
  );
}

/** The node at a place in pixels. */
function nodeAt(nodes: Body[], transform: ZoomTransform, place: [number, number]): Body | undefined {
  const { k } = transform;
  const [x, y] = transform.invert(place);
  const tree = quadtree<Body>(
    nodes,
    (node) => node.x,
    (node) => node.y,
  );
  const nearest = tree.find(x, y, 40 / k);
  if (!nearest) return undefined;
  const maxDistance = Math.max(DOT_HIT_DISTANCE_PX, nearest.r * k * dotScale(k) + 3) / k;
  return Math.hypot(nearest.x - x, nearest.y - y) <= maxDistance ? nearest : undefined;
}

/**
 * The line at a place in pixels. With a selected document only its own, bent lines count; with an answer no line
 * counts.
 */
function tieAt(
  { nodes, ties }: Shown,
  { answer, selected }: MapState,
  transform: ZoomTransform,
  place: [number, number],
  isTouch: boolean,
): PointedLine | undefined {
  if (answer && !answer.isEmpty) return undefined;
  const [x, y] = transform.invert(place);
  const centre = nodes.find(({ id }) => id === selected);
  const lines = ties.filter(
    (tie) => isReadable(tie) && (!centre || tie.source === centre || tie.target === centre),
  );
  const maxDistance = LINE_HIT_DISTANCE_PX[isTouch ? 'touch' : 'mouse'] / transform.k;
  return lineAt(lines, { x, y }, maxDistance, centre !== undefined);
}
