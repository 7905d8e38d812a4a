/** The state of the graph page, as data and as a URL. Pure. */
import type { MapKind, MapNode, MapTie, TieEnds } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import type { Answer, Question, Direction } from './ask.ts';
import { readCamera, writeCamera, type Camera } from './camera.ts';

export type ViewName = 'map' | 'matrix';

export interface MapState {
  /** Kinds that are shown. */
  kinds: readonly MapKind[];
  /** Id of the selected node. */
  selected?: string;
  /** The picked tie between two documents, where no node is selected. */
  tie?: TieEnds;
  /** The last phase that is shown; all where absent. */
  through?: number;
  /** Shows variables of this component only. */
  component?: string;
  /** Shows all ties between documents instead of the strongest. */
  hasWeakTies?: boolean;
  /** Words of the search; their matches are highlighted. */
  find?: string;
  /** "map" where absent. */
  view?: ViewName;
  /** The question; its answer is highlighted. */
  ask?: Question;
  /** The visible part of the picture; everything where absent. */
  camera?: Camera;
  /** Whether the timeline is open; it always is where `through` is given. */
  hasTimeline?: boolean;
  /** The following is not in the URL. */
  answer?: Answer;
}

const WAYS: readonly Direction[] = ['both', 'in', 'out'];
export const MAX_DEPTH = 4;

/**
 * @param allKinds every kind that the map has
 * @param firstKinds those that are shown before a reader chooses
 */
export function readState(
  search: string,
  allKinds: readonly MapKind[],
  firstKinds: readonly MapKind[],
): MapState {
  const params = new URLSearchParams(search);
  const requested = params.get('kinds')?.split(',');
  const selected = params.get('focus') ?? undefined;
  const through = Number.parseInt(params.get('through') ?? '', 10);
  return {
    kinds: requested ? allKinds.filter((kind) => requested.includes(kind)) : firstKinds,
    selected,
    through: through > 0 ? through : undefined,
    hasTimeline: params.has('timeline') || undefined,
    component: params.get('component') || undefined,
    hasWeakTies: params.has('weak') || undefined,
    find: params.get('find') || undefined,
    view: params.get('view') === 'matrix' ? 'matrix' : undefined,
    ask: readQuestion(params),
    camera: readCamera(params.get('at')),
    tie: selected ? undefined : readTie(params.get('tie') ?? ''),
  };
}

/** @param text "08-orchestration..14-edge" */
function readTie(text: string): TieEnds | undefined {
  const [, source, target] = /^(.+?)\.\.(.+)$/.exec(text) ?? [];
  return source && target && source !== target ? { source, target } : undefined;
}

function readQuestion(params: URLSearchParams): Question | undefined {
  const of = params.get('of') ?? '';
  switch (params.get('ask')) {
    case 'near': {
      const depth = Math.min(MAX_DEPTH, Math.max(1, Number.parseInt(params.get('depth') ?? '1', 10) || 1));
      return { kind: 'near', of, depth, way: WAYS.find((way) => way === params.get('way')) ?? 'both' };
    }
    case 'impact':
      return { kind: 'impact', of };
    case 'path':
      return { kind: 'path', of, to: params.get('to') ?? '' };
    case 'findings':
      return { kind: 'findings' };
    case 'since':
      return { kind: 'since' };
    default:
      return undefined;
  }
}

/** @param firstKinds those that are shown before a reader chooses; the URL need not name them */
export function writeState(state: MapState, firstKinds: readonly MapKind[]): string {
  const { kinds, ask, view } = state;
  const params = new URLSearchParams();
  if (view && view !== 'map') params.set('view', view);
  if ([...kinds].sort().join() !== [...firstKinds].sort().join()) params.set('kinds', kinds.join(','));
  if (state.through) params.set('through', String(state.through));
  else if (state.hasTimeline) params.set('timeline', '1');
  if (state.hasWeakTies) params.set('weak', '1');
  for (const name of ['component', 'find'] as const) if (state[name]) params.set(name, state[name]);
  if (ask) {
    params.set('ask', ask.kind);
    if ('of' in ask && ask.of) params.set('of', ask.of);
    if (ask.kind === 'path' && ask.to) params.set('to', ask.to);
    if (ask.kind === 'near' && ask.depth > 1) params.set('depth', String(ask.depth));
    if (ask.kind === 'near' && ask.way !== 'both') params.set('way', ask.way);
  }
  if (state.selected) params.set('focus', state.selected);
  if (state.tie && !state.selected) params.set('tie', `${state.tie.source}..${state.tie.target}`);
  if (state.camera) params.set('at', writeCamera(state.camera));
  // A comma needs no escape in a query, and is easier to read.
  const text = params.toString().replaceAll('%2C', ',');
  return text && `?${text}`;
}

/** Ids of the nodes whose name or description has all the words; none where there are no words. */
export function matchesOf(nodes: readonly MapNode[], find = ''): Set<string> {
  const words = find
    .toLowerCase()
    .split(/[\s_]+/)
    .filter(Boolean);
  const hasWords = (node: MapNode): boolean =>
    words.every((word) => `${labelOf(node)} ${node.about}`.toLowerCase().includes(word));
  return new Set(words.length > 0 ? nodes.filter(hasWords).map((node) => node.id) : []);
}

/** The ids of a node and its direct neighbours. */
export function neighboursOf(ties: readonly MapTie[], id: string | undefined): Set<string> {
  const near = new Set(id ? [id] : []);
  for (const { source, target } of ties) {
    if (source === id) near.add(target);
    if (target === id) near.add(source);
  }
  return near;
}

export interface Relation {
  node: MapNode;
  count: number;
  kind: MapTie['kind'];
}
