/** A remark plugin: every reference that the graph has read from this document becomes a link. */
import type { Definition, InlineCode, Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { GraphEdge, GraphView } from '#specgraph';
import { placeReferences, type PlacedReference } from './place-references.ts';

/** What the graph knows of one document's text, by place. */
export interface ReferencesByPlace {
  /** References of prose and code spans, in order. */
  places: PlacedReference[];
  /** Markdown links by "line:column". */
  links: Map<string, GraphEdge>;
  /** Slugs of headings by line. */
  slugs: Map<number, string>;
}

export interface LinkReferencesOptions {
  graph: GraphView;
  references: ReferencesByPlace;
  /** URL of a node; undefined for a node without a page. */
  urlOf(node: string): string | undefined;
  /** Node that the table row at a line defines. */
  definedAt?(line: number): string | undefined;
  /** Where the text that is rendered begins in the document: line from 1, offset from 0. */
  from: { line: number; offset: number };
}

/** @param file path of the document */
export function referencesByPlace(graph: GraphView, file: string): ReferencesByPlace {
  const links = graph.edges.filter((edge) => edge.range?.file === file && edge.urlRange);
  return {
    places: placeReferences(graph, file),
    links: new Map(links.map((edge) => [`${edge.range!.line}:${edge.range!.column}`, edge])),
    slugs: new Map(graph.document(file)?.sections.map((section) => [section.range.line, section.slug])),
  };
}

/**
 * Links references of prose and code spans by their place, sends Markdown links to the site's URLs, and gives headings
 * the slugs of the engine. Headings themselves are not linked: they are targets.
 */
export function linkReferences({
  graph,
  references: { places, links, slugs },
  urlOf,
  definedAt,
  from,
}: LinkReferencesOptions): (tree: Root) => void {
  const visit = (parent: Parent): void => {
    parent.children = parent.children.flatMap((node): Nodes[] => {
      if (node.type === 'heading') {
        const id = slugs.get(lineOf(node));
        const children = node.children.map((child) => (child.type === 'link' ? rewriteLink(child) : child));
        return [
          { ...node, children, ...(id !== undefined && { data: { ...node.data, hProperties: { id } } }) },
        ];
      }
      if (node.type === 'link' || node.type === 'definition') return [rewriteLink(node)];
      if (node.type === 'text') return linkText(node);
      if (node.type === 'inlineCode') return linkCode(node);
      if ('children' in node) visit(node as Parent);
      const defined = node.type === 'tableRow' ? definedAt?.(lineOf(node)) : undefined;
      return [
        defined === undefined
          ? node
          : ({ ...node, data: { ...node.data, hProperties: { 'data-defines': defined } } } as Nodes),
      ];
    }) as Parent['children'];
  };

  const lineOf = (node: Nodes): number => (node.position?.start.line ?? 0) + from.line - 1;

  const within = (node: Nodes): PlacedReference[] => {
    const start = (node.position?.start.offset ?? Number.NaN) + from.offset;
    const end = (node.position?.end.offset ?? Number.NaN) + from.offset;
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
    let done = 0;
    for (const place of inside) {
      const at = value.indexOf(place.words, done);
      if (at < 0) continue;
      if (at > done) pieces.push(text(value.slice(done, at)));
      pieces.push(reference(place, [text(place.words)]));
      done = at + place.words.length;
    }
    if (done < value.length) pieces.push(text(value.slice(done)));
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
    const edge = links.get(`${lineOf(node)}:${node.position?.start.column}`);
    const url = edge?.resolved ? urlOf(edge.target) : undefined;
    return url
      ? {
          ...node,
          url,
          data: { hProperties: { className: ['ref', 'ref-document'], 'data-ref': edge!.target } },
        }
      : node;
  };

  return visit;
}

function text(value: string): Text {
  return { type: 'text', value };
}
