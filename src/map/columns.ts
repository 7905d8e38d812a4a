/** A large map as columns: the fetched file, and its form in memory. Pure; runs in the build, the worker and the browser. */
import { isHead } from './kinds.ts';
import type { Announcement } from '#specgraph/query';
import type { Layering } from './layered-layout.ts';
import { labelOf, type NameParts } from './names.ts';
import type { MapData, MapFinding, MapNode, MapTie, TieKind } from './model.ts';
import { toBytes, joinTexts, listOf, startsOfGroups, Register, type Texts } from './packing.ts';

/** A finding whose nodes are indices. */
export type IndexedFinding = Omit<MapFinding, 'nodes'> & { nodes: number[] };

/** What the picture needs besides nodes and ties. */
export interface Composition {
  /** Layers of the documents; where the documents stand in several folders, those of the folders. */
  layering: Layering;
  /** "Phase 1", "Phases 2 and 3"; empty where nothing names the layers. */
  laneNames: string[];
  /** Only where the documents stand in several folders: places of the regions within their group, x, y, x, y … */
  places?: readonly number[];
}

/** What changed in a node since a revision, in a few words: "added", "3 sections changed". */
export interface NodeChange {
  node: number;
  words: string;
}

/** Separators of the facts of a node, in one line: between facts, and between a name and its value. */
const [BETWEEN_FACTS, IN_FACT] = ['\u001e', '\u001f'];

/**
 * The form that is fetched. Nodes are sorted by region: a document, then the nodes that belong to it. Texts are joined
 * by line feeds, because one long string is parsed and passed between threads faster than many short ones.
 */
export interface LargeMap extends Composition {
  /** Nodes of each region; the first of them is its head. */
  sizes: number[];
  groups: string[];
  /** Group of each region. */
  group: number[];
  kinds: MapNode['kind'][];
  /** 1 for each kind whose things are parts of their document. */
  parts: number[];
  /** 1 for each kind whose things are shown around a selected document. */
  guests: number[];
  kind: number[];
  /** 0 for none. */
  phase: number[];
  components: (string[] | null)[];
  component: number[];
  numbers: string;
  number: number[];
  numberings: string;
  numbering: number[];
  titles: string;
  /** "=" and the whole id, "~" and the rest of it after the id of the head, or "#" where the rest is the slug of its label. */
  ids: string;
  /** The same for URLs; "*" stands for the URL of the head followed by the rest of the id. */
  urls: string;
  abouts: string;
  about: number[];
  facts: string;
  fact: number[];
  /** Ties of each node, by source. */
  degrees: number[];
  /** Index of the target minus that of the target before, and of the first one minus the index of the source. */
  targets: number[];
  tieKinds: TieKind[];
  /** Index of the tie's kind, plus eight times the number of its references. */
  codes: number[];
  findings: IndexedFinding[];
  /** Name of the head of each region, "spec/14"; empty for none. */
  names: string[];
  announcements: readonly Announcement[];
  /** Indices of the missing nodes, at which broken references point. */
  missing: number[];
  changes: NodeChange[];
  /** What the changes are relative to: "v1.2 (2026-11-23)"; empty where nothing was compared. */
  revision: string;
}

/** The map in memory: typed arrays, which move between threads without being copied. */
export interface Columns extends Composition {
  /** First node of each region, and the number of all nodes. */
  starts: Uint32Array<ArrayBuffer>;
  groups: string[];
  group: Uint16Array<ArrayBuffer>;
  kinds: MapNode['kind'][];
  /** Whether the things of each kind are parts of their document. */
  isPart: boolean[];
  isGuest: boolean[];
  kind: Uint8Array<ArrayBuffer>;
  phase: Uint8Array<ArrayBuffer>;
  components: (string[] | null)[];
  component: Uint8Array<ArrayBuffer>;
  numbers: string[];
  number: Uint32Array<ArrayBuffer>;
  numberings: string[];
  numbering: Uint32Array<ArrayBuffer>;
  titles: Texts;
  ids: Texts;
  urls: Texts;
  abouts: string[];
  about: Uint32Array<ArrayBuffer>;
  facts: string[];
  fact: Uint32Array<ArrayBuffer>;
  /** Ties of a node are those from `from[node]` to `from[node + 1]`. */
  from: Uint32Array<ArrayBuffer>;
  to: Uint32Array<ArrayBuffer>;
  tieKinds: TieKind[];
  tieKind: Uint8Array<ArrayBuffer>;
  count: Uint32Array<ArrayBuffer>;
  findings: IndexedFinding[];
  names: string[];
  announcements: readonly Announcement[];
  /** Number of findings in each node. */
  faults: Uint32Array<ArrayBuffer>;
  /** 1 for each missing node. */
  isMissing: Uint8Array<ArrayBuffer>;
  /** 1 for each node that has changed since the revision. */
  isChanged: Uint8Array<ArrayBuffer>;
  changes: NodeChange[];
  revision: string;
}

/**
 * @param groupOf gives the name of the group of a document, for example its folder
 * @param since what changed in nodes since a revision, in words, by id
 */
export function encode(
  data: MapData,
  groupOf: (document: MapNode) => string = () => '',
  since: { revision: string; changes: ReadonlyMap<string, string> } = { revision: '', changes: new Map() },
): Omit<LargeMap, keyof Composition> {
  const regions = regionsOf(data);
  const nodes = regions.flat();
  const heads = regions.flatMap((region) => region.map(() => region[0]));
  const kinds = new Register<MapNode['kind']>();
  const tieKinds = new Register<TieKind>();
  const [groups, numbers, numberings, abouts, facts] = Array.from(
    { length: 5 },
    () => new Register<string>(),
  );
  const components = new Register<string[] | null>((list) => JSON.stringify(list));
  const partKinds = new Set(nodes.flatMap(({ kind, document }) => (document === undefined ? [] : [kind])));
  const group = regions.map(([head]) => groups.add(groupOf(head)));
  const columns = {
    kind: nodes.map((node) => kinds.add(node.kind)),
    component: nodes.map((node) => components.add(node.components ?? null)),
    number: nodes.map((node) => numbers.add(oneLine(node.number ?? ''))),
    numbering: nodes.map((node) => numberings.add(oneLine(node.numbering ?? ''))),
    about: nodes.map((node) => abouts.add(oneLine(node.about))),
    fact: nodes.map((node) => facts.add(factsLine(node))),
  };
  return {
    sizes: regions.map((region) => region.length),
    group,
    groups: groups.all,
    ...columns,
    kinds: kinds.all,
    parts: kinds.all.map((kind) => (partKinds.has(kind) ? 1 : 0)),
    guests: kinds.all.map((kind) => ((data.guestKinds?.includes(kind) ?? true) ? 1 : 0)),
    components: components.all,
    phase: nodes.map((node) => node.phase ?? 0),
    numbers: numbers.all.join('\n'),
    numberings: numberings.all.join('\n'),
    titles: nodes.map((node) => oneLine(node.title)).join('\n'),
    ids: nodes.map((node, i) => shortened(node, heads[i])).join('\n'),
    urls: nodes.map((node, i) => shortUrl(node, heads[i])).join('\n'),
    abouts: abouts.all.join('\n'),
    facts: facts.all.join('\n'),
    ...tieColumns(data.ties, nodes, tieKinds),
    tieKinds: tieKinds.all,
    findings: indexedFindings(data, nodes),
    names: regions.map(([head]) => head.name ?? ''),
    announcements: data.announcements ?? [],
    missing: nodes.flatMap(({ isMissing }, i) => (isMissing ? [i] : [])),
    changes: nodes.flatMap(({ id }, i) =>
      since.changes.has(id) ? [{ node: i, words: since.changes.get(id)! }] : [],
    ),
    revision: since.revision,
  };
}

export function decode(map: LargeMap): Columns {
  const from = startsOfGroups(map.degrees);
  const { targets, codes, layering, laneNames, places } = map;
  const [to, tieKind, count] = [
    new Uint32Array(targets.length),
    new Uint8Array(targets.length),
    new Uint32Array(targets.length),
  ];
  for (let node = 0; node + 1 < from.length; node++) {
    let target = node;
    for (let tie = from[node]; tie < from[node + 1]; tie++) {
      target += targets[tie];
      to[tie] = target;
      tieKind[tie] = codes[tie] & 7;
      count[tie] = codes[tie] >> 3;
    }
  }
  return {
    starts: startsOfGroups(map.sizes),
    groups: map.groups,
    group: new Uint16Array(map.group),
    kinds: map.kinds,
    isPart: map.parts.map(Boolean),
    isGuest: map.guests.map(Boolean),
    kind: toBytes(map.kind),
    phase: toBytes(map.phase),
    components: map.components,
    component: toBytes(map.component),
    numbers: listOf(map.numbers),
    number: new Uint32Array(map.number),
    numberings: listOf(map.numberings),
    numbering: new Uint32Array(map.numbering),
    titles: joinTexts(map.titles),
    ids: joinTexts(map.ids),
    urls: joinTexts(map.urls),
    abouts: listOf(map.abouts),
    about: new Uint32Array(map.about),
    facts: listOf(map.facts),
    fact: new Uint32Array(map.fact),
    from,
    to,
    tieKinds: map.tieKinds,
    tieKind,
    count,
    findings: map.findings,
    names: map.names,
    announcements: map.announcements,
    faults: faultsOf(map.findings, map.kind.length),
    isMissing: marksOf(map.missing, map.kind.length),
    isChanged: marksOf(
      map.changes.map(({ node }) => node),
      map.kind.length,
    ),
    changes: map.changes,
    revision: map.revision,
    layering,
    laneNames,
    ...(places && { places }),
  };
}

function marksOf(nodes: readonly number[], size: number): Uint8Array<ArrayBuffer> {
  const marks = new Uint8Array(size);
  for (const node of nodes) marks[node] = 1;
  return marks;
}

function factsLine({ facts, values }: MapNode): string {
  const rows = values ?? (facts ? [['', facts]] : []);
  return oneLine(rows.map(([name, value]) => name + IN_FACT + value).join(BETWEEN_FACTS));
}

/** The facts of a node with their names. @param line as `encode` writes it */
export function valuesIn(line: string): [name: string, value: string][] {
  return line.split(BETWEEN_FACTS).map((fact) => {
    const [name, value] = fact.split(IN_FACT);
    return [name, value];
  });
}

function indexedFindings({ findings = [] }: MapData, nodes: readonly MapNode[]): IndexedFinding[] {
  const index = new Map(nodes.map(({ id }, i) => [id, i]));
  return findings.map((finding) => ({
    ...finding,
    nodes: finding.nodes.flatMap((id) => index.get(id) ?? []),
  }));
}

function faultsOf(findings: readonly IndexedFinding[], size: number): Uint32Array<ArrayBuffer> {
  const faults = new Uint32Array(size);
  for (const { nodes } of findings) for (const node of nodes) faults[node]++;
  return faults;
}

/** Documents, each with the nodes that belong to it; nodes without a document come last, in a region of their own. */
function regionsOf({ nodes, ties }: MapData): MapNode[][] {
  const regions = new Map<string, MapNode[]>(nodes.filter(holdsOthers).map((node) => [node.id, [node]]));
  const documentOf = documentsOfNodes(nodes, ties, new Set(regions.keys()));
  const outsideDocuments: MapNode[] = [];
  for (const node of nodes) {
    if (holdsOthers(node)) continue;
    const region = regions.get(documentOf.get(node.id) ?? '') ?? outsideDocuments;
    region.push(node);
  }
  return [...regions.values(), ...(outsideDocuments.length > 0 ? [outsideDocuments] : [])];
}

function holdsOthers(node: MapNode): boolean {
  return isHead(node) && !node.isMissing;
}

/** The document of each node that is no document: the one that contains it, or the one with the most references to it. */
function documentsOfNodes(
  nodes: readonly MapNode[],
  ties: readonly MapTie[],
  documents: ReadonlySet<string>,
): Map<string, string> {
  const owners = new Map<string, string>(
    nodes.flatMap(({ id, document }) => (document ? [[id, document]] : [])),
  );
  const documentOf = (id: string): string | undefined => (documents.has(id) ? id : owners.get(id));
  const referenceCounts = new Map<string, Map<string, number>>(
    nodes.filter(({ id }) => documentOf(id) === undefined).map(({ id }) => [id, new Map()]),
  );
  for (const { source, target, kind, count } of ties) {
    for (const [end, other] of [
      [source, target],
      [target, source],
    ]) {
      const document = documentOf(other);
      // A document that introduces a node says more about its place than one that only mentions it.
      if (document)
        add(
          referenceCounts.get(end),
          document,
          kind === 'introduces' || kind === 'satisfies' ? 1000 * count : count,
        );
    }
  }
  for (const [id, counts] of referenceCounts) {
    const [mostReferenced] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    if (mostReferenced) owners.set(id, mostReferenced[0]);
  }
  return owners;
}

function add(counts: Map<string, number> | undefined, key: string, count: number): void {
  counts?.set(key, (counts.get(key) ?? 0) + count);
}

function tieColumns(
  ties: readonly MapTie[],
  nodes: readonly MapNode[],
  kinds: Register<TieKind>,
): Pick<LargeMap, 'degrees' | 'targets' | 'codes'> {
  const index = new Map(nodes.map((node, i) => [node.id, i]));
  const bySource = Map.groupBy(
    ties.flatMap(({ source, target, kind, count }) => {
      const to = index.get(target);
      return to === undefined ? [] : [{ source: index.get(source), to, code: kinds.add(kind) + 8 * count }];
    }),
    ({ source }) => source,
  );
  // Differences between sorted numbers are small, and small numbers are short.
  const rows = nodes.map((_, i) => (bySource.get(i) ?? []).sort((a, b) => a.to - b.to));
  return {
    degrees: rows.map((row) => row.length),
    targets: rows.flatMap((row, i) => row.map(({ to }, tie) => to - (tie === 0 ? i : row[tie - 1].to))),
    codes: rows.flatMap((row) => row.map(({ code }) => code)),
  };
}

function shortened(node: MapNode, head: MapNode): string {
  // A link may hold a line feed, and so the id of the target that is missing.
  const [id, own] = [oneLine(node.id), oneLine(head.id)];
  if (node === head || !id.startsWith(own)) return `=${id}`;
  const rest = id.slice(own.length);
  return rest === anchorOf(oneLineNames(node)) ? '#' : `~${rest}`;
}

function oneLineNames({ kind, number, numbering, title }: MapNode): NameParts {
  const parts = { number, numbering, title };
  const lines = Object.entries(parts).map(([name, text]) => [name, text && oneLine(text)]);
  return { kind, ...(Object.fromEntries(lines) as typeof parts) };
}

/** The anchor of a heading with the label of a node, as GitHub makes it where no heading before has the same words. */
export function anchorOf(node: NameParts): string {
  const words = labelOf(node).toLowerCase();
  return `#${words.replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '').replaceAll(' ', '-')}`;
}

function shortUrl({ id, url }: MapNode, head: MapNode): string {
  if (id === head.id || !url.startsWith(head.url)) return `=${url}`;
  const outsideDocuments = url.slice(head.url.length);
  return id.startsWith(head.id) && id.slice(head.id.length) === outsideDocuments
    ? '*'
    : `~${outsideDocuments}`;
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
