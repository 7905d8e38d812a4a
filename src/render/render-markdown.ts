import { hasSeveralTitles, isVariable, oncePer } from '#specgraph';
import { createHash } from 'node:crypto';
import type { Element, Root } from 'hast';
import type { DocumentFacts, GraphEdge, GraphView } from '#specgraph';
import { countWhere } from '#specgraph/text/ordered';
import type { EarlierWork } from '../payloads/earlier-work.ts';
import { markPieces, type Piece as NamedPiece } from '../payloads/pieces.ts';
import {
  addLineBreaks,
  linkCodeNames,
  removeFrame,
  addScrollFrames,
  addSectionLinks,
  lowerHeadings,
} from './article-plugins.ts';
import { addUsesLinks } from './uses-links.ts';
import { linkReferences, referencesByPlace, type ReferencesByPlace } from './link-references.ts';
import { splitDocument, type Piece } from './split-document.ts';
import type { PlacedReference } from './place-references.ts';
import { safeMarkdown } from './safe-markdown.ts';
import { addMissingIds, toArticle } from './to-html.ts';

/** An element that is added to the author's text. */
export interface Addition {
  /** Everything that the element depends on, as text: equal elements have equal keys. */
  key: string;
  element(): Element;
}

export interface RenderOptions {
  graph: GraphView;
  urlOf(node: string): string | undefined;
  /** URL of a file of the set that is no document, such as a picture; undefined for one that the site does not hold. */
  fileUrl?(url: string): string | undefined;
  /** The element at the end of a section's own text. */
  afterSection(slug: string): Addition | undefined;
  /** Node that the table row at a line defines. */
  definedAt?(line: number): string | undefined;
  /** Link to all uses of a node, for the row that defines it. */
  usesLink?(node: string): Element | undefined;
  /** Link from a heading to the Markdown of its section. */
  sourceLink?(slug: string): Element | undefined;
  /** Whether to mark the pieces with their names, for pages that follow the author's saves. */
  marked?: boolean;
  /** Whether code is shown without colours, which are a tenth of a page with all documents. */
  isPlain?: boolean;
  /** What earlier builds rendered. */
  earlier?: EarlierWork;
  /** Changes of the finished article, each with a key: changes with equal keys do the same. */
  finish?: { key: string; change(tree: Root): void }[];
}

interface PieceOptions extends RenderOptions {
  /** Whether headings go down one level: further headings of the first level are sections below the title of the page. */
  isLowered: boolean;
}

/** Rendered pieces of each document by their keys, so that a save renders only the pieces that it changed. */
const renderedPieces = new Map<string, Map<string, NamedPiece>>();

/** The article of a document as HTML, with linked references, without title and header block, and with harmless HTML only. */
export async function renderDocument(facts: DocumentFacts, options: RenderOptions): Promise<string> {
  const whole = { text: facts.source, line: 1, offset: 0, first: true, hasTitle: true, last: true };
  const references = referencesByPlace(options.graph, facts.path);
  const names = variableUrls(options);
  const listed = {
    places: references.places,
    links: [...references.links.values()],
    slugs: [...references.slugs],
  };
  const digestOfNames = digest(JSON.stringify([...names]));
  const isLowered = hasSeveralTitles(facts);
  const keyOf = (piece: Piece): string =>
    pieceKey(piece, referencesIn(piece, listed), digestOfNames, { ...options, isLowered });
  const render = (piece: Piece, key: string): Promise<string> =>
    recallOrRender(
      key,
      (fileUrl) => renderPiece(piece, references, names, { ...options, isLowered, fileUrl }),
      options,
    );
  // The finishing plugins need the whole article.
  if (options.finish) return render(whole, keyOf(whole));
  const previous = renderedPieces.get(facts.path);
  const current = new Map<string, NamedPiece>();
  const rendered: NamedPiece[] = [];
  for (const piece of splitDocument(facts)) {
    const key = keyOf(piece);
    const known = current.get(key) ?? previous?.get(key) ?? named(await render(piece, key));
    current.set(key, known);
    rendered.push(known);
  }
  renderedPieces.set(facts.path, current);
  return options.marked ? markPieces(rendered) : rendered.map(({ html }) => html).join('\n');
}

/** A piece that names other files is not kept: the site holds copies of the files that are named while it is built. */
async function recallOrRender(
  key: string,
  render: (fileUrl: RenderOptions['fileUrl']) => Promise<string>,
  { earlier, fileUrl, finish = [], isPlain }: RenderOptions,
): Promise<string> {
  const input = JSON.stringify([key, isPlain, finish.map(({ key: own }) => own)]);
  const known = earlier?.recall('articles', input);
  if (known !== undefined) return known;
  let namesFiles = false;
  const html = await render((url) => {
    namesFiles ||= !OTHER_PLACE.test(url);
    return fileUrl?.(url);
  });
  if (!namesFiles) earlier?.keep('articles', input, html);
  return html;
}

/** A fragment of the same page, or an address on another site. */
const OTHER_PLACE = /^(?:#|[a-z][a-z\d+.-]*:|\/\/)/i;

function named(html: string): NamedPiece {
  return { name: digest(html).slice(0, 8), html };
}

function digest(text: string): string {
  return createHash('sha1').update(text).digest('base64url');
}

async function renderPiece(
  piece: Piece,
  references: ReferencesByPlace,
  names: ReadonlyMap<string, string>,
  {
    graph,
    urlOf,
    fileUrl,
    afterSection,
    definedAt,
    usesLink,
    sourceLink,
    isPlain,
    isLowered,
    finish = [],
  }: PieceOptions,
): Promise<string> {
  return toArticle(piece.first ? withoutFrontMatter(piece.text) : piece.text, {
    isPlain,
    addressOf: siteUrls(references, { urlOf, fileUrl }),
    markdown: [safeMarkdown(), linkReferences({ graph, references, urlOf, fileUrl, definedAt, from: piece })],
    html: [
      linkCodeNames((name) => names.get(name)),
      removeFrame({ ...piece, isShown: hasHeaders(graph) }),
      ...(isLowered ? [lowerHeadings] : []),
      addLineBreaks(),
      ...(usesLink ? [addUsesLinks(usesLink)] : []),
      addScrollFrames(),
      addMissingIds,
      addSectionLinks({ after: (slug) => afterSection(slug)?.element(), source: sourceLink }),
      ...finish.map(({ change }) => change),
    ],
  });
}

/** Pages show the header blocks of a set that has phases; in other sets such a paragraph is text like any other. */
function hasHeaders({ config }: GraphView): boolean {
  return (config.phases ?? []).length > 0;
}

/** Where addresses in HTML lead on the site: the graph holds them as it holds links of Markdown. */
function siteUrls(
  { links }: ReferencesByPlace,
  { urlOf, fileUrl }: Pick<RenderOptions, 'urlOf' | 'fileUrl'>,
): (url: string) => string | undefined {
  const targets = new Map(
    [...links.values()].filter(({ resolved }) => resolved).map(({ url, target }) => [url, target]),
  );
  return (url) => {
    const target = targets.get(url);
    return (target === undefined ? undefined : urlOf(target)) ?? fileUrl?.(url);
  };
}

const FRONT_MATTER = /^---[ \t]*\r?\n(?:[^]*?\r?\n)?(?:---|\.\.\.)[ \t]*(?=\r?\n|$)/;

/** Front matter is for programs. Spaces stand in its place, so that all other text keeps its position. */
function withoutFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, (block) => block.replaceAll(/[^\r\n]/g, ' '));
}

const CODE_BLOCK = /```|~~~|^(?: {4}|\t)/m;

/** References and headings in the order of the text. */
interface OrderedReferences {
  places: PlacedReference[];
  links: GraphEdge[];
  slugs: [line: number, slug: string][];
}

/** The references and headings of a piece. */
function referencesIn(
  { text, line, offset }: Piece,
  { places, links, slugs }: OrderedReferences,
): OrderedReferences {
  const end = line + text.split('\n').length;
  return {
    places: between(places, ({ start }) => start, offset, offset + text.length),
    links: between(links, ({ range }) => range!.line, line, end),
    slugs: between(slugs, ([at]) => at, line, end),
  };
}

function between<T>(items: readonly T[], at: (item: T) => number, from: number, to: number): T[] {
  return items.slice(
    countWhere(items, (item) => at(item) < from),
    countWhere(items, (item) => at(item) < to),
  );
}

/**
 * Everything that the HTML of a piece depends on. Places are relative to the beginning of the piece, so that a change
 * above it does not matter.
 * @param names digest of the variables that are linked in code
 */
function pieceKey(
  { text, line, offset, first, hasTitle, last }: Piece,
  { places, links, slugs }: OrderedReferences,
  names: string,
  { graph, urlOf, afterSection, definedAt, usesLink, sourceLink, isLowered }: PieceOptions,
): string {
  const target = (edge: GraphEdge) => [
    edge.target,
    edge.resolved,
    urlOf(edge.target),
    graph.node(edge.target)?.kind,
  ];
  const lines = definedAt ? text.split('\n').length : 0;
  const defined = Array.from({ length: lines }, (_, i) => definedAt?.(line + i)).filter(
    (node) => node !== undefined,
  );
  return JSON.stringify([
    text,
    first,
    hasTitle,
    isLowered,
    last,
    hasHeaders(graph),
    places.map((place) => [place.start - offset, place.words, target(place.edge)]),
    links.map((edge) => [edge.range!.line - line, edge.range!.column, target(edge)]),
    slugs.map(([at, slug]) => [at - line, slug, afterSection(slug)?.key, sourceLink?.(slug)]),
    defined.map((node) => [node, usesLink?.(node)]),
    CODE_BLOCK.test(text) ? [names, languagesOf(graph)] : '',
  ]);
}

function variableUrls({ graph, urlOf }: RenderOptions): ReadonlyMap<string, string> {
  return new Map(
    graph.nodes.flatMap((node) => {
      const url = isVariable(node) ? urlOf(node.id) : undefined;
      return isVariable(node) && url ? [[node.name, url] as const] : [];
    }),
  );
}

/** The languages of the code blocks of all documents. */
export const languagesOf = oncePer((graph: GraphView): string[] => [
  ...new Set(graph.documents.flatMap(({ codeBlocks }) => codeBlocks.flatMap(({ lang }) => lang ?? []))),
]);

/**
 * Renders Markdown of this project, such as the documentation of a rule, with the same code blocks.
 * @param graph the set whose site shows it
 */
export async function renderProse(markdown: string, graph?: GraphView): Promise<string> {
  return toArticle(markdown, {
    languages: graph && languagesOf(graph),
    markdown: [safeMarkdown()],
    html: [removeFrame({ hasTitle: true, last: true, isShown: false }), addScrollFrames(), addMissingIds],
  });
}
