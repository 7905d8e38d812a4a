/** The bundle view: all nodes are on a circle, by document and phase; the curves of the references follow the tree and run together. */
import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';
import '../../../styles/graph-bundle.css';
import type { MapData } from '../../../map/model.ts';
import {
  drawArcs,
  drawCurves,
  drawDots,
  drawLabels,
  drawHighlighted,
  type Layer,
  type Place,
} from './draw.ts';
import { bundleLabels, TITLE_GAP, MIN_WIDTH_FOR_TITLES, type View } from './labels.ts';
import { bundleLayout, CURVE_UNITS, leafAt, type BundleLayout, type PlacedLeaf } from './layout.ts';
import { countHighlighted, highlightOf, type Highlight } from './highlight.ts';
import { bundleTree, type BundleTree } from './tree.ts';
import {
  cameraOf,
  isSameCamera,
  transformFor,
  type Camera,
  type Frame,
  type Transform,
} from '../state/camera.ts';
import { fittingScale } from '../../../map/frame.ts';
import { labelOf } from '../../../map/names.ts';
import { transitionMs } from '../motion.ts';
import { placeInHost } from '../pointer.ts';
import { showsSameNodes, type MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';

/** Distance from a dot, in pixels, within which a tap or a click selects it. */
const HIT_DISTANCE_PX = { touch: 22, mouse: 12 };

/** Limits of the zoom. */
const ZOOM_LIMITS: [number, number] = [0.5, 8];
/** The radius of the circle in the units of the camera, and the largest distance of the camera from the middle. */
const RADIUS_IN_CAMERA_UNITS = 100;
const MAX_CAMERA_DISTANCE = { x: 4 * RADIUS_IN_CAMERA_UNITS, y: 4 * RADIUS_IN_CAMERA_UNITS };

/** @param host an element of fixed size; its content is replaced */
export function create(
  host: HTMLElement,
  data: MapData,
  first: MapState,
  events: ViewEvents,
  before?: MapData,
): MapView {
  let [width, height] = [host.clientWidth, host.clientHeight];
  const { root, svg, caption, stage, curves, highlighted, arcs, dots, names } = createLayers(host);
  let state = first;
  let tree: BundleTree = bundleTree(data, state);
  let layout: BundleLayout = bundleLayout(tree, radiusFor(width, height));
  let highlight: Highlight = highlightOf(data, tree, state, undefined);
  let hovered: string | undefined;
  let transform = zoomIdentity;
  let camera: Camera | undefined;

  const currentView = (): View => ({ k: transform.k, x: transform.x, y: transform.y, width, height });
  const placeLabels = (): void => {
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = caption.node()!;
    const labels = bundleLabels(layout, currentView(), highlight, [
      { left, top, right: left + offsetWidth, bottom: top + offsetHeight },
    ]);
    drawLabels(names, labels, transform);
    // The names of leaves stand where the arcs are.
    arcs.classed(
      'away',
      labels.some(({ kind }) => kind === 'leaf'),
    );
  };
  const updateHighlight = (): void => {
    highlight = highlightOf(data, tree, state, hovered);
    svg
      .classed('highlighted', highlight.isActive)
      .classed('by-phase', state.through !== undefined)
      .classed('pointing', hovered !== undefined);
    markLeaves(dots, state, highlight);
    drawHighlighted(highlighted, layout, highlight.curves);
    showCaption(caption.node()!, highlight);
    placeLabels();
  };

  /** @param from places in the previous view, by id */
  const draw = (from: ReadonlyMap<string, Place>, time: number): void => {
    tree = bundleTree(data, state);
    layout = bundleLayout(tree, radiusFor(width, height));
    drawDots(
      dots,
      [...layout.leaves.values()],
      ({ node }) => from.get(node.id) ?? (from.size > 0 ? from.get(node.document ?? '') : undefined),
      time,
    );
    drawCurves(curves, layout, tree.ties, time);
    drawArcs(arcs, layout);
    updateHighlight();
  };
  const currentPlaces = (): Map<string, Place> => new Map(layout.leaves);

  /** Pixels of a camera unit: the radius depends on the screen. */
  const pixelsPerUnit = (): number => radiusFor(width, height) / RADIUS_IN_CAMERA_UNITS;
  const currentFrame = (): Frame => ({
    width,
    height,
    wholeTransform: inUnits({ k: 1, x: width / 2, y: height / 2 }, pixelsPerUnit()),
  });
  const zooming = zoom<SVGSVGElement, unknown>()
    .scaleExtent(ZOOM_LIMITS)
    .on('zoom', ({ transform: next }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      transform = next;
      stage.attr('transform', next.toString());
      // Letters keep their size and dots grow a little, so that more names find room at a larger scale.
      svg.style('--scale', String(next.k)).style('--dot', String(Math.min(1, 1.6 / next.k)));
      placeLabels();
    })
    .on('end', () => {
      const now = cameraOf(inUnits(transform, pixelsPerUnit()), currentFrame());
      if (isSameCamera(now, camera)) return;
      camera = now;
      events.moveCamera(camera);
    });
  const moveCamera = (at?: Camera): void => {
    camera = at;
    const [least, most] = ZOOM_LIMITS.map((k) => k * pixelsPerUnit());
    const { k, x, y } = inUnits(
      transformFor(at, currentFrame(), [least, most], MAX_CAMERA_DISTANCE),
      1 / pixelsPerUnit(),
    );
    svg.call(zooming.transform, zoomIdentity.translate(x, y).scale(k));
  };

  const leafUnder = (event: PointerEvent | MouseEvent): PlacedLeaf | undefined => {
    const [x, y] = transform.invert(placeInHost(host, event));
    return leafAt(
      layout,
      x,
      y,
      HIT_DISTANCE_PX['pointerType' in event && event.pointerType === 'touch' ? 'touch' : 'mouse'] /
        transform.k,
    );
  };
  const hover = (id?: string): void => {
    if (id === hovered) return;
    hovered = id;
    updateHighlight();
  };
  svg
    .call(zooming)
    .on('dblclick.zoom', null)
    .on(
      'pointermove',
      (event: PointerEvent) =>
        event.pointerType !== 'touch' && event.buttons === 0 && hover(leafUnder(event)?.node.id),
    )
    .on('pointerleave', () => hover(undefined))
    .on('click', (event: PointerEvent) => {
      const id = leafUnder(event)?.node.id;
      // A double tap on so small a dot is difficult, so a tap on the selected node opens it.
      if (id !== undefined && id === state.selected && event.pointerType === 'touch') events.open(id);
      else events.select(id);
    })
    .on('dblclick', (event: MouseEvent) => {
      const leaf = leafUnder(event);
      if (leaf) events.open(leaf.node.id);
    });

  moveCamera(state.camera);
  draw(placesIn(before, fittingScale(width, height)), before ? 1.5 * transitionMs() : 0);
  const resizeObserver = new ResizeObserver(() => {
    if (host.clientWidth === width && host.clientHeight === height) return;
    [width, height] = [host.clientWidth, host.clientHeight];
    moveCamera(camera);
    draw(new Map(), 0);
  });
  resizeObserver.observe(host);
  return {
    update(next, nextData = data) {
      const isSame = showsSameNodes(next, state) && nextData === data;
      const from = currentPlaces();
      [state, data] = [next, nextData];
      if (!isSameCamera(state.camera, camera)) moveCamera(state.camera);
      if (isSame) updateHighlight();
      else draw(from, transitionMs());
    },
    places() {
      const scale = fittingScale(width, height);
      return {
        nodes: [...layout.leaves.values()].map(({ node, x, y }) => ({ ...node, x: x / scale, y: y / scale })),
        ties: tree.ties,
      };
    },
    reveal(id) {
      const leaf = layout.leaves.get(tree.leafOf(id) ?? '');
      if (!leaf) return;
      const [x, y] = transform.apply([leaf.x, leaf.y]);
      if (Math.abs(x - width / 2) > 0.45 * width || Math.abs(y - height / 2) > 0.45 * height)
        svg.call(zooming.translateTo, leaf.x, leaf.y);
    },
    zoom(how) {
      if (how !== 'all') return void svg.call(zooming.scaleBy, how === 'in' ? 1.4 : 1 / 1.4);
      moveCamera();
      events.moveCamera();
    },
    destroy() {
      resizeObserver.disconnect();
      root.selectAll('*').interrupt();
      root.remove();
    },
  };
}

/** Replaces the content of the host by the empty layers of the picture and its caption. */
function createLayers(host: HTMLElement) {
  const root = select(host).html('').append('div').attr('class', 'bundle-view');
  const svg = root.append('svg').attr('class', 'map live bundle').attr('aria-hidden', 'true');
  const caption = root.append('p').attr('class', 'bundle-caption');
  const stage = svg.append('g');
  const [curves, highlighted, arcs, dots, names] = [
    'bundle-curves',
    'map-highlight',
    'bundle-arcs',
    'bundle-dots',
    'bundle-names',
  ].map((name) => stage.append('g').attr('class', name));
  for (const layer of [curves, highlighted]) layer.attr('transform', `scale(${1 / CURVE_UNITS})`);
  return { root, svg, caption, stage, curves, highlighted, arcs, dots, names };
}

/** Sets the classes of the leaves: selected, highlighted, found, new or changed. */
function markLeaves(dots: Layer, state: MapState, highlight: Highlight): void {
  const { centre, curves, leaves, matches } = highlight;
  const wayByLeaf = new Map<string, string>();
  for (const { source, target, way } of curves) {
    if (way === 'out') wayByLeaf.set(target, 'way-out');
    if (way === 'in') wayByLeaf.set(source, 'way-in');
  }
  dots.selectAll<SVGGElement, PlacedLeaf>('g.node').each(function ({ node }) {
    const { classList } = this;
    const isInCentre = node.document !== undefined && node.document === centre?.id;
    classList.toggle('near', leaves.has(node.id) || isInCentre);
    classList.toggle('centre', node.id === centre?.id);
    classList.toggle('selected', node.id === state.selected);
    classList.toggle('match', matches.has(node.id));
    classList.toggle('new', node.phase !== undefined && node.phase === state.through);
    classList.toggle('changed', state.changed?.has(node.id) ?? false);
    for (const way of ['way-out', 'way-in'])
      classList.toggle(way, wayByLeaf.get(node.id) === way && !matches.has(node.id));
  });
}

/** @param unit factor between the two scales */
function inUnits({ k, x, y }: Transform, unit: number): Transform {
  return { k: k * unit, x, y };
}

function radiusFor(width: number, height: number): number {
  return Math.max(
    60,
    width < MIN_WIDTH_FOR_TITLES
      ? Math.min(width, height) / 2 - 34
      : Math.min(height / 2 - TITLE_GAP - 54, width / 2 - 200),
  );
}

function placesIn(before: MapData | undefined, scale: number): Map<string, Place> {
  return new Map((before?.nodes ?? []).map(({ id, x, y }) => [id, { x: x * scale, y: y * scale }]));
}

/** Explains the colours of all curves, or counts the highlighted ones of a selected node. */
function showCaption(caption: HTMLElement, highlight: Highlight): void {
  const { outgoing: out, incoming: into } = countHighlighted(highlight);
  const parts: [string, string][] = highlight.centre
    ? [
        ['name', labelOf(highlight.centre)],
        ['way-out', `refers to ${out}`],
        ['way-in', `referred to by ${into}`],
      ]
    : [
        ['way-out', 'refers to'],
        ['way-in', 'is referred to'],
      ];
  select(caption)
    .selectAll<HTMLElement, [string, string]>('span')
    .data(parts)
    .join('span')
    .attr('class', ([kind]) => kind)
    .text(([, text]) => text);
}
