/** Questions to the map: the neighbourhood of a node, the path between two, the impact of a change, findings, changes. Pure. */
import {
  findImpact,
  findPath,
  groupImpactByDocument,
  summarizeImpact,
  type QueryEdge,
} from '#specgraph/query';
import { plural } from '#specgraph/text/lists';
import type { MapData, MapNode, MapTie } from '../../../map/model.ts';
import { labelOf } from '../../../map/names.ts';

export type Direction = 'both' | 'in' | 'out';

/** The ids are empty while the nodes are still to be chosen. */
export type Question =
  | { kind: 'near'; of: string; depth: number; way: Direction }
  | { kind: 'path'; of: string; to: string }
  | { kind: 'impact'; of: string }
  | { kind: 'findings' }
  /** What changed since the revision that the build compared with. */
  | { kind: 'since' };

/** A line of the answer, from the nearer to the farther node, whichever direction the reference has. */
export interface Link {
  source: string;
  target: string;
  way: 'out' | 'in' | 'path' | 'broken';
}

export interface AnswerStep {
  id: string;
  distance: number;
  /** The ends of the reference by which the node is reached. */
  source?: string;
  target?: string;
  kind?: MapTie['kind'];
  /** What the answer says of the node: "3 sections changed". */
  words?: string;
}

export interface Answer {
  /** The highlighted nodes with their distance from the node that was asked about. */
  distances: ReadonlyMap<string, number>;
  links: Link[];
  /** The answer in a sentence. */
  summary: string;
  /** The nodes that were found, nearest first. */
  steps: AnswerStep[];
  /** Each node is reached by one line only, even if several lines lead to it. */
  isTree?: boolean;
  /** Whether nothing was found, or the question is still incomplete. */
  isEmpty?: boolean;
  /** Whether the worker is still looking for the answer. */
  isPending?: boolean;
}

/**
 * @param data everything, sections included where they have been fetched
 * @param visible the nodes and ties that pass the filters: a neighbourhood follows visible ties only
 */
export function answerOf(data: MapData, question: Question, visible: MapData = data): Answer {
  const nameOf = namesOf(data.nodes);
  if ('of' in question && !(question.of && (question.kind !== 'path' || question.to)))
    return incompleteAnswer(question, nameOf);
  switch (question.kind) {
    case 'near':
      return neighbourhoodOf(visible, question, nameOf);
    case 'path':
      return pathBetween(data, question, nameOf);
    case 'impact':
      return impactOf(data, question.of, nameOf);
    case 'findings':
      return answerWithFindings(data, nameOf);
    case 'since':
      return answerWithChanges(data);
  }
}

type NameOf = (id: string) => string;

function namesOf(nodes: readonly MapNode[]): NameOf {
  const names = new Map(nodes.map((node) => [node.id, labelOf(node)]));
  return (id) => names.get(id) ?? id;
}

function neighbourhoodOf(
  { ties }: MapData,
  { of, depth, way }: Question & { kind: 'near' },
  nameOf: NameOf,
): Answer {
  const distances = new Map([[of, 0]]);
  const links: Link[] = [];
  for (let distance = 1, level = [of]; distance <= depth && level.length > 0; distance++) {
    const before = new Set(level);
    level = [];
    const reach = (id: string, from: string, direction: 'in' | 'out'): void => {
      if (!distances.has(id)) {
        distances.set(id, distance);
        level.push(id);
      }
      if (distances.get(id) === distance) links.push({ source: from, target: id, way: direction });
    };
    for (const { source, target } of ties) {
      if (way !== 'in' && before.has(source)) reach(target, source, 'out');
      if (way !== 'out' && before.has(target)) reach(source, target, 'in');
    }
  }
  const steps = [...distances].slice(1).map(([id, distance]) => ({ id, distance }));
  const relation = { both: 'around', in: 'pointing at', out: 'pointed at by' }[way];
  return {
    distances,
    links,
    steps,
    isEmpty: steps.length === 0,
    summary: `${plural(steps.length, 'thing')} ${relation} ${nameOf(of)} within ${plural(depth, 'step')}${countsByDistance(steps)}.`,
  };
}

/** ": 4 at 1, 12 at 2", where there is more than one distance. */
function countsByDistance(steps: readonly AnswerStep[]): string {
  const levels = [...Map.groupBy(steps, (step) => step.distance)];
  return levels.length > 1
    ? `: ${levels.map(([distance, stepsOfLevel]) => `${stepsOfLevel.length} at ${distance}`).join(', ')}`
    : '';
}

function incompleteAnswer(question: Extract<Question, { of: string }>, nameOf: NameOf): Answer {
  const known = question.of || (question.kind === 'path' ? question.to : '');
  return {
    distances: new Map(known ? [[known, 0]] : []),
    links: [],
    steps: [],
    isEmpty: true,
    summary: !known
      ? `Choose ${question.kind === 'path' ? 'two things' : 'a document, a section or a name'}: click it, or type it.`
      : `A path ${question.of ? 'from' : 'to'} ${nameOf(known)}: choose the other end.`,
  };
}

/** References from one end to the other, or else the shortest path. */
function pathBetween(data: MapData, { of, to }: Question & { kind: 'path' }, nameOf: NameOf): Answer {
  const direct = directReferences(data, of, to, nameOf);
  if (direct) return direct;
  const found = findPath({ nodes: [], edges: edgesOf(mostDetailedTies(data)) }, of, to);
  if (!found)
    return {
      distances: new Map([
        [of, 0],
        [to, 0],
      ]),
      links: [],
      steps: [],
      isEmpty: true,
      summary: `Nothing ties ${nameOf(of)} to ${nameOf(to)}.`,
    };
  return {
    distances: new Map(found.map(({ id }) => [id, id === of || id === to ? 0 : 1])),
    links: found.slice(1).map(({ id }, i) => ({ source: found[i].id, target: id, way: 'path' })),
    steps: found.map(({ id, edge }, distance) => ({
      id,
      distance,
      ...(edge && { source: edge.source, target: edge.target, kind: edge.kind as MapTie['kind'] }),
    })),
    summary: found.map(({ id }) => nameOf(id)).join(' → '),
  };
}

/** The answer where one end refers to the other or to a part of it; undefined where neither does. */
function directReferences(
  { nodes, ties }: MapData,
  of: string,
  to: string,
  nameOf: NameOf,
): Answer | undefined {
  const membersOf = (id: string): Set<string> =>
    new Set([id, ...nodes.filter(({ document }) => document === id).map((node) => node.id)]);
  const [first, second] = [membersOf(of), membersOf(to)];
  const count = (from: Set<string>, into: Set<string>): number =>
    ties
      .filter((tie) => tie.kind !== 'contains' && from.has(tie.source) && into.has(tie.target))
      .reduce((sum, tie) => sum + tie.count, 0);
  const [forth, back] = [count(first, second), count(second, first)];
  if (forth + back === 0 || first.has(to) || second.has(of)) return undefined;
  const steps: AnswerStep[] = [
    { id: of, distance: 0 },
    ...(forth > 0 ? [{ id: to, distance: 1, source: of, target: to, kind: 'refers' as const }] : []),
    ...(back > 0
      ? [{ id: forth > 0 ? of : to, distance: 1, source: to, target: of, kind: 'refers' as const }]
      : []),
  ];
  const clause = (from: string, into: string, references: number): string =>
    `${nameOf(from)} refers to ${nameOf(into)} in ${plural(references, 'place')}`;
  return {
    distances: new Map([
      [of, 0],
      [to, 0],
    ]),
    links: steps.slice(1).map(({ source, target }) => ({ source: source!, target: target!, way: 'path' })),
    steps,
    summary: `${[forth > 0 && clause(of, to, forth), back > 0 && clause(to, of, back)].filter(Boolean).join('; ')}.`,
  };
}

function impactOf(data: MapData, of: string, nameOf: NameOf): Answer {
  // The nodes that a phase introduced count as its content, as sections do for a document.
  const edges = edgesOf(mostDetailedTies(data)).map((edge) =>
    edge.kind === 'introduces' && edge.source === of ? { ...edge, kind: 'contains' as const } : edge,
  );
  const found = findImpact({ nodes: [], edges }, of);
  return {
    distances: new Map([[of, 0], ...found.map(({ id, distance }): [string, number] => [id, distance])]),
    links: found.map(({ path: way, id }) => ({ source: way.at(-2)!, target: id, way: 'in' })),
    steps: found.map(({ id, distance, path: way }) => ({ id, distance, source: id, target: way.at(-2)! })),
    isTree: true,
    isEmpty: found.length === 0,
    summary: summarizeImpact(groupImpactByDocument(found), nameOf(of)),
  };
}

function answerWithFindings(data: MapData, nameOf: NameOf): Answer {
  const all = data.findings ?? [];
  const broken = data.ties.filter((tie) => tie.broken);
  return {
    distances: new Map(all.flatMap((finding) => finding.nodes.map((id) => [id, 0]))),
    links: broken.map(({ source, target }) => ({ source, target, way: 'broken' })),
    steps: broken.map(({ source, target, kind }) => ({ id: target, distance: 1, source, target, kind })),
    isEmpty: all.length === 0,
    summary:
      all.length === 0
        ? 'No findings: every reference resolves and every rule is kept.'
        : `${plural(all.length, 'finding')}${broken.length > 0 ? `; broken: ${broken.map(({ source, target }) => `${nameOf(source)} → ${nameOf(target)}`).join(', ')}` : ''}.`,
  };
}

function answerWithChanges({ changes = [], revision }: MapData): Answer {
  return {
    distances: new Map(changes.map(({ id }) => [id, 0])),
    links: [],
    steps: changes.map(({ id, words }) => ({ id, distance: 0, words })),
    isEmpty: changes.length === 0,
    summary: !revision
      ? 'This build knows no earlier revision to compare with.'
      : changes.length === 0
        ? `Nothing has changed since ${revision}.`
        : `Since ${revision}: changes in ${plural(changes.length, 'place')}.`,
  };
}

/** All ties except those of documents that the ties of their sections cover, so that a path leads through sections. */
function mostDetailedTies({ nodes, ties }: MapData): MapTie[] {
  const documentOf = new Map(nodes.filter((node) => node.document).map((node) => [node.id, node.document!]));
  const key = ({ source, target, kind }: MapTie): string =>
    `${documentOf.get(source) ?? source} ${documentOf.get(target) ?? target} ${kind}`;
  const touchesSection = ({ source, target }: MapTie): boolean =>
    documentOf.has(source) || documentOf.has(target);
  const covered = new Set(ties.filter(touchesSection).map(key));
  return ties.filter((tie) => touchesSection(tie) || !covered.has(key(tie)));
}

function edgesOf(ties: readonly MapTie[]): QueryEdge[] {
  return ties.map(({ source, target, kind, broken }) => ({ source, target, kind, resolved: !broken }));
}

/** The answer in terms of the visible nodes: a hidden section counts for its document. */
export function answerByVisible(
  answer: Answer,
  data: MapData,
  visibleIds: ReadonlySet<string>,
): Pick<Answer, 'distances' | 'links'> {
  const documentOf = new Map(data.nodes.map((node) => [node.id, node.document]));
  const visibleNode = (id: string): string | undefined =>
    visibleIds.has(id) ? id : visibleIds.has(documentOf.get(id) ?? '') ? documentOf.get(id) : undefined;
  const distances = new Map<string, number>();
  for (const [id, distance] of answer.distances) {
    const visibleId = visibleNode(id);
    if (visibleId !== undefined)
      distances.set(visibleId, Math.min(distance, distances.get(visibleId) ?? Infinity));
  }
  const links = new Map<string, Link>();
  for (const { source, target, way } of answer.links) {
    const [from, to] = [visibleNode(source), visibleNode(target)];
    const key = answer.isTree ? to : `${from} ${to}`;
    const isDrawn =
      from && to && from !== to && !(answer.isTree && distances.get(from)! >= distances.get(to)!);
    if (isDrawn && !links.has(key!)) links.set(key!, { source: from, target: to, way });
  }
  return { distances, links: [...links.values()] };
}
