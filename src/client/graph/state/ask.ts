/** Questions to the map: the neighbourhood of a node, the path between two, the impact of a change, the findings. Pure. */
import { findImpact, findPath, type QueryEdge } from '#specgraph/query';
import type { MapData, MapNode, MapTie } from '../../../map/model.ts';
import { shortNameOf } from '../../../map/names.ts';

export type Way = 'both' | 'in' | 'out';

export type Question =
  | { kind: 'near'; of: string; depth: number; way: Way }
  /** One of the ends is empty while it is still to be chosen. */
  | { kind: 'path'; of: string; to: string }
  | { kind: 'impact'; of: string }
  | { kind: 'findings' };

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
}

export interface Answer {
  /** The highlighted nodes with their distance from the node that was asked about. */
  distances: ReadonlyMap<string, number>;
  links: Link[];
  /** The answer in a sentence. */
  words: string;
  /** The nodes that were found, nearest first. */
  steps: AnswerStep[];
  /** Each node is reached by one line only, even if several lines lead to it. */
  tree?: boolean;
  /** Whether nothing was found, or the question is still incomplete. */
  empty?: boolean;
  /** Whether the worker is still looking for the answer. */
  pending?: boolean;
}

/**
 * @param data everything, sections included where they have been fetched
 * @param visible the nodes and ties that pass the filters: a neighbourhood follows visible ties only
 */
export function answerOf(data: MapData, question: Question, visible: MapData = data): Answer {
  const name = namesOf(data.nodes);
  switch (question.kind) {
    case 'near':
      return near(visible, question, name);
    case 'path':
      return path(data, question, name);
    case 'impact':
      return impact(data, question.of, name);
    case 'findings':
      return findings(data, name);
  }
}

type Namer = (id: string) => string;

function namesOf(nodes: readonly MapNode[]): Namer {
  const names = new Map(nodes.map((node) => [node.id, shortNameOf(node)]));
  return (id) => names.get(id) ?? id;
}

function near({ ties }: MapData, { of, depth, way }: Question & { kind: 'near' }, name: Namer): Answer {
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
    empty: steps.length === 0,
    words: `${plural(steps.length, 'thing')} ${relation} ${name(of)} within ${plural(depth, 'step')}${byDistance(steps)}.`,
  };
}

/** ": 4 at 1, 12 at 2", where there is more than one distance. */
function byDistance(steps: readonly AnswerStep[]): string {
  const levels = [...Map.groupBy(steps, (step) => step.distance)];
  return levels.length > 1
    ? `: ${levels.map(([distance, own]) => `${own.length} at ${distance}`).join(', ')}`
    : '';
}

function path(data: MapData, { of, to }: Question & { kind: 'path' }, name: Namer): Answer {
  if (!of || !to) {
    const known = of || to;
    return {
      distances: new Map(known ? [[known, 0]] : []),
      links: [],
      steps: [],
      empty: true,
      words: known
        ? `A path ${of ? 'from' : 'to'} ${name(known)}: choose the other end.`
        : 'Choose two things.',
    };
  }
  const found = findPath({ nodes: [], edges: edgesOf(finestTies(data)) }, of, to);
  if (!found)
    return {
      distances: new Map([
        [of, 0],
        [to, 0],
      ]),
      links: [],
      steps: [],
      empty: true,
      words: `Nothing ties ${name(of)} to ${name(to)}.`,
    };
  return {
    distances: new Map(found.map(({ id }) => [id, id === of || id === to ? 0 : 1])),
    links: found.slice(1).map(({ id }, i) => ({ source: found[i].id, target: id, way: 'path' })),
    steps: found.map(({ id, edge }, distance) => ({
      id,
      distance,
      ...(edge && { source: edge.source, target: edge.target, kind: edge.kind as MapTie['kind'] }),
    })),
    words: found.map(({ id }) => name(id)).join(' → '),
  };
}

function impact(data: MapData, of: string, name: Namer): Answer {
  // The nodes that a phase introduced count as its content, as sections do for a document.
  const edges = edgesOf(finestTies(data)).map((edge) =>
    edge.kind === 'introduces' && edge.source === of ? { ...edge, kind: 'contains' as const } : edge,
  );
  const found = findImpact({ nodes: [], edges }, of);
  const direct = found.filter(({ distance }) => distance === 1).length;
  return {
    distances: new Map([[of, 0], ...found.map(({ id, distance }): [string, number] => [id, distance])]),
    links: found.map(({ path: way, id }) => ({ source: way.at(-2)!, target: id, way: 'in' })),
    steps: found.map(({ id, distance, path: way }) => ({ id, distance, source: id, target: way.at(-2)! })),
    tree: true,
    empty: found.length === 0,
    words:
      found.length === 0
        ? `Nothing refers to ${name(of)}.`
        : `A change of ${name(of)} reaches ${plural(direct, 'place')} at once${found.length > direct ? `, and ${found.length - direct} more through them` : ''}.`,
  };
}

function findings(data: MapData, name: Namer): Answer {
  const all = data.findings ?? [];
  const broken = data.ties.filter((tie) => tie.broken);
  return {
    distances: new Map(all.flatMap((finding) => finding.nodes.map((id) => [id, 0]))),
    links: broken.map(({ source, target }) => ({ source, target, way: 'broken' })),
    steps: broken.map(({ source, target, kind }) => ({ id: target, distance: 1, source, target, kind })),
    empty: all.length === 0,
    words:
      all.length === 0
        ? 'No findings: every reference resolves and every rule is kept.'
        : `${plural(all.length, 'finding')}${broken.length > 0 ? `; broken: ${broken.map(({ source, target }) => `${name(source)} → ${name(target)}`).join(', ')}` : ''}.`,
  };
}

/** All ties except those of documents that the ties of their sections cover, so that a path leads through sections. */
function finestTies({ nodes, ties }: MapData): MapTie[] {
  const holder = new Map(nodes.filter((node) => node.document).map((node) => [node.id, node.document!]));
  const key = ({ source, target, kind }: MapTie): string =>
    `${holder.get(source) ?? source} ${holder.get(target) ?? target} ${kind}`;
  const isFine = ({ source, target }: MapTie): boolean => holder.has(source) || holder.has(target);
  const covered = new Set(ties.filter(isFine).map(key));
  return ties.filter((tie) => isFine(tie) || !covered.has(key(tie)));
}

function edgesOf(ties: readonly MapTie[]): QueryEdge[] {
  return ties.map(({ source, target, kind, broken }) => ({ source, target, kind, resolved: !broken }));
}

/** The answer in terms of the visible nodes: a hidden section counts for its document. */
export function lifted(
  answer: Answer,
  data: MapData,
  seen: ReadonlySet<string>,
): Pick<Answer, 'distances' | 'links'> {
  const holders = new Map(data.nodes.map((node) => [node.id, node.document]));
  const lift = (id: string): string | undefined =>
    seen.has(id) ? id : seen.has(holders.get(id) ?? '') ? holders.get(id) : undefined;
  const distances = new Map<string, number>();
  for (const [id, distance] of answer.distances) {
    const at = lift(id);
    if (at !== undefined) distances.set(at, Math.min(distance, distances.get(at) ?? Infinity));
  }
  const links = new Map<string, Link>();
  for (const { source, target, way } of answer.links) {
    const [from, to] = [lift(source), lift(target)];
    const key = answer.tree ? to : `${from} ${to}`;
    const isWay = from && to && from !== to && !(answer.tree && distances.get(from)! >= distances.get(to)!);
    if (isWay && !links.has(key!)) links.set(key!, { source: from, target: to, way });
  }
  return { distances, links: [...links.values()] };
}

export function plural(count: number, word: string): string {
  return `${count.toLocaleString('en')} ${word}${count === 1 ? '' : 's'}`;
}
