/** The bundle view: everything on a circle, by document and phase; the curves of what refers to what follow the tree and run together. */
import { select, zoom, zoomIdentity, type D3ZoomEvent } from 'd3';
import '../../../styles/graph-bundle.css';
import type { MapData } from '../../../map/model.ts';
import { drawArcs, drawCurves, drawDots, drawLabels, drawLit, type Place } from './draw.ts';
import { bundleLabels, TITLE_GAP, WIDE, type View } from './labels.ts';
import { bundleLayout, CURVE_UNITS, leafAt, type BundleLayout, type PlacedLeaf } from './layout.ts';
import { countsOfLight, lightOf, type Light } from './light.ts';
import { bundleTree, type BundleTree } from './tree.ts';
import {
  cameraOf,
  sameCamera,
  transformFor,
  type Camera,
  type Frame,
  type Transform,
} from '../state/camera.ts';
import { fittingScale } from '../../../map/frame.ts';
import { labelOf } from '../../../map/names.ts';
import { pace } from '../motion.ts';
import { showsSame, type MapState } from '../state/state.ts';
import type { MapView, ViewEvents } from '../view.ts';

/** How far from a dot it is still meant, in pixels: finger and pointer. */
const REACH = { touch: 22, mouse: 12 };

/** How much smaller and larger than at first it can be seen. */
const EXTENT: [number, number] = [0.5, 8];
/** Units of the radius in which the URL says what is looked at, and how far from the middle that may be. */
const UNITS = 100;
const FARTHEST = { x: 4 * UNITS, y: 4 * UNITS };

/** @param host an element of fixed size; its content is replaced */
export function create(
  host: HTMLElement,
  data: MapData,
  first: MapState,
  events: ViewEvents,
  before?: MapData,
): MapView {
  let [width, height] = [host.clientWidth, host.clientHeight];
  const root = select(host).html('').append('div').attr('class', 'bundle-view');
  const svg = root.append('svg').attr('class', 'map live bundle').attr('aria-hidden', 'true');
  const caption = root.append('p').attr('class', 'bundle-caption');
  const stage = svg.append('g');
  const [curves, lit, arcs, dots, names] = [
    'bundle-curves',
    'map-lit',
    'bundle-arcs',
    'bundle-dots',
    'bundle-names',
  ].map((name) => stage.append('g').attr('class', name));
  for (const layer of [curves, lit]) layer.attr('transform', `scale(${1 / CURVE_UNITS})`);
  let state = first;
  let tree: BundleTree = bundleTree(data, state);
  let layout: BundleLayout = bundleLayout(tree, radiusFor(width, height));
  let light: Light = lightOf(data, tree, state, undefined);
  let hovered: string | undefined;
  let transform = zoomIdentity;
  let camera: Camera | undefined;

  const viewNow = (): View => ({ k: transform.k, x: transform.x, y: transform.y, width, height });
  const label = (): void => {
    const { offsetLeft: left, offsetTop: top, offsetWidth, offsetHeight } = caption.node()!;
    const labels = bundleLabels(layout, viewNow(), light, [
      { left, top, right: left + offsetWidth, bottom: top + offsetHeight },
    ]);
    drawLabels(names, labels, transform);
    // The names along the rays stand where the arcs are.
    arcs.classed(
      'away',
      labels.some(({ kind }) => kind === 'leaf'),
    );
  };
  const shine = (): void => {
    light = lightOf(data, tree, state, hovered);
    svg
      .classed('lit', light.on)
      .classed('by-phase', state.through !== undefined)
      .classed('pointing', hovered !== undefined);
    const ways = new Map(
      light.curves.flatMap(
        ({ source, target, way }) =>
          (way === 'out' ? [[target, 'way-out']] : way === 'in' ? [[source, 'way-in']] : []) as [
            string,
            string,
          ][],
      ),
    );
    dots.selectAll<SVGGElement, PlacedLeaf>('g.node').each(function ({ node }) {
      const { classList } = this;
      const isOwn = node.document !== undefined && node.document === light.centre?.id;
      classList.toggle('near', light.leaves.has(node.id) || isOwn);
      classList.toggle('centre', node.id === light.centre?.id);
      classList.toggle('selected', node.id === state.selected);
      classList.toggle('match', light.matches.has(node.id));
      classList.toggle('new', node.phase !== undefined && node.phase === state.through);
      classList.toggle('changed', state.changed?.has(node.id) ?? false);
      for (const way of ['way-out', 'way-in'])
        classList.toggle(way, ways.get(node.id) === way && !light.matches.has(node.id));
    });
    drawLit(lit, layout, light.curves);
    tell(caption.node()!, light);
    label();
  };

  /** @param from where things stood before, by id */
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
    shine();
  };
  const placesNow = (): Map<string, Place> => new Map(layout.leaves);

  /** The radius is of another number of pixels on every screen. */
  const unit = (): number => radiusFor(width, height) / UNITS;
  const frameNow = (): Frame => ({
    width,
    height,
    whole: inUnits({ k: 1, x: width / 2, y: height / 2 }, unit()),
  });
  const zooming = zoom<SVGSVGElement, unknown>()
    .scaleExtent(EXTENT)
    .on('zoom', ({ transform: next }: D3ZoomEvent<SVGSVGElement, unknown>) => {
      transform = next;
      stage.attr('transform', next.toString());
      // Letters keep their size, dots grow a little: the closer, the more names find room.
      svg.style('--scale', String(next.k)).style('--dot', String(Math.min(1, 1.6 / next.k)));
      label();
    })
    .on('end', () => {
      const now = cameraOf(inUnits(transform, unit()), frameNow());
      if (sameCamera(now, camera)) return;
      camera = now;
      events.look(camera);
    });
  const look = (at?: Camera): void => {
    camera = at;
    const [least, most] = EXTENT.map((k) => k * unit());
    const { k, x, y } = inUnits(transformFor(at, frameNow(), [least, most], FARTHEST), 1 / unit());
    svg.call(zooming.transform, zoomIdentity.translate(x, y).scale(k));
  };

  const leafUnder = (event: PointerEvent | MouseEvent): PlacedLeaf | undefined => {
    const box = host.getBoundingClientRect();
    const [x, y] = transform.invert([
      event.clientX - box.left - host.clientLeft,
      event.clientY - box.top - host.clientTop,
    ]);
    return leafAt(
      layout,
      x,
      y,
      REACH['pointerType' in event && event.pointerType === 'touch' ? 'touch' : 'mouse'] / transform.k,
    );
  };
  const hover = (id?: string): void => {
    if (id === hovered) return;
    hovered = id;
    shine();
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
      // A finger cannot click twice fast on something so small: tapping what is selected opens it.
      if (id !== undefined && id === state.selected && event.pointerType === 'touch') events.open(id);
      else events.select(id);
    })
    .on('dblclick', (event: MouseEvent) => {
      const leaf = leafUnder(event);
      if (leaf) events.open(leaf.node.id);
    });

  look(state.at);
  draw(placesIn(before, fittingScale(width, height)), before ? 1.5 * pace() : 0);
  const resized = new ResizeObserver(() => {
    if (host.clientWidth === width && host.clientHeight === height) return;
    [width, height] = [host.clientWidth, host.clientHeight];
    look(camera);
    draw(new Map(), 0);
  });
  resized.observe(host);
  return {
    update(next, nextData = data) {
      const same = showsSame(next, state) && nextData === data;
      const from = placesNow();
      [state, data] = [next, nextData];
      if (!sameCamera(state.at, camera)) look(state.at);
      if (same) shine();
      else draw(from, pace());
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
      look();
      events.look();
    },
    destroy() {
      resized.disconnect();
      root.selectAll('*').interrupt();
      root.remove();
    },
  };
}

/** @param unit pixels of the one for one of the other */
function inUnits({ k, x, y }: Transform, unit: number): Transform {
  return { k: k * unit, x, y };
}

function radiusFor(width: number, height: number): number {
  return Math.max(
    60,
    width < WIDE ? Math.min(width, height) / 2 - 34 : Math.min(height / 2 - TITLE_GAP - 54, width / 2 - 200),
  );
}

function placesIn(before: MapData | undefined, scale: number): Map<string, Place> {
  return new Map((before?.nodes ?? []).map(({ id, x, y }) => [id, { x: x * scale, y: y * scale }]));
}

/** What the colours say: of all curves at first, then of those that are lit. */
function tell(caption: HTMLElement, light: Light): void {
  const { out, into } = countsOfLight(light);
  const parts: [string, string][] = light.centre
    ? [
        ['name', labelOf(light.centre)],
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
