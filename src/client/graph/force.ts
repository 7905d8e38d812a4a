/** The live map: zoom, pan, drag, neighbours lit under the pointer. Starts where the build has placed everything. */
import { drag, forceCollide, forceLink, forceSimulation, forceX, forceY, quadtree, select, zoom, zoomIdentity, type D3DragEvent, type D3ZoomEvent, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3';
import type { MapData, MapNode, MapTie } from '../../site/graph-data.ts';
import { dotScale, fittingScale, isTurned, numberOf, tieOpacity, tieWidth } from './frame.ts';
import { labelBox, labelOffset, labelSize, placeLabels, shortLabel } from './labels.ts';
import { matchesOf, neighboursOf, showsSame, visibleOf, type MapState } from './state.ts';
import type { MapView, ViewEvents } from './view.ts';

interface Body extends SimulationNodeDatum, Omit<MapNode, 'x' | 'y'> {
  x: number;
  y: number;
  home: { x: number; y: number };
}
interface Tie extends SimulationLinkDatum<Body>, Omit<MapTie, 'source' | 'target'> {
  source: Body;
  target: Body;
}

/** How far from a dot it is still meant, in pixels. */
const REACH = 12;

/** @param host an element of fixed size; its content is replaced */
export function create(host: HTMLElement, data: MapData, first: MapState, events: ViewEvents): MapView {
  let [width, height] = [host.clientWidth, host.clientHeight];
  const turned = isTurned(width, height);
  const bodies = new Map<string, Body>();
  const svg = select(host).html('').append('svg').attr('class', 'map live').attr('aria-hidden', 'true');
  const stage = svg.append('g');
  const tieLayer = stage.append('g').attr('class', 'map-ties');
  const litLayer = stage.append('g').attr('class', 'map-lit');
  const nodeLayer = stage.append('g');
  let state = first;
  let shown: { nodes: Body[]; ties: Tie[] } = { nodes: [], ties: [] };
  let hovered: string | undefined;
  let lit: ReadonlySet<string> = new Set();
  let transform = zoomIdentity;

  const ties = () => tieLayer.selectAll<SVGLineElement, Tie>('line');
  const nodes = () => nodeLayer.selectAll<SVGGElement, Body>('g');

  // At home all forces are at rest: what is dragged takes its neighbours along, and they come back.
  const simulation = forceSimulation<Body>().stop()
    .force('x', forceX<Body>((body) => body.home.x).strength(0.18)).force('y', forceY<Body>((body) => body.home.y).strength(0.18))
    .force('collide', forceCollide<Body>((body) => 0.7 * body.r).strength(0.2))
    .on('tick', () => move());
  const move = (): void => {
    ties().attr('x1', (tie) => tie.source.x).attr('y1', (tie) => tie.source.y).attr('x2', (tie) => tie.target.x).attr('y2', (tie) => tie.target.y);
    litLayer.selectAll<SVGPathElement, Tie>('path').attr('d', arc);
    nodes().attr('transform', (node) => `translate(${node.x},${node.y})`);
  };

  /** Lights a node with its neighbours, or else what was looked for. */
  const light = (): void => {
    const centre = hovered ?? state.selected;
    const matches = matchesOf(shown.nodes, state.find);
    const here = shown.nodes.some((node) => node.id === centre) ? centre : undefined;
    const from = { ties: shown.ties.map((tie) => ({ ...tie, source: tie.source.id, target: tie.target.id })) };
    lit = here ? neighboursOf(from.ties, here) : matches;
    svg.classed('lit', here !== undefined || Boolean(state.find));
    nodes().classed('near', (node) => lit.has(node.id)).classed('selected', (node) => node.id === state.selected)
      .classed('centre', (node) => node.id === here).classed('match', (node) => matches.has(node.id))
      .classed('new', (node) => node.phase !== undefined && node.phase === state.through);
    litLayer.selectAll<SVGPathElement, Tie>('path').data(here ? shown.ties.filter((tie) => tie.source.id === here || tie.target.id === here) : [])
      .join('path').attr('class', (tie) => (tie.source.id === here ? 'lit-out' : 'lit-in')).attr('stroke-width', (tie) => tieWidth(tie.count)).attr('d', arc);
    label();
  };

  /** Labels of what is lit only, the middle of it first; of everything where nothing is. */
  const label = (): void => {
    const { k, x, y } = transform;
    const dot = k * dotScale(k);
    const centre = hovered ?? state.selected;
    const inView = (node: Body): boolean => Math.abs(k * node.x + x - width / 2) < width / 2 && Math.abs(k * node.y + y - height / 2) < height / 2;
    const candidates = shown.nodes.filter((node) => (svg.classed('lit') ? lit.has(node.id) : node.kind !== 'section' || k > 2.2) && inView(node));
    const sides = placeLabels(candidates.map((node) => {
      const box = labelBox(node, k, dot);
      return node.id === centre ? { ...box, weight: box.weight + 2 } : box;
    }), undefined, { left: 2 - x, right: width - 2 - x, top: 2 - y, bottom: height - 2 - y });
    nodes().each(function (node) {
      const side = sides.get(node.id);
      this.classList.toggle('labelled', side !== undefined);
      if (!side) return;
      const at = labelOffset(side, node.r * dot, labelSize(node.kind) * 1.25);
      select(this).select('.label').attr('x', at.x / k).attr('y', at.y / k).attr('text-anchor', at.anchor);
    });
  };

  const zooming = zoom<SVGSVGElement, unknown>().scaleExtent([0.25, 8]).on('zoom', ({ transform: next }: D3ZoomEvent<SVGSVGElement, unknown>) => {
    transform = next;
    stage.attr('transform', next.toString());
    // Letters and small dots keep their size on the screen: the closer, the more labels find room.
    svg.style('--scale', String(next.k)).style('--dot', String(dotScale(next.k)));
    label();
  });

  /** The node that is meant by a place on the screen. */
  const nodeAt = ([left, top]: readonly [number, number]): Body | undefined => {
    const [x, y] = transform.invert([left, top]);
    const tree = quadtree<Body>(shown.nodes, (node) => node.x, (node) => node.y);
    const nearest = tree.find(x, y, 40 / transform.k);
    if (!nearest) return undefined;
    const reach = Math.max(REACH, nearest.r * transform.k * dotScale(transform.k) + 3) / transform.k;
    return Math.hypot(nearest.x - x, nearest.y - y) <= reach ? nearest : undefined;
  };
  const placeOf = (event: MouseEvent): [number, number] => {
    const box = host.getBoundingClientRect();
    return [event.clientX - box.left - host.clientLeft, event.clientY - box.top - host.clientTop];
  };
  const hover = (id?: string): void => {
    if (id === hovered) return;
    hovered = id;
    svg.classed('pointing', id !== undefined);
    light();
  };

  const dragging = drag<SVGSVGElement, unknown, Body | undefined>()
    .subject(({ sourceEvent }: { sourceEvent: MouseEvent | TouchEvent }) => nodeAt(placeOf('touches' in sourceEvent ? sourceEvent.touches[0] as unknown as MouseEvent : sourceEvent)))
    .on('start', ({ subject }: D3DragEvent<SVGSVGElement, unknown, Body>) => Object.assign(subject, { grabbed: { x: subject.x, y: subject.y } }))
    .on('drag', ({ subject, dx, dy }: D3DragEvent<SVGSVGElement, unknown, Body>) => {
      Object.assign(subject, { fx: (subject.fx ?? subject.x) + dx / transform.k, fy: (subject.fy ?? subject.y) + dy / transform.k });
      simulation.alphaTarget(0.2).restart();
    })
    // It stays where it was put, until everything is fitted again.
    .on('end', () => {
      simulation.alphaTarget(0);
      label();
    });
  svg.call(dragging).call(zooming).on('dblclick.zoom', null)
    .on('pointermove', (event: PointerEvent) => event.pointerType !== 'touch' && event.buttons === 0 && hover(nodeAt(placeOf(event))?.id))
    .on('pointerleave', () => hover(undefined))
    .on('click', (event: PointerEvent) => {
      const node = nodeAt(placeOf(event));
      // A finger cannot click twice fast on something so small: tapping what is selected opens it.
      if (node && node.id === state.selected && event.pointerType === 'touch') events.open(node.id);
      else events.select(node?.id);
    })
    .on('dblclick', (event: MouseEvent) => {
      const node = nodeAt(placeOf(event));
      if (node) events.open(node.id);
    });

  const bodyOf = (node: MapNode): Body => {
    const home = turned ? { x: node.y, y: node.x } : { x: node.x, y: node.y };
    const body = bodies.get(node.id) ?? { ...node, ...home, home };
    bodies.set(node.id, body);
    return body;
  };
  const draw = (): void => {
    const visible = visibleOf(data, state);
    shown = {
      // Documents on top of what surrounds them.
      nodes: visible.nodes.map(bodyOf).sort((a, b) => Number(a.kind === 'document') - Number(b.kind === 'document')),
      ties: visible.ties.map((tie) => ({ ...tie, source: bodies.get(tie.source)!, target: bodies.get(tie.target)! })),
    };
    // Ties of single sections are drawn when they are lit: thousands at once say nothing.
    const drawn = shown.ties.filter((tie) => tie.weight !== undefined);
    ties().data(drawn, (tie) => `${tie.source.id} ${tie.target.id} ${tie.kind}`).join('line')
      .attr('class', (tie) => `tie tie-${tie.kind}`).attr('stroke-width', (tie) => tieWidth(tie.count)).attr('stroke-opacity', (tie) => tieOpacity(tie.weight));
    nodes().data(shown.nodes, (node) => node.id).join((enter) => {
      const g = enter.append('g').attr('class', (node) => `node node-${node.kind}`).attr('data-id', (node) => node.id);
      g.append('circle').attr('r', (node) => node.r);
      g.filter((node) => numberOf(node) !== '').append('text').attr('class', 'number').text(numberOf);
      g.append('text').attr('class', 'label').text(shortLabel);
      return g;
    }).order();
    simulation.nodes(shown.nodes).force('link', forceLink<Body, Tie>(drawn).id((node) => node.id)
      .distance(({ source, target }) => Math.hypot(source.home.x - target.home.x, source.home.y - target.home.y)).strength((tie) => 0.25 * (tie.weight ?? 0)));
    move();
    light();
  };
  const fit = (): void => svg.call(zooming.transform, zoomIdentity.translate(width / 2, height / 2).scale(fittingScale(width, height)));

  fit();
  draw();
  const resized = new ResizeObserver(() => {
    if (host.clientWidth === width && host.clientHeight === height) return;
    [width, height] = [host.clientWidth, host.clientHeight];
    fit();
  });
  resized.observe(host);
  return {
    update(next, nextData = data) {
      const same = showsSame(next, state) && nextData === data;
      [state, data] = [next, nextData];
      if (same) light();
      else draw();
    },
    places: () => ({ nodes: shown.nodes, ties: shown.ties.map((tie) => ({ ...tie, source: tie.source.id, target: tie.target.id })) }),
    reveal(id) {
      const node = bodies.get(id);
      if (!node) return;
      const [x, y] = transform.apply([node.x, node.y]);
      if (Math.abs(x - width / 2) > 0.45 * width || Math.abs(y - height / 2) > 0.45 * height) svg.call(zooming.translateTo, node.x, node.y);
    },
    zoom(how) {
      if (how !== 'all') return void svg.call(zooming.scaleBy, how === 'in' ? 1.4 : 1 / 1.4);
      for (const body of bodies.values()) Object.assign(body, { fx: undefined, fy: undefined });
      if (shown.nodes.some((body) => Math.hypot(body.x - body.home.x, body.y - body.home.y) > 1)) simulation.alpha(0.6).restart();
      fit();
    },
    destroy() {
      resized.disconnect();
      simulation.stop();
      svg.remove();
    },
  };
}

/** A tie that bends to the right of its way: what leads there and what leads back stand apart. */
function arc({ source, target }: Tie): string {
  const [dx, dy] = [target.x - source.x, target.y - source.y];
  return `M${source.x},${source.y}Q${(source.x + target.x) / 2 - 0.12 * dy},${(source.y + target.y) / 2 + 0.12 * dx} ${target.x},${target.y}`;
}
