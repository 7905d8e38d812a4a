/** A remark plugin: every reference that the graph has read from this document becomes a link. */
import type { Definition, InlineCode, Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { GraphView } from '#specgraph';
import { placeReferences, type PlacedReference } from './place-references.ts';

export interface LinkReferencesOptions {
  graph: GraphView;
  /** Path of the document. */
  file: string;
  /** URL of a node; undefined for a node without a page. */
  urlOf(node: string): string | undefined;
  /** Node that the table row at a line defines. */
  definedAt?(line: number): string | undefined;
}

/**
 * Links references of prose and code spans by their place, sends Markdown links to the site's URLs, and gives headings
 * the slugs of the engine. Headings themselves are not linked: they are targets.
 */
export function linkReferences({ graph, file, urlOf, definedAt }: LinkReferencesOptions): (tree: Root) => void {
  const facts = graph.document(file);
  const places = placeReferences(graph, file);
  const links = new Map(graph.edges.filter((edge) => edge.range?.file === file && edge.urlRange)
    .map((edge) => [`${edge.range!.line}:${edge.range!.column}`, edge]));
  const slugs = new Map(facts?.sections.map((section) => [section.range.line, section.slug]));

  const visit = (parent: Parent): void => {
    parent.children = parent.children.flatMap((node): Nodes[] => {
      if (node.type === 'heading') {
        const id = slugs.get(node.position?.start.line ?? 0);
        const children = node.children.map((child) => (child.type === 'link' ? rewriteLink(child) : child));
        return [{ ...node, children, ...(id !== undefined && { data: { ...node.data, hProperties: { id } } }) }];
      }
      if (node.type === 'link' || node.type === 'definition') return [rewriteLink(node)];
      if (node.type === 'text') return linkText(node);
      if (node.type === 'inlineCode') return linkCode(node);
      if ('children' in node) visit(node as Parent);
      const defined = node.type === 'tableRow' ? definedAt?.(node.position?.start.line ?? 0) : undefined;
      return [defined === undefined ? node : { ...node, data: { ...node.data, hProperties: { 'data-defines': defined } } } as Nodes];
    }) as Parent['children'];
  };

  const within = (node: Nodes): PlacedReference[] => {
    const start = node.position?.start.offset ?? -1;
    const end = node.position?.end.offset ?? -1;
    return places.filter((place) => place.start >= start && place.end <= end);
  };

  const linkText = (node: Text): PhrasingContent[] => split(node.value, within(node));

  /** A code span that is more than the name alone keeps its form; the name inside becomes the link. */
  const linkCode = (node: InlineCode): PhrasingContent[] => {
    const inside = within(node);
    if (inside.length === 0) return [node];
    const only = inside.find((place) => place.words === node.value);
    if (only) return [reference(only, [node])];
    return [{ type: 'emphasis', data: { hName: 'code' }, children: split(node.value, inside) }];
  };

  const split = (value: string, inside: PlacedReference[]): PhrasingContent[] => {
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

  const reference = ({ edge }: PlacedReference, children: PhrasingContent[]): PhrasingContent => {
    const url = edge.resolved ? urlOf(edge.target) : undefined;
    const kind = edge.resolved ? (graph.node(edge.target)?.kind ?? 'document') : 'broken';
    const hProperties = { className: ['ref', `ref-${kind}`], 'data-ref': edge.target };
    if (!url) return { type: 'emphasis', data: { hName: 'span', hProperties }, children };
    return { type: 'link', url, data: { hProperties }, children };
  };

  const rewriteLink = <T extends Link | Definition>(node: T): T => {
    const at = node.position?.start;
    const edge = at && links.get(`${at.line}:${at.column}`);
    const url = edge?.resolved ? urlOf(edge.target) : undefined;
    return url ? { ...node, url, data: { hProperties: { className: ['ref', 'ref-document'], 'data-ref': edge!.target } } } : node;
  };

  return visit;
}

function text(value: string): Text {
  return { type: 'text', value };
}
