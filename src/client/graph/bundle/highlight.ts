/** Which leaves and curves of the bundle view are highlighted, and in which colour. Pure. */
import { isHead } from '../../../map/kinds.ts';
import type { MapData, MapNode, MapTie, TieEnds } from '../../../map/model.ts';
import { answerByVisible, type Answer, type Link } from '../state/ask.ts';
import type { BundleTree } from './tree.ts';
import { matchesOf, type MapState } from '../state/state.ts';

export interface HighlightedCurve {
  source: string;
  target: string;
  way: Link['way'];
  count: number;
}

export interface Highlight {
  /** The node that is pointed at or selected. */
  centre?: MapNode;
  curves: HighlightedCurve[];
  /** Every highlighted leaf with the number of references between it and the centre. */
  leaves: Map<string, number>;
  matches: Set<string>;
  /** Whether everything else is dimmed. */
  isActive: boolean;
}

/** @param hovered id of the leaf under the pointer; it does not change the highlight of an answer */
export function highlightOf(
  data: MapData,
  tree: BundleTree,
  state: MapState,
  hovered: string | undefined,
): Highlight {
  const hasAnswer = state.answer !== undefined && !state.answer.isEmpty;
  const centreId = hasAnswer ? undefined : (hovered ?? (state.answer ? undefined : state.selected));
  const leaf = centreId && tree.leafOf(centreId);
  const matches = matchingLeaves(data, tree, state.find);
  const centre = leaf ? data.nodes.find(({ id }) => id === leaf) : undefined;
  if (centre) return { centre, ...highlightAround(centre, data, tree), matches, isActive: true };
  if (state.tie && !centreId && !hasAnswer) return highlightBetween(state.tie, data, tree, matches);
  if (hasAnswer) {
    const { distances, links } = answerByVisible(answerByLeaf(state.answer!, tree), data, tree.ids);
    return {
      curves: links.map((link) => ({ ...link, count: link.way === 'path' ? 20 : 3 })),
      leaves: new Map([...distances].map(([id, distance]) => [id, 10 - distance])),
      matches,
      isActive: distances.size > 0,
    };
  }
  return {
    curves: [],
    leaves: new Map([...matches].map((id) => [id, 1])),
    matches,
    isActive: Boolean(state.find),
  };
}

/** Highlights the curves from one document and its sections to another and its sections. */
function highlightBetween(
  { source: from, target: to }: TieEnds,
  data: MapData,
  tree: BundleTree,
  matches: Set<string>,
): Highlight {
  const documentOf = new Map(data.nodes.map(({ id, document = id }) => [id, document]));
  const curves = mergeCurves(
    tree.ties
      .filter(({ source, target }) => documentOf.get(source) === from && documentOf.get(target) === to)
      .map(({ source, target, count }): HighlightedCurve => ({ source, target, way: 'out', count })),
  );
  const leaves = new Map(
    curves.length > 0
      ? [
          [from, Infinity],
          [to, Infinity],
        ]
      : [],
  );
  for (const { source, target, count } of curves)
    for (const id of [source, target]) leaves.set(id, (leaves.get(id) ?? 0) + count);
  return { curves, leaves, matches, isActive: curves.length > 0 };
}

/** Highlights the references of a leaf in both directions; a document includes its sections. */
function highlightAround(
  centre: MapNode,
  data: MapData,
  tree: BundleTree,
): Pick<Highlight, 'curves' | 'leaves'> {
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const isInCentre = (id: string): boolean =>
    id === centre.id || (isHead(centre) && nodes.get(id)?.document === centre.id);
  const curves = tree.ties.flatMap(({ source, target, count }: MapTie): HighlightedCurve[] => {
    const [from, to] = [isInCentre(source), isInCentre(target)];
    return from === to
      ? []
      : [{ source, target, way: nodes.get(target)?.isMissing ? 'broken' : from ? 'out' : 'in', count }];
  });
  const leaves = new Map([[centre.id, Infinity]]);
  for (const { source, target, count } of curves)
    for (const id of [source, target]) leaves.set(id, (leaves.get(id) ?? 0) + count);
  return { curves: mergeCurves(curves), leaves };
}

/** Merges the ties of all kinds between two leaves into one curve. */
function mergeCurves(curves: readonly HighlightedCurve[]): HighlightedCurve[] {
  return [...Map.groupBy(curves, ({ source, target }) => `${source} ${target}`).values()].map((sameEnds) => ({
    ...sameEnds[0],
    count: sameEnds.reduce((sum, { count }) => sum + count, 0),
  }));
}

function matchingLeaves(data: MapData, tree: BundleTree, find: string | undefined): Set<string> {
  return new Set([...matchesOf(data.nodes, find)].flatMap((id) => tree.leafOf(id) ?? []));
}

/** An answer in terms of leaves: a deeper section is replaced by the leaf that contains it. */
function answerByLeaf(answer: Answer, tree: BundleTree): Answer {
  const leaf = (id: string): string => tree.leafOf(id) ?? id;
  const distances = new Map<string, number>();
  for (const [id, distance] of answer.distances)
    distances.set(leaf(id), Math.min(distance, distances.get(leaf(id)) ?? Infinity));
  return {
    ...answer,
    distances,
    links: answer.links.map((link) => ({ ...link, source: leaf(link.source), target: leaf(link.target) })),
  };
}

/** How many leaves the centre refers to, and how many refer to it. */
export function countHighlighted({ curves, centre }: Highlight): { outgoing: number; incoming: number } {
  const countEnds = (way: Link['way'], end: 'source' | 'target'): number =>
    new Set(curves.filter((curve) => curve.way === way).map((curve) => curve[end])).size;
  return centre
    ? { outgoing: countEnds('out', 'target'), incoming: countEnds('in', 'source') }
    : { outgoing: 0, incoming: 0 };
}
