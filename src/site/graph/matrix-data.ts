/** The data that the matrix of the graph page fetches: the references between documents that contracts demand, and every sentence with a reference from one document to another. */
import { documentOf, type ContractResult, type GraphEdge, type GraphView } from '#specgraph';
import { createNodeNamer } from '#specgraph/query';
import type { MatrixData, MatrixDemand, MatrixSentence } from '../../map/matrix-model.ts';
import { excerpt } from '../documents/excerpt.ts';
import { urlOfNode, urls } from '../urls.ts';
import { nameOfPlace } from '../document-names.ts';

export function matrixData(graph: GraphView, contracts: readonly ContractResult[]): MatrixData {
  const ids = graph.documents.map(({ id }) => id);
  const pairs = ids.flatMap((from) => ids.filter((to) => to !== from).map((to) => [from, to] as const));
  const name = createNodeNamer(graph);
  const sentences = pairs.map(
    ([from, to]) => [`${from} ${to}`, sentencesBetween(graph, from, to, name)] as const,
  );
  return {
    demands: contracts.flatMap((result) => demandsOf(graph, result)),
    sentences: Object.fromEntries(sentences.filter(([, all]) => all.length > 0)),
  };
}

/** A promise about a text outside the set, or about a document and itself, belongs to no cell. */
function demandsOf(graph: GraphView, { contract, items }: ContractResult): MatrixDemand[] {
  const links = new Map(items.filter(({ kind }) => kind === 'link').map((item) => [item.at.line, item]));
  const phase = contract.phase === undefined ? undefined : String(Number(contract.phase));
  const promisedBy = phase ? { by: `Phase ${phase}`, url: urls.phase(phase) } : { by: contract.file };
  return contract.links.flatMap(({ from, to, line }) => {
    const item = links.get(line);
    const [source, target] = [graph.document(from)?.id, graph.document(to)?.id];
    return item && source && target && source !== target
      ? [{ from: source, to: target, text: item.text, ok: item.ok, ...promisedBy }]
      : [];
  });
}

/** The sentences of one document that refer to another or to anything in it, in reading order. */
function sentencesBetween(
  graph: GraphView,
  from: string,
  to: string,
  name: (id: string) => string,
): MatrixSentence[] {
  const edges = graph.referencesFrom(from).filter((edge) => documentOf(edge.target) === to && edge.range);
  const bySentence = Map.groupBy(edges, (edge) => `${edge.range!.line} ${edge.context ?? edge.text ?? ''}`);
  return [...bySentence.values()].map((edgesOfSentence) => {
    const [first] = edgesOfSentence;
    const { before, words, after } = excerpt(first.context ?? first.text ?? '', first.text ?? '');
    return {
      place: nameOfPlace(graph, first.range!),
      url: urlOfNode(graph, first.source) ?? '#',
      pieces: [before, words, after],
      targets: targetsOf(graph, edgesOfSentence, name),
    };
  });
}

function targetsOf(
  graph: GraphView,
  edges: readonly GraphEdge[],
  name: (id: string) => string,
): MatrixSentence['targets'] {
  return [...new Set(edges.map(({ target }) => target))].map((id) => ({
    label: name(id),
    url: urlOfNode(graph, id) ?? '#',
  }));
}
