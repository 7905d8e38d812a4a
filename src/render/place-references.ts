import type { GraphEdge, GraphView } from '#specgraph';

/** A reference, and the offsets of its words in the source. */
export interface PlacedReference {
  start: number;
  end: number;
  words: string;
  edge: GraphEdge;
}

/** The references in prose and code spans of a document, in order and without overlaps. Markdown links are not among them. */
export function placeReferences(graph: GraphView, file: string): PlacedReference[] {
  const facts = graph.document(file);
  if (!facts) return [];
  const placed: PlacedReference[] = [];
  const edges = graph.edges.filter(
    (edge) => edge.range?.file === file && (edge.via === 'prose' || edge.via === 'code'),
  );
  const groups = Map.groupBy(
    edges,
    ({ range }) => `${range!.line}:${range!.column}-${range!.endLine}:${range!.endColumn}`,
  );
  for (const group of groups.values()) {
    const range = group[0].range!;
    const start = facts.lineStarts[range.line - 1] + range.column - 1;
    const end = facts.lineStarts[range.endLine - 1] + range.endColumn - 1;
    if ((placed.at(-1)?.end ?? 0) > start) continue;
    placed.push(...splitGroup(group, start, facts.source.slice(start, end), graph));
  }
  return placed;
}

/** "Sections 6-9" is one range of text with four references: each number that the text shows gets a link of its own. */
function splitGroup(edges: GraphEdge[], start: number, words: string, graph: GraphView): PlacedReference[] {
  const whole = { start, end: start + words.length, words, edge: edges[0] };
  if (edges.length === 1) return [whole];
  const pieces: PlacedReference[] = [];
  let from = 0;
  for (const edge of edges) {
    const node = graph.node(edge.target);
    const number = node && 'number' in node ? node.number : undefined;
    const match =
      number && new RegExp(`(?<![\\w.])${number.replaceAll('.', '\\.')}(?![\\w])`).exec(words.slice(from));
    if (!match) continue;
    const offset = pieces.length === 0 ? 0 : from + match.index;
    const end = from + match.index + match[0].length;
    pieces.push({ start: start + offset, end: start + end, words: words.slice(offset, end), edge });
    from = end;
  }
  return pieces.length > 0 ? pieces : [whole];
}
