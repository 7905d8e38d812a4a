/** What stands at a position of a document, and where things are defined. */
import {
  isDefined,
  isDocument,
  isSection,
  isStep,
  isVariable,
  nodeId,
  oncePer,
  type DocumentFacts,
  type GraphEdge,
  type GraphNode,
  type GraphView,
  type SectionFacts,
  type SourceRange,
} from '#specgraph';
import { compareLengths, contains, startOfLine, type Point } from '../places.ts';
import type { ReadSet } from '../read-set.ts';
import { placeInConfiguration } from './configured-places.ts';

/** What the words at a position mean. */
export interface TargetsAt {
  /** The words. */
  range: SourceRange;
  /** Ids of the nodes that the words refer to or define. */
  ids: string[];
  /** Whether the words define them, instead of referring to them. */
  isDefinition: boolean;
}

/** An edge that stands in the text. */
export type EdgeInText = GraphEdge & { range: SourceRange };

const byFile = oncePer(({ edges }: GraphView) =>
  Map.groupBy(
    edges.filter((edge): edge is EdgeInText => edge.range !== undefined && edge.kind !== 'introduces'),
    ({ range }) => range.file,
  ),
);

/** The edges that stand in a document, in the order of the graph. */
export function edgesIn(graph: GraphView, file: string): readonly EdgeInText[] {
  return byFile(graph).get(file) ?? [];
}

/** The references at a point: of several that overlap, those with the fewest characters. */
export function edgesAt(graph: GraphView, point: Point): EdgeInText[] {
  const around = edgesIn(graph, point.file).filter(({ range }) => contains(range, point));
  const [shortest] = around.toSorted((a, b) => compareLengths(a.range, b.range));
  return around.filter(({ range }) => shortest && compareLengths(range, shortest.range) === 0);
}

/** The nodes that the words at a point refer to or define; undefined where they do neither. */
export function targetsAt(graph: GraphView, facts: DocumentFacts, point: Point): TargetsAt | undefined {
  const edges = edgesAt(graph, point);
  const ids = [...new Set(edges.filter(({ resolved }) => resolved).map(({ target }) => target))];
  if (ids.length > 0) {
    const { range } = edges[0];
    return { range, ids, isDefinition: ids.every((id) => isDefinedAt(graph, id, range)) };
  }
  if (edges.length > 0) return undefined;
  return definitionAt(graph, facts, point) ?? headingAt(graph, facts, point);
}

function isDefinedAt(graph: GraphView, id: string, { file, line, column }: SourceRange): boolean {
  return definitionsOf(graph, id).some((range) => contains(range, { file, line, column }));
}

function definitionAt(graph: GraphView, facts: DocumentFacts, point: Point): TargetsAt | undefined {
  const found = facts.definitions.find(({ range }) => contains(range, point));
  const ids = found ? thingsAt(graph, found.range).filter(({ kind }) => kind === found.kind) : [];
  return found && ids.length > 0
    ? { range: found.range, ids: ids.map(({ id }) => id), isDefinition: true }
    : undefined;
}

function headingAt(graph: GraphView, facts: DocumentFacts, point: Point): TargetsAt | undefined {
  const section = facts.sections.find(({ range }) => contains(range, point));
  if (section) return { range: section.range, ids: idsOfHeading(graph, facts, section), isDefinition: true };
  if (!contains(facts.titleRange, point)) return undefined;
  return { range: facts.titleRange, ids: [nodeId.document(facts.id)], isDefinition: true };
}

/** The section, and whatever else its heading stands for: the document, a step, an id of a configured kind. */
export function idsOfHeading(graph: GraphView, facts: DocumentFacts, section: SectionFacts): string[] {
  const isTitle = section.range.line === facts.titleRange.line;
  return [
    ...(isTitle ? [nodeId.document(facts.id)] : []),
    nodeId.section(facts.id, section.slug),
    ...(section.step ? [nodeId.step(facts.id, section.step)] : []),
    ...thingsAt(graph, section.range).map(({ id }) => id),
  ].filter((id) => graph.node(id) !== undefined);
}

const thingsByPlace = oncePer(({ nodes }: GraphView) =>
  Map.groupBy(nodes.filter(isDefined), ({ file, line }) => `${file}:${line}`),
);

function thingsAt(graph: GraphView, { file, line }: SourceRange): GraphNode[] {
  return thingsByPlace(graph).get(`${file}:${line}`) ?? [];
}

/** Where a node is defined: in documents, otherwise in the configuration. */
export function placesOf(set: ReadSet, id: string): SourceRange[] {
  const inDocuments = definitionsOf(set.graph, id);
  const node = set.graph.node(id);
  if (inDocuments.length > 0 || !node) return inDocuments;
  const place = placeInConfiguration(set, node);
  return place ? [place] : [];
}

/** Where documents define a node: a heading, the rows of a variable. */
export function definitionsOf(graph: GraphView, id: string): SourceRange[] {
  const node = graph.node(id);
  if (isDocument(node)) return [graph.document(node.id)!.titleRange];
  if (isSection(node))
    return [sectionOf(graph, node.document, node.slug)?.range ?? startOfLine(node.file, node.line)];
  if (isVariable(node))
    return graph.definitions.filter(({ name }) => name === node.name).map(({ range }) => range);
  if (isStep(node)) {
    const section = sectionOf(graph, node.document, node.slug);
    return [section?.range.line === node.line ? section.range : startOfLine(node.file, node.line)];
  }
  if (node && isDefined(node)) {
    const own = graph.document(node.document)?.definitions.filter(({ kind }) => kind === node.kind) ?? [];
    return [own.find(({ range }) => range.line === node.line)?.range ?? startOfLine(node.file, node.line)];
  }
  return graph
    .incoming(id)
    .filter(({ kind, range }) => kind === 'defines' && range)
    .map(({ range }) => range!);
}

/** The whole of what is defined: a section with everything in it. */
export function extentOf(graph: GraphView, id: string): SourceRange | undefined {
  const node = graph.node(id);
  if (!isSection(node)) return undefined;
  const lines = graph.document(node.document)!.source.split(/\r\n|\r|\n/);
  const endColumn = (lines[node.endLine - 1] ?? '').length + 1;
  return { file: node.file, line: node.line, column: 1, endLine: node.endLine, endColumn };
}

export function sectionOf(graph: GraphView, document: string, slug: string): SectionFacts | undefined {
  return graph.document(document)?.sections.find((section) => section.slug === slug);
}

/** References to nodes that stand in the text, definitions left out, in reading order. */
export function referencesTo(graph: GraphView, ids: readonly string[]): EdgeInText[] {
  const found = ids.flatMap((id) => graph.incoming(id)).filter(isReference);
  const seen = new Set<string>();
  return found.filter(({ range: { file, line, column, endLine, endColumn } }) => {
    const key = `${file}:${line}:${column}:${endLine}:${endColumn}`;
    return !seen.has(key) && seen.add(key);
  });
}

function isReference(edge: GraphEdge): edge is EdgeInText {
  return (
    edge.range !== undefined &&
    (edge.kind === 'refers' || edge.kind === 'mentions' || edge.kind === 'satisfies')
  );
}
