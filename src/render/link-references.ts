/** A remark plugin that turns every reference of the document that the graph holds into a link. */
import type { Definition, InlineCode, Link, Nodes, Parent, PhrasingContent, Root, Text } from 'mdast';
import type { GraphEdge, GraphView } from '#specgraph';
import { countWhere } from '#specgraph/text/ordered';
import { placeReferences, type PlacedReference } from './place-references.ts';

/** The references and headings of a document by their places. */
export interface ReferencesByPlace {
  /** The references in prose and code spans, in order. */
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
  /** URL of a file that is no document; see `RenderOptions`. */
  fileUrl?(url: string): string | undefined;
  /** The node that the table row at a line defines. */
  definedAt?(line: number): string | undefined;
  /** Where the rendered text begins in the document: line from 1, offset from 0. */
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
 * Links the references in prose and code spans, points Markdown links to the URLs of the site, and gives headings the
 * slugs of the engine. References in headings are not linked, since a heading is a target itself.
 */
export function linkReferences(options: LinkReferencesOptions): (tree: Root) => void {
  const linker = new ReferenceLinker(options);
  const visit = (parent: Parent): void => {
    parent.children = parent.children.flatMap((child): Nodes[] => {
      const node = linker.annotate(child);
      if (node.type === 'heading') return [node];
      if (node.type === 'text') return linker.linkText(node);
      if (node.type === 'inlineCode') return linker.linkCode(node);
      if (node.type !== 'link' && 'children' in node) visit(node as Parent);
      return [node];
    }) as Parent['children'];
  };
  return visit;
}

/** Makes links from the references of one document. */
class ReferenceLinker {
  readonly options: LinkReferencesOptions;

  constructor(options: LinkReferencesOptions) {
    this.options = options;
  }

  /** Headings get their slug, links their URL on the site, and rows the node that they define. */
  annotate(node: Nodes): Nodes {
    const { references, definedAt } = this.options;
    switch (node.type) {
      case 'heading': {
        const id = references.slugs.get(this.lineOf(node));
        const children = node.children.map((child) =>
          child.type === 'link' ? this.rewriteLink(child) : child,
        );
        return { ...node, children, ...(id !== undefined && withProperties(node, { id })) };
      }
      case 'image':
        return { ...node, url: this.options.fileUrl?.(node.url) ?? node.url };
      case 'link':
      case 'definition':
        return this.rewriteLink(node);
      case 'tableRow': {
        const defined = definedAt?.(this.lineOf(node));
        return defined === undefined
          ? node
          : { ...node, ...withProperties(node, { 'data-defines': defined }) };
      }
      default:
        return node;
    }
  }

  linkText(node: Text): PhrasingContent[] {
    return this.linkWords(node.value, this.referencesIn(node));
  }

  /** A code span that is exactly a name goes into the link. In a longer one, the link goes into the code span. */
  linkCode(node: InlineCode): PhrasingContent[] {
    const inside = this.referencesIn(node);
    if (inside.length === 0) return [node];
    const whole = inside.find(({ words }) => words === node.value);
    if (whole) return [this.link(whole, [node])];
    return [{ type: 'emphasis', data: { hName: 'code' }, children: this.linkWords(node.value, inside) }];
  }

  /** Line of a node in the whole document. */
  private lineOf(node: Nodes): number {
    return (node.position?.start.line ?? 0) + this.options.from.line - 1;
  }

  private referencesIn(node: Nodes): PlacedReference[] {
    const { from, references } = this.options;
    const start = (node.position?.start.offset ?? Number.NaN) + from.offset;
    const end = (node.position?.end.offset ?? Number.NaN) + from.offset;
    const { places } = references;
    // A table has tens of thousands of texts: each looks at its own places only.
    const first = countWhere(places, (place) => place.start < start);
    const last = countWhere(places, (place) => place.end <= end);
    return first < last ? places.slice(first, last) : [];
  }

  private linkWords(value: string, inside: PlacedReference[]): PhrasingContent[] {
    const pieces: PhrasingContent[] = [];
    let offset = 0;
    for (const place of inside) {
      const at = value.indexOf(place.words, offset);
      if (at < 0) continue;
      if (at > offset) pieces.push(text(value.slice(offset, at)));
      pieces.push(this.link(place, [text(place.words)]));
      offset = at + place.words.length;
    }
    if (offset < value.length) pieces.push(text(value.slice(offset)));
    return pieces;
  }

  private link({ edge }: PlacedReference, children: PhrasingContent[]): PhrasingContent {
    const { graph, urlOf } = this.options;
    const url = edge.resolved ? urlOf(edge.target) : undefined;
    const kind = edge.resolved ? (graph.node(edge.target)?.kind ?? 'document') : 'broken';
    const hProperties = { className: ['ref', `ref-${kind}`], 'data-ref': edge.target };
    if (!url) return { type: 'emphasis', data: { hName: 'span', hProperties }, children };
    return { type: 'link', url, data: { hProperties }, children };
  }

  private rewriteLink<T extends Link | Definition>(node: T): T {
    const { references, urlOf } = this.options;
    const edge = references.links.get(`${this.lineOf(node)}:${node.position?.start.column}`);
    const url = edge?.resolved ? urlOf(edge.target) : undefined;
    if (!edge || !url) return { ...node, url: this.options.fileUrl?.(node.url) ?? node.url };
    return {
      ...node,
      url,
      data: { hProperties: { className: ['ref', 'ref-document'], 'data-ref': edge.target } },
    };
  }
}

/** The data of a node, extended by properties for its HTML element. */
function withProperties(node: Nodes, hProperties: Record<string, string>): { data: Nodes['data'] } {
  return { data: { ...node.data, hProperties } as Nodes['data'] };
}

function text(value: string): Text {
  return { type: 'text', value };
}
