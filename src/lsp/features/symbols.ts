/** The outline of a document, and everything in a workspace that has a name. */
import {
  SymbolKind,
  type DocumentSymbol,
  type SymbolInformation,
  type WorkspaceSymbol,
} from 'vscode-languageserver';
import {
  isDefined,
  isDocument,
  isSection,
  isStep,
  nodeId,
  oncePer,
  writtenId,
  type DocumentFacts,
  type GraphNode,
  type GraphView,
  type SectionFacts,
} from '#specgraph';
import { toLocation, toRange } from '../places.ts';
import type { DocumentRequest, ReadSet } from '../read-set.ts';
import { titleOf } from './preview.ts';
import { definitionsOf } from './targets.ts';

const MAX_SYMBOLS = 500;

/** The headings as a tree, each with the names that are defined directly below it. */
export function documentSymbols({ set, facts }: DocumentRequest): DocumentSymbol[] {
  const lines = facts.source.split(/\r\n|\r|\n/);
  const names = namesBySection(set.graph).get(facts.path) ?? [];
  const symbolsUnder = (parent: string | undefined): DocumentSymbol[] => [
    ...names.filter(({ section }) => section === parent).map(({ symbol }) => symbol),
    ...facts.sections
      .filter((section) => section.parent === parent)
      .map((section) => symbolOfSection(section, lines, symbolsUnder(section.slug))),
  ];
  return symbolsUnder(undefined);
}

function symbolOfSection(
  { heading, endLine, range }: SectionFacts,
  lines: readonly string[],
  children: DocumentSymbol[],
): DocumentSymbol {
  return {
    name: heading.trim() || '(no heading)',
    kind: SymbolKind.String,
    range: toRange({ ...range, column: 1, endLine, endColumn: (lines[endLine - 1] ?? '').length + 1 }),
    selectionRange: toRange(range),
    children,
  };
}

/** The same as a flat list, for editors that show no tree. */
export function flatSymbols(request: DocumentRequest): SymbolInformation[] {
  const uri = request.set.uriOf(request.facts.path);
  const flatten = (symbols: readonly DocumentSymbol[], containerName?: string): SymbolInformation[] =>
    symbols.flatMap(({ name, kind, range, children = [] }) => [
      { name, kind, location: { uri, range }, containerName },
      ...flatten(children, name),
    ]);
  return flatten(documentSymbols(request));
}

interface NameInSection {
  section: string | undefined;
  symbol: DocumentSymbol;
}

/** Variables and defined ids by the path of their document. */
const namesBySection = oncePer((graph: GraphView): Map<string, NameInSection[]> => {
  const names = new Map<string, NameInSection[]>();
  for (const node of graph.nodes) {
    if (isDocument(node) || isSection(node) || isStep(node)) continue;
    for (const range of definitionsOf(graph, node.id)) {
      const facts = graph.document(range.file);
      const section = facts?.sections.findLast((one) => one.range.line <= range.line);
      // A heading that defines an id is in the outline already.
      if (!facts || section?.range.line === range.line) continue;
      const own = names.get(facts.path) ?? [];
      names.set(facts.path, own);
      own.push({
        section: section?.slug,
        symbol: {
          name: writtenId(node) ?? nodeId.nameOf(node.id),
          kind: SymbolKind.Constant,
          range: toRange(range),
          selectionRange: toRange(range),
          children: [],
        },
      });
    }
  }
  return names;
});

/**
 * Documents, sections and names whose title holds the letters of the query in their order.
 * @returns the best ones first
 */
export function workspaceSymbols(
  set: ReadSet,
  query: string,
  owns: (file: string) => boolean,
): WorkspaceSymbol[] {
  const { graph, uriOf } = set;
  const wanted = query.trim().toLowerCase();
  return searchables(graph)
    .flatMap((one) => {
      const rank = rankOf(one.searched, wanted);
      return rank === undefined ? [] : [{ ...one, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank || a.name.length - b.name.length)
    .flatMap(({ node, name }): WorkspaceSymbol[] => {
      const [range] = definitionsOf(graph, node.id);
      if (!range || !owns(range.file)) return [];
      return [
        {
          name,
          kind: kindOfSymbol(node),
          location: toLocation(range, uriOf),
          containerName: isDocument(node) ? range.file : graph.document(range.file)?.title,
        },
      ];
    })
    .slice(0, MAX_SYMBOLS);
}

interface Searchable {
  node: GraphNode;
  name: string;
  /** What a query is compared with, in lower case. */
  searched: string;
}

const searchables = oncePer((graph: GraphView): Searchable[] =>
  graph.nodes
    .filter((node) => !isStep(node) || isListStep(graph, node))
    .map((node) => {
      const name = titleOf(graph, node);
      return { node, name, searched: `${name} ${writtenId(node) ?? ''}`.toLowerCase() };
    }),
);

/** Whether a step is an item of a list; a step with a heading is found as a section. */
function isListStep(graph: GraphView, node: GraphNode & { document: string; line: number }): boolean {
  const sections: DocumentFacts['sections'] = graph.document(node.document)?.sections ?? [];
  return !sections.some(({ range }) => range.line === node.line);
}

/** Lower is better: the beginning of the title, a part of it, its letters in order; undefined where they are not in it. */
function rankOf(searched: string, wanted: string): number | undefined {
  if (searched.startsWith(wanted)) return 0;
  if (searched.includes(wanted)) return 1;
  let at = -1;
  for (const letter of wanted.replace(/\s/g, '')) {
    at = searched.indexOf(letter, at + 1);
    if (at < 0) return undefined;
  }
  return 2;
}

function kindOfSymbol(node: GraphNode): SymbolKind {
  if (isDocument(node)) return SymbolKind.File;
  if (isSection(node)) return SymbolKind.String;
  return isDefined(node) || 'name' in node ? SymbolKind.Constant : SymbolKind.Key;
}
