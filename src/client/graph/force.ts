/** The live map: zoom, pan, drag, neighbours lit under the pointer. Starts where the build has placed everything. */
import {
  drag, forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, select, zoom, zoomIdentity,
  type D3DragEvent, type D3ZoomEvent, type SimulationLinkDatum, type SimulationNodeDatum,
} from 'd3';
import type { MapData, MapNode, MapTie } from '../../site/graph-data.ts';
import { chargeOf, distanceOf, PULL, roomOf, strengthOf } from './forces.ts';
import { labelBox, roomyLabels } from './labels.ts';
import { visibleOf, type MapState } from './state.ts';

interface Body extends SimulationNodeDatum, Omit<MapNode, 'x' | 'y'> {
  x: number;
  y: number;
}
interface Tie extends SimulationLinkDatum<Body> {
  source: Body;
  target: Body;
  kind: MapTie['kind'];
  count: number;
}

export interface MapView {
  update(state: MapState): void;
  /** "in" and "out" zoom by a step, "all" shows everything. */
  zoom(how: 'in' | 'out' | 'all'): void;
  destroy(): void;
}

/**
 * @param host an element of fixed size; its content is replaced
 * @param onSelect called with a node's id, or undefined when empty ground is clicked
 */
export function create(host: HTMLElement, data: MapData, first: MapState, onSelect: (id?: string) => void): MapView {
  const bodies = new Map<string, Body>(data.nodes.map((node) => [node.id, { ...node }]));
  const svg = select(host).html('').append('svg').attr('class', 'map live').attr('aria-hidden', 'true');
  const stage = svg.append('g');
  const tieLayer = stage.append('g').attr('class', 'map-ties');
  const nodeLayer = stage.append('g');
  const simulation = forceSimulation<Body>().stop()
    .force('charge', forceManyBody<Body>().strength(chargeOf))
    .force('collide', forceCollide<Body>(roomOf))
    .force('x', forceX<Body>().strength(PULL.x)).force('y', forceY<Body>().strength(PULL.y))
    .on('tick', () => move());
  let state = first;
  let shown: { nodes: Body[]; ties: Tie[] } = { nodes: [], ties: [] };

  const ties = () => tieLayer.selectAll<SVGLineElement, Tie>('line');
  const nodes = () => nodeLayer.selectAll<SVGGElement, Body>('g');
  const move = (): void => {
    ties().attr('x1', (tie) => tie.source.x).attr('y1', (tie) => tie.source.y).attr('x2', (tie) => tie.target.x).attr('y2', (tie) => tie.target.y);
    nodes().attr('transform', (node) => `translate(${node.x},${node.y})`);
  };

  let lit: ReadonlySet<string> = new Set();
  let centre: string | undefined;
  const light = (id?: string): void => {
    const near = new Set(id ? [id] : []);
    for (const { source, target } of shown.ties) {
      if (source.id === id) near.add(target.id);
      if (target.id === id) near.add(source.id);
    }
    [lit, centre] = [near, id];
    label(scale);
    svg.classed('lit', id !== undefined);
    nodes().classed('near', (node) => near.has(node.id)).classed('selected', (node) => node.id === state.selected);
    ties().classed('near', ({ source, target }) => source.id === id || target.id === id);
  };

  let scale = 1;
  /** Labels of what is lit only, the lit node's own first; of everything where nothing is. */
  const label = (k: number): void => {
    scale = k;
    const candidates = lit.size > 0 ? shown.nodes.filter((node) => lit.has(node.id)) : shown.nodes;
    const roomy = roomyLabels(candidates.map((node) => {
      const box = labelBox(node, k);
      return node.id === centre ? { ...box, weight: box.weight + 2 } : box;
    }));
    nodes().classed('labelled', (node) => roomy.has(node.id)).select('text').attr('y', (node) => node.r + 12 / k);
  };

  const zooming = zoom<SVGSVGElement, unknown>().scaleExtent([0.2, 6]).on('zoom', ({ transform }: D3ZoomEvent<SVGSVGElement, unknown>) => {
    stage.attr('transform', transform.toString());
    // Labels keep their size on the screen: the closer, the more of them find room.
    svg.style('--scale', String(transform.k));
    label(transform.k);
  });
  svg.call(zooming).on('dblclick.zoom', null).on('click', () => onSelect(undefined));

  const dragging = drag<SVGGElement, Body>()
    .on('start', ({ active }: D3DragEvent<SVGGElement, Body, Body>) => void (active || simulation.alphaTarget(0.15).restart()))
    .on('drag', ({ x, y }: D3DragEvent<SVGGElement, Body, Body>, node) => void Object.assign(node, { fx: x, fy: y }))
    .on('end', ({ active }: D3DragEvent<SVGGElement, Body, Body>, node) => {
      if (!active) simulation.alphaTarget(0);
      label(scale);
      Object.assign(node, { fx: undefined, fy: undefined });
    });

  const draw = (): void => {
    const visible = visibleOf(data, state);
    shown = {
      nodes: visible.nodes.map((node) => bodies.get(node.id)!),
      ties: visible.ties.map((tie) => ({ ...tie, source: bodies.get(tie.source)!, target: bodies.get(tie.target)! })),
    };
    tieLayer.selectAll<SVGLineElement, Tie>('line').data(shown.ties, (tie) => `${tie.source.id} ${tie.target.id} ${tie.kind}`)
      .join('line').attr('class', (tie) => `tie tie-${tie.kind}`).attr('stroke-width', (tie) => Math.min(5, 0.5 + Math.sqrt(tie.count) / 3));
    nodeLayer.selectAll<SVGGElement, Body>('g').data(shown.nodes, (node) => node.id).join((enter) => {
      const g = enter.append('g').attr('class', (node) => `node node-${node.kind}`).attr('data-id', (node) => node.id);
      g.append('circle').attr('r', (node) => node.r);
      g.append('text').attr('y', (node) => node.r + 11).text((node) => node.label);
      return g.call(dragging)
        .on('click', (event: MouseEvent, node) => {
          event.stopPropagation();
          onSelect(node.id);
        })
        .on('pointerenter', (_event, node) => light(node.id))
        .on('pointerleave', () => light(state.selected));
    });
    simulation.nodes(shown.nodes).force('link', forceLink<Body, Tie>(shown.ties).id((node) => node.id).distance(distanceOf).strength(strengthOf));
    // Documents on top of what surrounds them.
    nodes().sort((a, b) => Number(a.kind === 'document') - Number(b.kind === 'document'));
    move();
    light(state.selected);
  };

  const fit = (): void => {
    const { width, height } = host.getBoundingClientRect();
    const xs = shown.nodes.map((node) => node.x);
    const ys = shown.nodes.map((node) => node.y);
    if (xs.length === 0 || width === 0) return;
    const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    // Labels keep their size on the screen, so their room is set aside in pixels.
    const k = Math.min(2, (width - 2 * margin(width)) / (right - left), (height - 70) / (bottom - top));
    svg.call(zooming.transform, zoomIdentity.translate(width / 2 - (k * (left + right)) / 2, height / 2 - 8 - (k * (top + bottom)) / 2).scale(k));
  };

  draw();
  fit();
  const resized = new ResizeObserver(fit);
  resized.observe(host);
  return {
    update(next) {
      const kinds = next.kinds.join() !== state.kinds.join();
      state = next;
      if (kinds) draw();
      else light(state.selected);
    },
    zoom(how) {
      if (how === 'all') fit();
      else svg.call(zooming.scaleBy, how === 'in' ? 1.4 : 1 / 1.4);
    },
    destroy() {
      resized.disconnect();
      simulation.stop();
      svg.remove();
    },
  };
}

/** Room for half a label at both sides, in pixels; on a phone the outer ones may be cut off. */
function margin(width: number): number {
  return width > 600 ? 125 : 30;
}
