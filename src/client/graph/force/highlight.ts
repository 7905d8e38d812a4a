/** Decides what the force view highlights: a node with its neighbours, the selected line, an answer, or the matches of the search. Pure. */
import type { MapData, TieEnds } from '../../../map/model.ts';
import { answerByVisible, type Answer } from '../state/ask.ts';
import { matchesOf, type MapState } from '../state/state.ts';
import type { Body, HighlightedLink, Mark, Tie } from './draw.ts';
import { isReadable } from './tie-lines.ts';

/** A line between two documents whose references can be listed. */
export type PointedLine = Pick<Tie, 'source' | 'target' | 'count' | 'kind'>;

/** The visible part of the map. */
export interface Shown {
  nodes: Body[];
  ties: Tie[];
  /** The ties of each node, by its id. */
  tiesOf: ReadonlyMap<string, Tie[]>;
}

export interface Highlight {
  /** Whether anything is highlighted; otherwise everything is drawn in the same style. */
  isActive: boolean;
  ids: ReadonlySet<string>;
  links: HighlightedLink[];
  marksOf(node: Body): Partial<Record<Mark, boolean>>;
}

export const NO_HIGHLIGHT: Highlight = { isActive: false, ids: new Set(), links: [], marksOf: () => ({}) };

const LINE_WIDTH_COUNT = { path: 20, other: 3 };

/** @param hovered id of the node under the pointer */
export function highlightOf(shown: Shown, data: MapData, state: MapState, hovered?: string): Highlight {
  const answer = state.answer && answerByVisible(state.answer, data, new Set(shown.tiesOf.keys()));
  const matches = matchesOf(shown.nodes, state.find);
  const centre = centreOf(shown, state, hovered);
  // The selected line stays highlighted unless the pointer is on a dot.
  const line = answer || hovered !== undefined ? undefined : lineOf(shown, state.tie);
  const distances = centre === undefined ? answer?.distances : undefined;
  const links = linksOf(shown, centre, line, answer);
  const ids =
    centre !== undefined || line ? endsOf(links, centre) : distances ? new Set(distances.keys()) : matches;
  return {
    isActive: centre !== undefined || line !== undefined || (distances?.size ?? 0) > 0 || Boolean(state.find),
    ids,
    // Broken lines are drawn on top.
    links: links.toSorted((a, b) => Number(a.way === 'broken') - Number(b.way === 'broken')),
    marksOf: (node) => ({
      near: ids.has(node.id),
      selected: node.id === state.selected,
      centre: node.id === centre || node.id === hovered,
      match: matches.has(node.id),
      far: (distances?.get(node.id) ?? 0) > 1,
      start: distances?.get(node.id) === 0,
      new: node.phase !== undefined && node.phase === state.through,
      changed: state.changed?.has(node.id),
      pinned: node.fx != null,
    }),
  };
}

/** The node whose neighbours are highlighted: the hovered one, or else the selected one. The pointer does not change the highlight of an answer. */
function centreOf(shown: Shown, { answer, selected }: MapState, hovered?: string): string | undefined {
  if (answer && !answer.isEmpty) return undefined;
  const id = hovered ?? (answer ? undefined : selected);
  return id !== undefined && shown.tiesOf.has(id) ? id : undefined;
}

/** The visible line with the given ends. */
function lineOf(shown: Shown, ends: TieEnds | undefined): PointedLine | undefined {
  const found =
    ends &&
    shown.ties.find(
      (tie) => isReadable(tie) && tie.source.id === ends.source && tie.target.id === ends.target,
    );
  return found && { source: found.source, target: found.target, count: found.count, kind: found.kind };
}

function linksOf(
  shown: Shown,
  centre: string | undefined,
  line: PointedLine | undefined,
  answer: Pick<Answer, 'links'> | undefined,
): HighlightedLink[] {
  if (centre !== undefined) return linksAround(shown, centre);
  if (line) return [{ ...line, way: 'out', isStraight: true }];
  const bodies = new Map(shown.nodes.map((node) => [node.id, node]));
  return (answer?.links ?? []).map(({ source, target, way }) => ({
    source: bodies.get(source)!,
    target: bodies.get(target)!,
    way,
    count: way === 'path' ? LINE_WIDTH_COUNT.path : LINE_WIDTH_COUNT.other,
  }));
}

function linksAround(shown: Shown, centre: string): HighlightedLink[] {
  return (shown.tiesOf.get(centre) ?? []).map(({ source, target, count, kind, broken }) => ({
    source,
    target,
    count,
    kind,
    way: broken ? 'broken' : source.id === centre ? 'out' : 'in',
  }));
}

function endsOf(links: readonly HighlightedLink[], centre: string | undefined): Set<string> {
  const ends = links.flatMap(({ source, target }) => [source.id, target.id]);
  return new Set(centre === undefined ? ends : [centre, ...ends]);
}
