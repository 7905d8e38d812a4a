/** What the graph page fetches when it is first wanted: sections and steps with their ties, and the sentences behind every tie. */
import { documentOf, nodeId, type GraphEdge, type GraphView } from '#specgraph';
import { shortName } from './backlinks.ts';
import { excerpt } from './excerpt.ts';
import { tieKindOf, type MapData, type MapNode, type TieKind } from './graph-data.ts';
import { placeAround } from './graph-layout.ts';
import { urlOfNode } from './urls.ts';

/** Index of the place, index of the sentence, the referring words. */
export type DetailSentence = [place: number, text: number, words: string];

/** Short arrays, since the file is fetched. */
export interface MapDetails {
  nodes: MapNode[];
  /** Ids of the ends by index in `ids`. */
  ties: [source: number, target: number, kind: TieKind, count: number][];
  ids: string[];
  /** Label and URL of the sections in which sentences stand. */
  places: [label: string, url: string][];
  texts: string[];
  /** Sentences by "source target" of the tie they stand behind; the first few. */
  sentences: Record<string, DetailSentence[]>;
}

/** Sentences kept for a tie, and letters of each. */
const MOST = 4;
const LONGEST = 170;

export function mapDetails(graph: GraphView, map: MapData): MapDetails {
  const nodes = innerNodes(graph, map);
  const shown = new Set([...map.nodes, ...nodes].map((node) => node.id));
  const ids = [...shown];
  const index = new Map(ids.map((id, i) => [id, i]));
  return {
    nodes, ids,
    ties: innerTies(graph, shown).map(([source, target, kind, count]) => [index.get(source)!, index.get(target)!, kind, count]),
    ...sentencesOf(graph, new Set(map.nodes.map((node) => node.id))),
  };
}

/** Sections below the title and steps, around their document in reading order. */
function innerNodes(graph: GraphView, map: MapData): MapNode[] {
  return map.nodes.filter((node) => node.kind === 'document').flatMap((document) => {
    const inner = graph.nodes.filter((node) => (node.kind === 'section' && node.depth > 1 || node.kind === 'step') && node.document === document.id)
      .toSorted((a, b) => ('line' in a && 'line' in b ? a.line - b.line : 0));
    const places = placeAround(document, inner.length, document.r + 2);
    return inner.map((node, i): MapNode => ({
      id: node.id, kind: node.kind, label: node.kind === 'step' ? `Step ${node.number}` : headingOf(graph, node.id), about: node.kind === 'step' ? node.title : `Section of ${document.label}`,
      url: urlOfNode(graph, node.id) ?? '#', phase: document.phase, document: document.id, ...places[i], r: node.kind === 'section' && node.depth === 2 ? 3 : 2,
    }));
  });
}

function headingOf(graph: GraphView, id: string): string {
  const node = graph.node(id);
  if (node?.kind !== 'section') return node?.title ?? id;
  return graph.document(node.document)?.sections.find((section) => section.slug === node.slug)?.heading ?? node.title;
}

function innerTies(graph: GraphView, shown: ReadonlySet<string>): [string, string, TieKind, number][] {
  const ties = new Map<string, [string, string, TieKind, number]>();
  const add = (source: string, target: string, kind: TieKind): void => {
    if (source === target || !shown.has(source) || !shown.has(target)) return;
    const tie = ties.get(`${source} ${target} ${kind}`);
    if (tie) tie[3]++;
    else ties.set(`${source} ${target} ${kind}`, [source, target, kind, 1]);
  };
  for (const edge of graph.edges) {
    if (edge.kind === 'contains') add(ownOf(graph, edge.source), edge.target, 'contains');
    const kind = tieKindOf(edge);
    // From a document itself is what the map has already.
    if (kind && graph.node(edge.source)?.kind === 'section') add(ownOf(graph, edge.source), ownOf(graph, edge.target), kind);
  }
  return [...ties.values()].filter(([source, target]) => isInner(graph, source) || isInner(graph, target));
}

/** The title of a document is no node of its own. */
function ownOf(graph: GraphView, id: string): string {
  const node = graph.node(id);
  return node?.kind === 'section' && node.depth <= 1 ? node.document : id;
}

function isInner(graph: GraphView, id: string): boolean {
  const kind = graph.node(id)?.kind;
  return kind === 'section' || kind === 'step';
}

function sentencesOf(graph: GraphView, outer: ReadonlySet<string>): Pick<MapDetails, 'places' | 'texts' | 'sentences'> {
  const places = new Register<[string, string]>(([, url]) => url);
  const texts = new Register<string>((text) => text);
  const sentences = new Map<string, DetailSentence[]>();
  for (const edge of graph.edges) {
    if (!edge.range || !edge.context || !tieKindOf(edge)) continue;
    const [source, target] = [documentOf(edge.source) ?? edge.source, documentOf(edge.target) ?? edge.target];
    if (source === target || !outer.has(source) || !outer.has(target)) continue;
    const own = sentences.get(`${source} ${target}`) ?? [];
    const { before, words, after } = excerpt(edge.context, edge.text ?? '', LONGEST);
    const sentence: DetailSentence = [places.add(placeOf(graph, edge)), texts.add(`${before}${words}${after}`), words];
    if (own.length < MOST && !own.some(([, text]) => text === sentence[1])) sentences.set(`${source} ${target}`, [...own, sentence]);
  }
  return { places: places.all, texts: texts.all, sentences: Object.fromEntries(sentences) };
}

function placeOf(graph: GraphView, { source }: GraphEdge): [string, string] {
  const document = graph.document(documentOf(source)!)!;
  const heading = source === nodeId.document(document.id) ? '' : headingOf(graph, source);
  return [`${shortName(document.number, document.id)} ${heading}`.trim(), urlOfNode(graph, source) ?? '#'];
}

/** A list in which each thing stands once. */
class Register<T> {
  readonly all: T[] = [];
  private readonly known = new Map<string, number>();
  private readonly key: (thing: T) => string;

  constructor(key: (thing: T) => string) {
    this.key = key;
  }

  /** @returns its index */
  add(thing: T): number {
    const known = this.known.get(this.key(thing));
    if (known !== undefined) return known;
    this.known.set(this.key(thing), this.all.length);
    return this.all.push(thing) - 1;
  }
}
