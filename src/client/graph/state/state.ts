/** The state of the graph page, as data and as a URL. Pure. */
import { isHead } from '../../../map/kinds.ts';
import { nodeId } from '#specgraph/query';
import type { MapData, MapNode, MapTie, TieEnds } from '../../../map/model.ts';
import { TIE_KINDS, type TieKind } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';
import type { Answer, Question, Direction } from './ask.ts';
import { readCamera, writeCamera, type Camera } from './camera.ts';

export type MapKind = MapNode['kind'];

export const VIEWS = ['force', 'bundle', 'matrix'] as const;
export type ViewName = (typeof VIEWS)[number];

export interface MapState {
  /** Kinds that are shown. */
  kinds: readonly MapKind[];
  /** Kinds of ties that are shown; all where absent. */
  ties?: readonly TieKind[];
  /** Id of the selected node. */
  selected?: string;
  /** The picked tie between two documents, where no node is selected. */
  tie?: TieEnds;
  /** The last phase that is shown; all where absent. */
  through?: number;
  /** Shows variables of this appliance only. */
  appliance?: string;
  /** Shows the documents that satisfy this requirement, and the nodes that are tied to them. */
  requirement?: string;
  /** Shows this document and the nodes that are tied to it. */
  document?: string;
  /** Words of the search; their matches are highlighted. */
  find?: string;
  /** "force" where absent. */
  view?: ViewName;
  /** The question; its answer is highlighted. */
  ask?: Question;
  /** The visible part of the picture; everything where absent. */
  camera?: Camera;
  /** The following are not in the URL. Ids of nodes that are shown despite the filters: the selected section, the steps of a path. */
  alwaysShown?: readonly string[];
  answer?: Answer;
  /** Ids of nodes and keys of ties that a save has just changed. */
  changed?: ReadonlySet<string>;
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
  const kinds = requested ? allKinds.filter((kind) => requested.includes(kind)) : firstKinds;
  const ties = params.get('ties')?.split(',');
  const selected = params.get('focus') ?? undefined;
  // A selected node that stands in no document is shown, whatever kinds the URL names.
  const kindOfSelected =
    selected !== undefined && nodeId.documentOf(selected) === undefined
      ? allKinds.find((kind) => kind === nodeId.kindOf(selected))
      : undefined;
  const through = Number.parseInt(params.get('through') ?? '', 10);
  return {
    kinds: kindOfSelected && !kinds.includes(kindOfSelected) ? [...kinds, kindOfSelected] : kinds,
    selected,
    ties: ties && TIE_KINDS.filter((kind) => ties.includes(kind)),
    through: through > 0 ? through : undefined,
    appliance: params.get('appliance') || undefined,
    requirement: params.get('requirement') || undefined,
    document: params.get('document') || undefined,
    find: params.get('find') || undefined,
    view: VIEWS.find((view) => view !== 'force' && view === params.get('view')),
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
      return of
        ? { kind: 'near', of, depth, way: WAYS.find((way) => way === params.get('way')) ?? 'both' }
        : undefined;
    }
    case 'impact':
      return of ? { kind: 'impact', of } : undefined;
    case 'path':
      return { kind: 'path', of, to: params.get('to') ?? '' };
    case 'findings':
      return { kind: 'findings' };
    default:
      return undefined;
  }
}

/** @param firstKinds those that are shown before a reader chooses; the URL need not name them */
export function writeState(state: MapState, firstKinds: readonly MapKind[]): string {
  const { kinds, ties, ask, view } = state;
  const params = new URLSearchParams();
  if (view && view !== 'force') params.set('view', view);
  if ([...kinds].sort().join() !== [...firstKinds].sort().join()) params.set('kinds', kinds.join(','));
  if (ties && ties.length < TIE_KINDS.length) params.set('ties', ties.join(','));
  if (state.through) params.set('through', String(state.through));
  for (const name of ['appliance', 'requirement', 'document', 'find'] as const)
    if (state[name]) params.set(name, state[name]);
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

/** Whether two states show the same nodes; selection and highlight do not matter. */
export function showsSameNodes(a: MapState, b: MapState): boolean {
  const key = ({
    kinds,
    ties,
    through,
    appliance,
    requirement,
    document,
    ask,
    alwaysShown: also,
  }: MapState): string =>
    JSON.stringify([kinds, ties, through, appliance, requirement, document, ask?.kind === 'findings', also]);
  return key(a) === key(b);
}

/** Clears only the filters that hide a node. The filter of kinds need not show all sections to show one. */
export function stateShowing(data: MapData, state: MapState, node: MapNode): MapState {
  const { kind, phase = 0, components, document } = node;
  const unfiltered = {
    ...state,
    kinds: state.kinds.includes(kind) || document ? state.kinds : [...state.kinds, kind],
    through: state.through && phase > state.through ? undefined : state.through,
    appliance:
      state.appliance && components && !components.includes(state.appliance) ? undefined : state.appliance,
  };
  const isHidden =
    !document &&
    !visibleOf(data, { ...unfiltered, alwaysShown: undefined }).nodes.some(({ id }) => id === node.id);
  return isHidden
    ? {
        ...unfiltered,
        requirement: undefined,
        document: undefined,
        ask: unfiltered.ask?.kind === 'findings' ? undefined : unfiltered.ask,
      }
    : unfiltered;
}

/** The nodes that pass the filters, and the ties between them. */
export function visibleOf(data: MapData, state: MapState): MapData {
  const { kinds, ties: tieKinds, through, appliance, ask, alwaysShown: also = [] } = state;
  const scope = scopeOf(data, state);
  // Without findings all nodes are shown.
  const onlyFaulty = ask?.kind === 'findings' && (data.findings?.length ?? 0) > 0;
  const passes = (node: MapNode): boolean =>
    !node.isMissing &&
    kinds.includes(node.kind) &&
    !(scope && !scope.nearby.has(node.id)) &&
    !(through && (node.phase ?? 0) > through) &&
    !(appliance && node.components && !node.components.includes(appliance)) &&
    !(onlyFaulty && !node.findings);
  const shownIds = new Set(also);
  for (const node of data.nodes) if (passes(node)) shownIds.add(node.id);
  const passesTie = ({ source, target, kind }: MapTie): boolean =>
    (!tieKinds || tieKinds.includes(kind)) &&
    (!scope || scope.centre.has(source) || scope.centre.has(target));
  // A missing node is shown where a node that refers to it is shown.
  for (const tie of data.ties)
    if (tie.broken && shownIds.has(tie.source) && passesTie(tie)) shownIds.add(tie.target);
  return {
    nodes: data.nodes.filter((node) => shownIds.has(node.id)),
    ties: data.ties.filter((tie) => shownIds.has(tie.source) && shownIds.has(tie.target) && passesTie(tie)),
  };
}

/** The nodes of a document or of the documents of a requirement, and all nodes tied to them; undefined without such a filter. */
function scopeOf(
  { nodes, ties }: MapData,
  { document, requirement }: MapState,
): { centre: Set<string>; nearby: Set<string> } | undefined {
  if (!document && !requirement) return undefined;
  const satisfyingDocuments = new Set(
    requirement
      ? ties
          .filter(({ kind, target }) => kind === 'satisfies' && target === requirement)
          .map(({ source }) => source)
      : [],
  );
  const centre = document
    ? new Set(satisfyingDocuments.size > 0 && !satisfyingDocuments.has(document) ? [] : [document])
    : satisfyingDocuments;
  for (const node of nodes) if (node.document && centre.has(node.document)) centre.add(node.id);
  const documents = new Set(nodes.filter(isHead).map(({ id }) => id));
  const nearby = new Set(centre);
  const add = (id: string): unknown => (document || !documents.has(id)) && nearby.add(id);
  for (const { source, target } of ties) {
    if (centre.has(source)) add(target);
    if (centre.has(target)) add(source);
  }
  return { centre, nearby };
}

/** How many nodes each kind would show, and how many ties, with all other filters as they are. */
export function countsOf(
  data: MapData,
  state: MapState,
  all: readonly MapKind[],
): { kinds: Map<string, number>; ties: Map<string, number> } {
  const count = (kinds: readonly string[]): Map<string, number> =>
    new Map([...Map.groupBy(kinds, (kind) => kind)].map(([kind, own]) => [kind, own.length]));
  return {
    kinds: count(
      visibleOf(data, { ...state, kinds: all, alwaysShown: undefined })
        .nodes.filter(({ isMissing }) => !isMissing)
        .map(({ kind }) => kind),
    ),
    ties: count(visibleOf(data, { ...state, ties: undefined }).ties.map(({ kind }) => kind)),
  };
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

/** The best match: the node of this name, or else the first whose name has the words, or else the first match. */
export function bestMatch(nodes: readonly MapNode[], find = ''): MapNode | undefined {
  const matches = matchesOf(nodes, find);
  const words = find.trim().toLowerCase();
  const rank = (node: MapNode): number => {
    const label = labelOf(node).toLowerCase();
    return label === words ? 0 : label.includes(words) ? 1 : 2;
  };
  return nodes.filter(({ id }) => matches.has(id)).toSorted((a, b) => rank(a) - rank(b))[0];
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

/** The relations of a node in both directions; most references first. */
export function relationsOf(data: MapData, id: string): { to: Relation[]; from: Relation[] } {
  const nodes = new Map(data.nodes.map((node) => [node.id, node]));
  const relationsAt = (ties: MapTie[], end: 'source' | 'target'): Relation[] =>
    ties
      .map((tie) => ({ node: nodes.get(tie[end])!, count: tie.count, kind: tie.kind }))
      .toSorted((a, b) => b.count - a.count || labelOf(a.node).localeCompare(labelOf(b.node)));
  return {
    to: relationsAt(
      data.ties.filter((tie) => tie.source === id),
      'target',
    ),
    from: relationsAt(
      data.ties.filter((tie) => tie.target === id),
      'source',
    ),
  };
}
