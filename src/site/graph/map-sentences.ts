/** The sentences of all references, which the graph page fetches when it first needs them. */
import type { GraphView } from '#specgraph';
import { documentOf } from '#specgraph/query';
import type { MapData, MapSentences, SentenceReference } from '../../map/model.ts';
import { Register } from '../../map/packing.ts';
import { sentenceColumns, type SentenceColumns } from '../../map/sentence-columns.ts';
import { tieKindOf } from '../../map/ties.ts';
import { excerpt } from '../documents/excerpt.ts';
import { ownerOf } from './whole-map.ts';

/** Maximum length of a sentence, in letters. */
const MAX_LETTERS = 170;

/** The same in columns, which are smaller. @param map whose nodes are the ends of the references */
export function fetchedSentences(graph: GraphView, map: MapData): SentenceColumns {
  return sentenceColumns(mapSentences(graph, map));
}

/** @param map whose nodes are the ends of the references */
function mapSentences(graph: GraphView, { nodes }: MapData): MapSentences {
  const ids = nodes.map(({ id }) => id);
  const index = new Map(ids.map((id, i) => [id, i]));
  const texts = new Register<string>();
  const references = new Map<string, SentenceReference>();
  for (const edge of graph.edges) {
    const [source, target] = [index.get(ownerOf(graph, edge.source)), index.get(ownerOf(graph, edge.target))];
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
  return { ids, texts: texts.all, references: [...references.values()] };
}
