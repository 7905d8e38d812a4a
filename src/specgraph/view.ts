import type { Graph } from './graph.ts';
import type { Kind } from './kinds/index.ts';
import type {
  ConfigPath,
  DocumentFacts,
  DocumentNode,
  GraphEdge,
  GraphNode,
  SectionFacts,
  SourceRange,
} from './model/index.ts';
import { placeInConfiguration } from './parse/configuration-places.ts';
import { indexDocuments, type DocumentIndex } from './resolve/document-index.ts';
import { documentOf, nodeId } from './resolve/ids.ts';
import { once } from './resolve/once.ts';
import { documentNamed, sectionNamed, subtree } from './resolve/sections.ts';
import { indexThings, type ThingIndex } from './resolve/things.ts';
import { countWhere } from './text/ordered.ts';
import { columnOf } from './text/tables.ts';

/** A read-only graph with lookups. Each lookup table is built when it is first needed. */
export interface GraphView extends Readonly<Graph> {
  node(id: string): GraphNode | undefined;
  /** An active kind. */
  kind(id: string): Kind | undefined;
  /** What documents define, and which documents have the numbers of a kind. */
  things: ThingIndex;
  /** Edges that leave a node, in reading order. */
  outgoing(id: string): readonly GraphEdge[];
  /** Edges that point at a node, in reading order. */
  incoming(id: string): readonly GraphEdge[];
  /** Edges that are read from a line (1-based) of a file. */
  edgesOn(file: string, line: number): readonly GraphEdge[];
  /** A document by number, id or path. */
  document(name: string): DocumentFacts | undefined;
  /** Paths of the documents with this file name, in any folder. */
  documentsNamed(fileName: string): readonly string[];
  documentNode(id: string): DocumentNode;
  /** A section by document and number, heading or slug. */
  section(document: string, name: string): SectionFacts | undefined;
  /** Slugs of a section and of all sections below it. */
  sectionTree(facts: DocumentFacts, section: SectionFacts): Set<string>;
  /**
   * The rows of the tables in a section that have one of these headings: the number as written, the name and its place.
   */
  definitionRows(
    facts: DocumentFacts,
    section: string,
    headings: readonly string[],
  ): { number: string; name: string; range: SourceRange }[];
  /**
   * Where the configuration holds a value; see `placeInConfiguration`. The start of the first document where there is no
   * file.
   */
  configurationPlace(path: ConfigPath, value?: unknown): SourceRange;
  /** References from other documents to a document or anything in it. */
  referencesTo(document: string): GraphEdge[];
  /** References from a document or anything in it to other documents. */
  referencesFrom(document: string): GraphEdge[];
}

export function viewOf(graph: Graph): GraphView {
  const nodes = once(() => new Map(graph.nodes.map((node) => [node.id, node])));
  const kinds = once(() => new Map(graph.kinds.map((kind) => [kind.id, kind])));
  const bySource = once(() => Map.groupBy(graph.edges, (edge) => edge.source));
  const byTarget = once(() => Map.groupBy(graph.edges, (edge) => edge.target));
  const edgesOfFile = indexByLine(graph.edges);
  const index: DocumentIndex = indexDocuments(graph.documents, graph.rootName);
  const refers = once(() =>
    graph.edges.filter(
      (edge) =>
        edge.kind === 'refers' && edge.resolved && documentOf(edge.source) !== documentOf(edge.target),
    ),
  );
  const referencesInto = once(() => Map.groupBy(refers(), (edge) => documentOf(edge.target)));
  const referencesOutOf = once(() => Map.groupBy(refers(), (edge) => documentOf(edge.source)));
  return {
    ...graph,
    things: indexThings(graph.documents, graph.kinds),
    node: (id) => nodes().get(id),
    kind: (id) => kinds().get(id),
    outgoing: (id) => bySource().get(id) ?? [],
    incoming: (id) => byTarget().get(id) ?? [],
    edgesOn: (file, line) => edgesOfFile(file).get(line) ?? [],
    document: (name) => documentNamed(index, name)?.facts,
    documentsNamed: index.pathsNamed,
    documentNode: (id) => nodes().get(nodeId.document(id)) as DocumentNode,
    section: (document, name) => {
      const found = documentNamed(index, document);
      return found && sectionNamed(found, name);
    },
    sectionTree: subtree,
    definitionRows: (facts, number, headings) =>
      rowsOf(facts, headings, sectionNamed(index.byId.get(facts.id)!, number)),
    configurationPlace: (path, value) =>
      graph.configuration
        ? placeInConfiguration(graph.configuration, path, value)
        : { file: graph.documents[0]?.path ?? '', line: 1, column: 1, endLine: 1, endColumn: 1 },
    referencesTo: (document) => referencesInto().get(document) ?? [],
    referencesFrom: (document) => referencesOutOf().get(document) ?? [],
  };
}

/** The edges of one file by line, indexed when the file is first asked for: a rule may check one of many documents. */
function indexByLine(edges: readonly GraphEdge[]): (file: string) => ReadonlyMap<number, GraphEdge[]> {
  const indexed = new Map<string, ReadonlyMap<number, GraphEdge[]>>();
  return (file) => {
    let lines = indexed.get(file);
    if (!lines) indexed.set(file, (lines = Map.groupBy(edgesIn(edges, file), ({ range }) => range!.line)));
    return lines;
  };
}

/**
 * The edges that are read from a file.
 * @param edges sorted as those of a graph
 */
export function edgesIn(edges: readonly GraphEdge[], file: string): GraphEdge[] {
  const first = countWhere(edges, ({ range }) => range === undefined || range.file < file);
  const end = countWhere(edges, ({ range }) => range === undefined || range.file <= file);
  return edges.slice(first, end);
}

function rowsOf(
  facts: DocumentFacts,
  headings: readonly string[],
  section?: SectionFacts,
): { number: string; name: string; range: SourceRange }[] {
  if (!section) return [];
  const slugs = subtree(facts, section);
  return facts.tables
    .filter((table) => table.section && slugs.has(table.section))
    .flatMap((table) => {
      const [numbers, names] = [columnOf(table, '#'), columnOf(table, ...headings)];
      if (numbers < 0 || names < 0) return [];
      return table.rows.map((row) => ({
        number: row.cells[numbers]?.text ?? '',
        name: row.cells[names]?.text ?? '',
        range: row.cells[numbers]?.range ?? row.range,
      }));
    });
}
