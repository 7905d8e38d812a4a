/** Computes the places of the graph page at build time with a fixed seed: every reader sees the same map, and the first paint is final. */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3';

export interface LayoutNode {
  id: string;
  /** Documents repel each other strongly; the nodes that belong to them gather around them. */
  isBig: boolean;
  r: number;
}

export interface LayoutTie {
  source: string;
  target: string;
  /** How strongly the tie pulls its less important end, from 0 to 1. */
  weight: number;
}

export interface Point {
  x: number;
  y: number;
}

/** The box that the places fill, in user units: about the pixels of the picture on a desktop screen. */
export const BOX = { width: 900, height: 580 };

const TICKS = 500;
const SEED = 9;

type Body = LayoutNode & SimulationNodeDatum & Point;

/** The last input and its places, because several pages of a build and most saves of an author need the same ones. */
let lastLayout: { input: string; places: Map<string, Point> } | undefined;

/** Computes places with d3-force and scales them to the box. The same input gives exactly the same places. */
export function placeByForce(nodes: readonly LayoutNode[], ties: readonly LayoutTie[]): Map<string, Point> {
  const input = JSON.stringify([nodes, ties]);
  if (lastLayout?.input !== input) lastLayout = { input, places: simulate(nodes, ties) };
  return lastLayout.places;
}

function simulate(nodes: readonly LayoutNode[], ties: readonly LayoutTie[]): Map<string, Point> {
  // The documents start in reading order around a ring, so that neighbours in the set are neighbours on the map.
  const bodies: Body[] = nodes.map((node, i) => ({
    ...node,
    x: 260 * Math.cos((2 * Math.PI * i) / 15),
    y: 260 * Math.sin((2 * Math.PI * i) / 15),
  }));
  const documentIds = new Set(nodes.filter((node) => node.isBig).map((node) => node.id));
  const links: (SimulationLinkDatum<Body> & LayoutTie)[] = ties.map((pull) => ({ ...pull }));
  const isBetweenDocuments = ({ source, target }: SimulationLinkDatum<Body>): boolean =>
    [source, target].every((end) => documentIds.has((end as Body).id));
  forceSimulation(bodies)
    .randomSource(createRandom(SEED))
    .force(
      'charge',
      forceManyBody<Body>().strength((body) => (body.isBig ? -1500 : -170)),
    )
    .force(
      'link',
      forceLink<Body, (typeof links)[number]>(links)
        .id((body) => body.id)
        .distance((link) => (isBetweenDocuments(link) ? 210 : 46))
        .strength((link) => (isBetweenDocuments(link) ? 0.05 * link.weight : 0.75 * link.weight ** 1.5)),
    )
    .force('collide', forceCollide<Body>((body) => body.r + (body.isBig ? 34 : 12)).iterations(2))
    .force('x', forceX<Body>().strength(0.045))
    .force('y', forceY<Body>().strength(0.08))
    .stop()
    .tick(TICKS);
  return stretchToBox(bodies);
}

function stretchToBox(bodies: readonly Body[]): Map<string, Point> {
  const [xs, ys] = [bodies.map(({ x }) => x), bodies.map(({ y }) => y)];
  const scale = (value: number, all: number[], size: number): number => {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    return round(high > low ? ((value - low) / (high - low) - 0.5) * size : 0);
  };
  return new Map(
    bodies.map(({ id, x, y }) => [id, { x: scale(x, xs, BOX.width), y: scale(y, ys, BOX.height) }]),
  );
}

/** Places around a middle in the given order on a sunflower spiral (Vogel's model); the first ones are innermost. */
export function placeAround(middle: Point, count: number, inner: number): Point[] {
  const goldenAngle = Math.PI * (3 - Math.sqrt(5));
  return Array.from({ length: count }, (_, i) => {
    const radius = Math.sqrt(inner ** 2 + 34 * (i + 1));
    return {
      x: round(middle.x + radius * Math.cos(i * goldenAngle)),
      y: round(middle.y + radius * Math.sin(i * goldenAngle)),
    };
  });
}

/** A linear congruential generator (Numerical Recipes); values in [0, 1). */
function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => (state = (1664525 * state + 1013904223) >>> 0) / 2 ** 32;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
