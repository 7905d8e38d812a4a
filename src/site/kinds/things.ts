/** The pages of the kinds that a configuration adds: an index for each kind, and a page for each thing. */
import {
  countMentions,
  isDefined,
  isOfDocuments,
  isTitleSection,
  oncePer,
  type DefinedNode,
  type DocumentFacts,
  type GraphView,
  type Kind,
} from '#specgraph';
import { byDocument, mentionsOf, type BacklinkGroup } from '../documents/backlinks.ts';
import { nameOfPlace, numberAndTitle } from '../document-names.ts';
import { titleBesideNumber } from '../document-titles.ts';
import { picture, type Neighbour, type Picture } from '../pictures/neighbourhood.ts';
import { sectionOpening, type Opening } from '../previews/section-opening.ts';
import { thingPath, urlOfPlace, urls } from '../urls.ts';
import { labelOfNode, longLabelOfNode, nameOfKind, titleOfKind } from './labels.ts';

export interface KindView {
  id: string;
  /** "Error codes". */
  title: string;
  /** Within a sentence: "error codes", "NIPs". */
  many: string;
  url: string;
  count: number;
}

/** A row of the index of a kind. */
export interface ThingRow {
  label: string;
  /** What its definition says it is; absent where that only repeats the label. */
  title?: string;
  url: string;
  /** The document that defines it; absent for a document itself. */
  document?: { label: string; url: string };
  /** Number of sentences that mention it. */
  mentions: number;
}

export interface KindPage extends KindView {
  rows: ThingRow[];
  /** Whether every thing belongs to one document, so that ids repeat in others. */
  isOfDocument: boolean;
}

export interface ThingPage {
  id: string;
  label: string;
  longLabel: string;
  kind: KindView;
  kindName: string;
  title?: string;
  /** The places that define it: one unless it is defined twice. */
  definitions: { label: string; url: string }[];
  fields: { label: string; value: string }[];
  /** The beginning of the section that defines it, where a heading does. */
  opening?: Opening;
  mentions: BacklinkGroup[];
  mentionCount: number;
  picture: Picture;
  previous?: { label: string; url: string };
  next?: { label: string; url: string };
}

const MAX_OPENING = 600;

/** The kinds that have pages here, in the order of the configuration; those that nothing defines are left out. */
export function kindViews(graph: GraphView): KindView[] {
  return pagedKinds(graph)
    .map((kind) => viewOfKind(graph, kind))
    .filter(({ count }) => count > 0);
}

/** @throws {RangeError} for a kind without pages */
export function kindPage(graph: GraphView, id: string): KindPage {
  const kind = pagedKinds(graph).find((one) => one.id === id);
  if (!kind) throw new RangeError(`No pages of the kind ${id}.`);
  return {
    ...viewOfKind(graph, kind),
    isOfDocument: kind.scope !== 'set',
    rows: isOfDocuments(kind)
      ? numberedDocuments(graph, kind).map((facts) => documentRow(graph, kind, facts))
      : thingsOf(graph, kind).map((node) => thingRow(graph, node)),
  };
}

/** The things that have a page, with the parameters of their route. */
export function thingPaths(graph: GraphView): { kind: string; thing: string; id: string }[] {
  return pagedKinds(graph).flatMap((kind) =>
    thingsOf(graph, kind).map((node) => ({ kind: kind.id, thing: thingPath(graph, node), id: node.id })),
  );
}

/** @throws {RangeError} for a node without a page */
export function thingPage(graph: GraphView, id: string): ThingPage {
  const node = graph.node(id);
  const kind = node && graph.kind(node.kind);
  if (!node || !kind || !isDefined(node)) throw new RangeError(`No page of ${id}.`);
  const siblings = thingsOf(graph, kind);
  const at = siblings.findIndex((one) => one.id === id);
  const link = (other: DefinedNode | undefined) =>
    other && { label: labelOfNode(graph, other), url: urls.thing(graph, other) };
  const sentences = mentionsOf(graph, id);
  const mentions = byDocument(sentences);
  const label = labelOfNode(graph, node);
  return {
    id,
    label,
    longLabel: longLabelOfNode(graph, node),
    kind: viewOfKind(graph, kind),
    kindName: nameOfKind(kind),
    title: titleOf(node),
    definitions: (definitionsByNode(graph).get(id) ?? []).map((place) => ({
      label: nameOfPlace(graph, place),
      url: urlOfPlace(graph, place) ?? '#',
    })),
    fields: Object.entries(node.fields ?? {})
      .filter(([field]) => field !== 'title')
      .map(([field, value]) => ({ label: field, value })),
    opening: openingOf(graph, node),
    mentions,
    mentionCount: sentences.length,
    picture: picture({
      centre: { label, kind: kind.id },
      left: mentions.map(({ document, backlinks }) => ({
        label: numberAndTitle(graph.document(document)!),
        kind: 'document',
        url: urls.document(document),
        count: backlinks.length,
      })),
      right: [definingSection(graph, node)],
    }),
    previous: link(siblings[at - 1]),
    next: link(siblings[at + 1]),
  };
}

/** Kinds whose things documents define, and which lead to pages of their own; and kinds of documents. */
function pagedKinds(graph: GraphView): Kind[] {
  return graph.kinds.filter(
    (kind) =>
      isOfDocuments(kind) || (kind.leadsTo === 'page' && graph.things.all.some((one) => one.kind === kind)),
  );
}

function viewOfKind(graph: GraphView, kind: Kind): KindView {
  const count = isOfDocuments(kind) ? numberedDocuments(graph, kind).length : thingsOf(graph, kind).length;
  return { id: kind.id, title: titleOfKind(kind), many: kind.name.many, url: urls.kind(kind.id), count };
}

/** The things of each kind in the order of their documents and ids. Every page of a thing asks for them. */
const thingsByKind = oncePer((graph: GraphView): ReadonlyMap<string, DefinedNode[]> => {
  const order = new Intl.Collator('en', { numeric: true }).compare;
  const byKind = Map.groupBy(graph.nodes.filter(isDefined), ({ kind }) => kind);
  for (const [id, things] of byKind) {
    const isOfSet = graph.kind(id)?.scope === 'set';
    things.sort((a, b) => (isOfSet ? 0 : order(a.document, b.document)) || order(a.name, b.name));
  }
  return byKind;
});

function thingsOf(graph: GraphView, { id }: Kind): readonly DefinedNode[] {
  return thingsByKind(graph).get(id) ?? [];
}

function numberedDocuments({ documents, things }: GraphView, kind: Kind): DocumentFacts[] {
  const order = new Intl.Collator('en', { numeric: true }).compare;
  return documents
    .filter((facts) => things.numberOf(kind, facts) !== undefined)
    .toSorted((a, b) => order(things.numberOf(kind, a)!, things.numberOf(kind, b)!));
}

function thingRow(graph: GraphView, node: DefinedNode): ThingRow {
  return {
    label: labelOfNode(graph, node),
    title: titleOf(node),
    url: urls.thing(graph, node),
    document: { label: numberAndTitle(graph.document(node.document)!), url: urls.document(node.document) },
    mentions: countMentions(graph.incoming(node.id)),
  };
}

function documentRow(graph: GraphView, kind: Kind, facts: DocumentFacts): ThingRow {
  return {
    label: kind.label.replace('{id}', () => graph.things.numberOf(kind, facts)!),
    title: titleBesideNumber(facts),
    url: urls.document(facts.id),
    mentions: graph.referencesTo(facts.id).length,
  };
}

function titleOf({ title, name }: DefinedNode): string | undefined {
  return title === name ? undefined : title;
}

interface FileLine {
  file: string;
  line: number;
}

/** Every definition of each thing, by the id of its node; the node has the first one. */
const definitionsByNode = oncePer((graph: GraphView): ReadonlyMap<string, FileLine[]> => {
  const places = graph.documents.flatMap((facts) =>
    facts.definitions.flatMap(({ kind: id, id: name, range }) => {
      const kind = graph.kind(id);
      const node = kind && graph.things.find(kind, name, facts)?.node;
      return node ? [{ node, file: range.file, line: range.line }] : [];
    }),
  );
  return Map.groupBy(places, ({ node }) => node);
});

/** Under a heading stands what the thing is; a row or a line of code says all that there is. */
function openingOf(graph: GraphView, { document, slug, line }: DefinedNode): Opening | undefined {
  const facts = graph.document(document)!;
  const section = facts.sections.find((one) => one.slug === slug);
  return section?.range.line === line ? sectionOpening(facts, slug, MAX_OPENING) : undefined;
}

function definingSection(graph: GraphView, node: DefinedNode): Neighbour {
  const facts = graph.document(node.document)!;
  const section = facts.sections.find(({ slug }) => slug === node.slug);
  const isPart = section && !isTitleSection(section.slug, facts);
  return {
    label: isPart ? section.heading : numberAndTitle(facts),
    kind: isPart ? 'section' : 'document',
    url: urlOfPlace(graph, node) ?? '#',
    count: 1,
  };
}
