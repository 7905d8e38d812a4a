import { createMarkdownProcessor, rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Element } from 'hast';
import type { DocumentFacts, GraphEdge, GraphView } from '#specgraph';
import { withBreaks, withCodeNames, withoutFrame, withScrollFrames, withSections } from './article.ts';
import { withUses } from './definition-rows.ts';
import { linkReferences, referencesByPlace, type ReferencesByPlace } from './link-references.ts';
import { piecesOf, type Piece } from './pieces.ts';
import { safeMarkdown } from './safe-markdown.ts';

/** Both themes in one output: the page's `color-scheme` chooses. */
const SHIKI = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false,
  wrap: false,
  langAlias: { promql: 'text', opennebula: 'ini' },
};
const OPTIONS = { gfm: true, smartypants: false, syntaxHighlight: 'shiki' as const, shikiConfig: SHIKI as never };

export interface RenderOptions {
  graph: GraphView;
  urlOf(node: string): string | undefined;
  /** What stands at the end of a section's own text. */
  afterSection(slug: string): Element | undefined;
  /** Node that the table row at a line defines. */
  definedAt?(line: number): string | undefined;
  /** Link to all uses of a node, for the row that defines it. */
  usesLink?(node: string): Element | undefined;
  /** Link from a heading to the Markdown of its section. */
  sourceLink?(slug: string): Element | undefined;
  /** Rehype plugins that see the finished article, each with its options. */
  finish?: [plugin: unknown, options: unknown][];
}

/** Rendered pieces of each document by what they were made from, so that a save costs the pieces that it changed. */
const kept = new Map<string, Map<string, string>>();

/** The article of a document as HTML: references linked, its title and header left to the page, no HTML of the author's. */
export async function renderDocument(facts: DocumentFacts, options: RenderOptions): Promise<string> {
  const whole = { text: facts.source, line: 1, offset: 0, first: true, last: true };
  // What finishes an article wants all of it.
  if (options.finish) return renderPiece(whole, referencesByPlace(options.graph, facts.path), variableUrls(options), options);
  const before = kept.get(facts.path);
  const now = new Map<string, string>();
  const references = referencesByPlace(options.graph, facts.path);
  const names = variableUrls(options);
  const pieces = piecesOf(facts);
  const html: string[] = [];
  for (const piece of pieces) {
    const key = keyOf(piece, references, names, options);
    const rendered = now.get(key) ?? before?.get(key) ?? await renderPiece(piece, references, names, options);
    now.set(key, rendered);
    html.push(rendered);
  }
  kept.set(facts.path, now);
  return html.join('\n');
}

async function renderPiece(piece: Piece, references: ReferencesByPlace, names: ReadonlyMap<string, string>, { graph, urlOf, afterSection, definedAt, usesLink, sourceLink, finish = [] }: RenderOptions): Promise<string> {
  const processor = await createMarkdownProcessor({
    ...OPTIONS,
    remarkPlugins: [safeMarkdown, [linkReferences as never, { graph, references, urlOf, definedAt, from: piece }]],
    rehypePlugins: [
      [withCodeNames as never, (name: string) => names.get(name)], [withoutFrame as never, piece], withBreaks, [withUses as never, usesLink], withScrollFrames, rehypeHeadingIds,
      [withSections as never, { after: afterSection, source: sourceLink }], ...finish as never[],
    ],
  });
  return (await processor.render(piece.text)).code;
}

const CODE_BLOCK = /```|~~~|^(?: {4}|\t)/m;

/** Everything that a piece's HTML is made from. Places count from the piece's own beginning: text above it may grow. */
function keyOf({ text, line, offset, first, last }: Piece, { places, links, slugs }: ReferencesByPlace, names: ReadonlyMap<string, string>, { graph, urlOf, afterSection, definedAt, usesLink, sourceLink }: RenderOptions): string {
  const lines = text.split('\n').length;
  const target = (edge: GraphEdge) => [edge.target, edge.resolved, urlOf(edge.target), graph.node(edge.target)?.kind];
  const defined = Array.from({ length: lines }, (_, i) => definedAt?.(line + i)).filter((node) => node !== undefined);
  const own = [...slugs].filter(([at]) => at >= line && at < line + lines);
  return JSON.stringify([
    text, first, last,
    places.filter((place) => place.start >= offset && place.start < offset + text.length).map((place) => [place.start - offset, place.words, target(place.edge)]),
    [...links].filter(([, edge]) => edge.range!.line >= line && edge.range!.line < line + lines)
      .map(([, edge]) => [edge.range!.line - line, edge.range!.column, target(edge)]),
    own.map(([at, slug]) => [at - line, slug, afterSection(slug), sourceLink?.(slug)]),
    defined.map((node) => [node, usesLink?.(node)]),
    CODE_BLOCK.test(text) ? [...names] : [],
  ]);
}

function variableUrls({ graph, urlOf }: RenderOptions): ReadonlyMap<string, string> {
  return new Map(graph.nodes.flatMap((node) => {
    const url = node.kind === 'variable' ? urlOf(node.id) : undefined;
    return node.kind === 'variable' && url ? [[node.name, url] as const] : [];
  }));
}

/** A page of prose of our own, such as a rule's documentation, with the same code blocks. */
export async function renderProse(markdown: string): Promise<string> {
  const processor = await createMarkdownProcessor({ ...OPTIONS, remarkPlugins: [safeMarkdown], rehypePlugins: [[withoutFrame as never, { first: true, last: true }], withScrollFrames] });
  return (await processor.render(markdown)).code;
}
