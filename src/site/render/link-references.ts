/** A remark plugin: every reference that the graph has read from this document becomes a link. */
import type { Image, InlineCode, Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { GraphEdge, GraphView } from '#specgraph';
import { isExternal } from '#specgraph';

export interface LinkReferencesOptions {
  graph: GraphView;
  /** Path of the document. */
  file: string;
  urlOf(node: string): string | undefined;
}

/** An edge with the place of its words as offsets in the source. */
interface Placed {
  start: number;
  end: number;
  words: string;
  edge: GraphEdge;
}

/** Only these may leave the page: `javascript:` and `data:` are not for documents. */
const SAFE_SCHEME = /^(?:https?|mailto):/i;

export function linkReferences({ graph, file, urlOf }: LinkReferencesOptions): (tree: Root) => void {
  const source = graph.document(file)?.source ?? '';
  const places = placeEdges(graph, file, source);
  const links = new Map(graph.edges.filter((edge) => edge.range?.file === file && edge.urlRange)
    .map((edge) => [`${edge.range!.line}:${edge.range!.column}`, edge]));

  const visit = (parent: Parent): void => {
    parent.children = parent.children.flatMap((node): PhrasingContent[] => {
      if (node.type === 'html') return isComment(node.value) ? [] : [{ type: 'text', value: node.value }];
      if (node.type === 'heading') return [node as never];
      if (node.type === 'link' || node.type === 'image') return [rewriteLink(node)] as PhrasingContent[];
      if (node.type === 'text') return linkText(node);
      if (node.type === 'inlineCode') return linkCode(node);
      if ('children' in node) visit(node as Parent);
      return [node as PhrasingContent];
    }) as Parent['children'];
  };

  const within = (node: Nodes): Placed[] => {
    const start = node.position?.start.offset ?? -1;
    const end = node.position?.end.offset ?? -1;
    return places.filter((place) => place.start >= start && place.end <= end);
  };

  const linkText = (node: Text): PhrasingContent[] => split(node.value, within(node), (value) => ({ type: 'text', value }));

  /** A code span that is more than the name alone keeps its form; the name inside becomes the link. */
  const linkCode = (node: InlineCode): PhrasingContent[] => {
    const inside = within(node);
    if (inside.length === 0) return [node];
    const only = inside.find((place) => place.words === node.value);
    if (only) return [reference(only, [node])];
    return [{ type: 'emphasis', data: { hName: 'code' }, children: split(node.value, inside, (value) => ({ type: 'text', value })) }];
  };

  const split = (value: string, inside: Placed[], text: (value: string) => Text): PhrasingContent[] => {
    const pieces: PhrasingContent[] = [];
    let from = 0;
    for (const place of inside) {
      const at = value.indexOf(place.words, from);
      if (at < 0) continue;
      if (at > from) pieces.push(text(value.slice(from, at)));
      pieces.push(reference(place, [text(place.words)]));
      from = at + place.words.length;
    }
    if (from < value.length) pieces.push(text(value.slice(from)));
    return pieces;
  };

  const reference = ({ edge }: Placed, children: PhrasingContent[]): PhrasingContent => {
    const url = edge.resolved ? urlOf(edge.target) : undefined;
    const kind = edge.resolved ? (graph.node(edge.target)?.kind ?? 'document') : 'broken';
    const hProperties = { className: ['ref', `ref-${kind}`], 'data-ref': edge.target };
    if (!url) return { type: 'emphasis', data: { hName: 'span', hProperties }, children };
    return { type: 'link', url, data: { hProperties }, children } as Link;
  };

  const rewriteLink = (node: Link | Image): PhrasingContent => {
    const at = node.position!.start;
    const edge = links.get(`${at.line}:${at.column}`);
    const url = edge?.resolved ? urlOf(edge.target) : undefined;
    if (url) return { ...node, url, data: { hProperties: { className: ['ref', 'ref-document'], 'data-ref': edge!.target } } } as Link;
    if (isExternal(node.url) && !SAFE_SCHEME.test(node.url)) return { type: 'text', value: node.type === 'image' ? (node.alt ?? '') : textOf(node) };
    return node;
  };

  return visit;
}

function textOf(node: Nodes): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => textOf(child as Nodes)).join('') : '';
}

function isComment(html: string): boolean {
  return /^<!--[\s\S]*-->$/.test(html.trim());
}

/** Edges read from prose and code spans, one for each place, in order; links carry their own. */
function placeEdges(graph: GraphView, file: string, source: string): Placed[] {
  const starts = [0];
  for (let i = source.indexOf('\n'); i >= 0; i = source.indexOf('\n', i + 1)) starts.push(i + 1);
  const placed: Placed[] = [];
  for (const edge of graph.edges) {
    const range = edge.range;
    if (range?.file !== file || (edge.via !== 'prose' && edge.via !== 'code')) continue;
    const start = starts[range.line - 1] + range.column - 1;
    const end = starts[range.endLine - 1] + range.endColumn - 1;
    // "Sections 6-9" is one stretch of words and four references: the first gets the link.
    if ((placed.at(-1)?.end ?? 0) > start) continue;
    placed.push({ start, end, words: source.slice(start, end), edge });
  }
  return placed;
}
