/** The data that the graph page fetches when it first needs them: sections and steps with their ties, and the sentences of every tie. */
import { documentOf, isSection, type GraphView } from '#specgraph';
import { isHead } from '../../map/kinds.ts';
import { isPartOfDocument } from './outer-kinds.ts';
import { describePart } from './map-data.ts';
import { createNodeNamer } from '#specgraph/query';
import { excerpt } from '../documents/excerpt.ts';
import { tieKindOf } from '../../map/ties.ts';
import type { DetailReference, MapData, MapDetails, MapNode, TieKind } from '../../map/model.ts';
import { placeAround } from '../../map/force-layout.ts';
import { labelOf } from '../../map/names.ts';
import { urlOfNode } from '../urls.ts';
import { namePartsOf } from './name-parts.ts';
import { nameOfPlace } from '../document-names.ts';

/** Maximum length of a sentence, in letters. */
const MAX_LETTERS = 170;

export function mapDetails(graph: GraphView, map: MapData): MapDetails {
  const nodes = innerNodes(graph, map);
  const shown = new Set([...map.nodes, ...nodes].map((node) => node.id));
  const ids = [...shown];
  const index = new Map(ids.map((id, i) => [id, i]));
  return {
    nodes,
    ids,
    ties: innerTies(graph, shown).map(([source, target, kind, count]) => [
      index.get(source)!,
      index.get(target)!,
      kind,
      count,
    ]),
    ...sentencesOf(graph, index),
  };
}

/** Sections below the title, steps and other parts, around their document in reading order. */
function innerNodes(graph: GraphView, map: MapData): MapNode[] {
  const name = createNodeNamer(graph);
  return map.nodes
    .filter((node) => isHead(node) && !node.isMissing)
    .flatMap((document) => {
      const inner = graph.nodes
        .filter((node) => isPartOfDocument(node) && documentOf(node.id) === document.id)
        .toSorted((a, b) => ('line' in a && 'line' in b ? a.line - b.line : 0));
      const places = placeAround(document, inner.length, document.r + 2);
      return inner.map((node, i): MapNode => ({
        id: node.id,
        name: name(node.id),
        ...namePartsOf(graph, node.id),
        ...describePart(graph, node, labelOf(document)),
        url: urlOfNode(graph, node.id) ?? '#',
        phase: document.phase,
        document: document.id,
        ...('line' in node
          ? { place: { label: nameOfPlace(graph, node), url: urlOfNode(graph, node.id) ?? '#' } }
          : {}),
        ...places[i],
        r: isSection(node) && node.depth === 2 ? 3 : 2,
      }));
    });
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
    // The map already has the ties of the document itself.
    if (kind && isSection(graph.node(edge.source)))
      add(ownOf(graph, edge.source), ownOf(graph, edge.target), kind);
  }
  return [...ties.values()].filter(([source, target]) => isInner(graph, source) || isInner(graph, target));
}

/** The title of a document is not a separate node. */
function ownOf(graph: GraphView, id: string): string {
  const node = graph.node(id);
  return isSection(node) && node.depth <= 1 ? node.document : id;
}

function isInner(graph: GraphView, id: string): boolean {
  const node = graph.node(id);
  return node !== undefined && isPartOfDocument(node);
}

function sentencesOf(
  graph: GraphView,
  index: ReadonlyMap<string, number>,
): Pick<MapDetails, 'texts' | 'references'> {
  const texts = new Register();
  const references = new Map<string, DetailReference>();
  for (const edge of graph.edges) {
    const [source, target] = [index.get(ownOf(graph, edge.source)), index.get(ownOf(graph, edge.target))];
    if (!edge.range || !edge.context || source === undefined || target === undefined || source === target)
      continue;
    if (edge.resolved ? !tieKindOf(edge) : documentOf(edge.source) === undefined) continue;
    const { before, words, after } = excerpt(edge.context, edge.text ?? '', MAX_LETTERS);
    const text = texts.add(`${before}${words}${after}`);
    // Two references to the same target in a sentence count once.
    const key = `${source} ${target} ${text}`;
    if (!references.has(key))
      references.set(key, [source, target, edge.range.line, text, before.length, words.length]);
  }
  return { texts: texts.all, references: [...references.values()] };
}

/** A list that contains each text once. */
class Register {
  readonly all: string[] = [];
  private readonly known = new Map<string, number>();

  /** @returns its index */
  add(text: string): number {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    this.known.set(text, this.all.length);
    return this.all.push(text) - 1;
  }
}
