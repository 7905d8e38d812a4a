/** The bodies of the force view: visible nodes and ties with their current places, and the forces on them. */
import { isHead } from '../../../map/kinds.ts';
import { forceCollide, forceLink, forceSimulation, forceX, forceY, type Simulation } from 'd3';
import type { MapData, MapNode } from '../../../map/model.ts';
import type { Body, Tie } from './draw.ts';
import type { Shown } from './highlight.ts';

/** At the places that the build computed, all forces are in balance. A dragged dot pulls its neighbours along, and they return. */
export function simulationOf(tick: () => void, end: () => void): Simulation<Body, undefined> {
  return forceSimulation<Body>()
    .stop()
    .force('x', forceX<Body>((body) => body.home.x).strength(0.18))
    .force('y', forceY<Body>((body) => body.home.y).strength(0.18))
    .force('collide', forceCollide<Body>((body) => 0.7 * body.r).strength(0.2))
    .on('tick', tick)
    .on('end', end);
}

export function setForces(simulation: Simulation<Body, undefined>, nodes: Body[], ties: Tie[]): void {
  simulation.nodes(nodes).force(
    'link',
    forceLink<Body, Tie>(ties)
      .id((node) => node.id)
      .distance(({ source, target }) =>
        Math.hypot(source.home.x - target.home.x, source.home.y - target.home.y),
      )
      .strength((tie) => 0.25 * (tie.weight ?? 0)),
  );
}

/** @param bodies all bodies so far, by id; a known node keeps its current place. @param isTurned whether the axes are swapped */
export function shownOf(visible: MapData, bodies: Map<string, Body>, isTurned: boolean): Shown {
  const nodes = visible.nodes
    .map((node) => bodyOf(node, bodies, isTurned))
    // Documents are drawn on top of the nodes around them.
    .sort((a, b) => Number(isHead(a)) - Number(isHead(b)));
  const ties = visible.ties.map((tie) => ({
    ...tie,
    source: bodies.get(tie.source)!,
    target: bodies.get(tie.target)!,
  }));
  const tiesOf = new Map<string, Tie[]>(nodes.map(({ id }) => [id, []]));
  for (const tie of ties) for (const { id } of [tie.source, tie.target]) tiesOf.get(id)!.push(tie);
  return { nodes, ties, tiesOf };
}

function bodyOf(node: MapNode, bodies: Map<string, Body>, isTurned: boolean): Body {
  const home = isTurned ? { x: node.y, y: node.x } : { x: node.x, y: node.y };
  const known = bodies.get(node.id);
  const body = known
    ? Object.assign(known, { ...node, x: known.x, y: known.y, home })
    : { ...node, ...home, home };
  bodies.set(node.id, body);
  return body;
}
