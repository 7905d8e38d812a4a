/** Builds one graph from the facts of all documents: plain data, sorted, the same bytes for the same input. */
import { nodesOf } from './build/nodes.ts';
import { compareEdges } from './build/order.ts';
import { structureEdges } from './build/structure-edges.ts';
import { createEdgeCache, textEdges, type EdgeOptions } from './build/text-edges.ts';
import type { SpecConfig } from './config.ts';
import type {
  ConfigurationFile,
  Corpus,
  Definition,
  DocumentFacts,
  GraphEdge,
  GraphNode,
  ReadProblem,
  SourceFile,
  StatedValue,
} from './model/index.ts';
import { kindsOf, type Kind } from './kinds/index.ts';
import { finish, type Pause } from './pause.ts';
import { computeQuantities } from './quantities.ts';
import { indexDocuments } from './resolve/document-index.ts';
import { nodeId } from './resolve/ids.ts';
import { variableKind } from './kinds/variable.ts';
import { countMentions } from './resolve/mentions.ts';
import { isExternal } from './resolve/links.ts';
import { oncePer } from './resolve/once.ts';
import { readDefinitions } from './resolve/definitions.ts';
import { variableScheme, type DefinitionScheme } from './resolve/schemes.ts';
import { readStatedValues } from './resolve/stated-values.ts';
import { indexThings } from './resolve/things.ts';
import { compare } from './text/ordered.ts';
import { joinSorted } from './text/sorted-blocks.ts';

/** The whole result of reading a set of documents. Nothing in it is changed after it is built. */
export interface Graph {
  root: string;
  /** See `Corpus`. */
  rootName?: string;
  /** See `Corpus`. */
  repositoryRoot: string;
  config: SpecConfig;
  /** The active kinds: built-in ones and those of the configuration. */
  kinds: readonly Kind[];
  nodes: GraphNode[];
  edges: GraphEdge[];
  /** Number of links to other sites; they are not followed. */
  externalLinks: number;
  documents: DocumentFacts[];
  /** How the variables are defined and checked; absent where the configuration has none. */
  scheme?: DefinitionScheme;
  definitions: Definition[];
  stated: StatedValue[];
  /** The configured quantities by name. */
  quantities: Record<string, number>;
  readProblems: ReadProblem[];
  /** The file of the configuration, where it has kinds. */
  configuration?: ConfigurationFile;
  /** Files that contracts name and that are not documents. */
  others: SourceFile[];
}

/**
 * @param corpus what was loaded
 * @param documents the facts of `corpus.files`, in any order
 */
export function buildGraph(corpus: Corpus, documents: DocumentFacts[], config: SpecConfig): Graph {
  return finish(buildInSteps(corpus, documents, config, { cache: createEdgeCache() }));
}

/**
 * The same with pauses between the documents that are resolved.
 * @param options.cache edges of an earlier graph of the same set; a document is resolved again where its edges can have
 * changed
 */
export function* buildInSteps(
  corpus: Corpus,
  documents: DocumentFacts[],
  config: SpecConfig,
  options: EdgeOptions,
): Generator<Pause, Graph, void> {
  const sorted = documents.toSorted((a, b) => compare(a.path, b.path));
  const index = indexDocuments(sorted, corpus.rootName);
  const scheme = variableScheme(config);
  const definitions = scheme ? readDefinitions(scheme, index) : [];
  const names = new Set(definitions.map((definition) => definition.name));
  const kinds = kindsOf(config);
  const things = indexThings(sorted, kinds);
  const inText = yield* textEdges(corpus, index, names, things, config, options);
  const edges = joinSorted([...structureEdges(index, definitions, things, config), ...inText], compareEdges);
  setMentions(definitions, inText);
  return {
    root: corpus.root,
    ...(corpus.rootName !== undefined && { rootName: corpus.rootName }),
    repositoryRoot: corpus.repositoryRoot,
    config,
    kinds,
    nodes: nodesOf(sorted, definitions, things, config),
    edges,
    externalLinks: sorted.reduce((sum, document) => sum + countExternalLinks(document), 0),
    documents: sorted,
    scheme,
    definitions,
    stated: scheme ? readStatedValues(scheme, sorted, names) : [],
    quantities: computeQuantities({ documents: sorted, definitions, config }),
    readProblems: corpus.problems,
    configuration: corpus.configuration,
    others: corpus.others,
  };
}

const countExternalLinks = oncePer(
  ({ links }: DocumentFacts) => links.filter(({ url }) => isExternal(url)).length,
);

function setMentions(definitions: Definition[], edgesByDocument: readonly GraphEdge[][]): void {
  if (definitions.length === 0) return;
  const sums = new Map<string, number>();
  for (const edges of edgesByDocument)
    for (const [variable, count] of mentionsOfVariables(edges))
      sums.set(variable, (sums.get(variable) ?? 0) + count);
  for (const definition of definitions) definition.mentions = sums.get(nodeId.variable(definition.name)) ?? 0;
}

/** How often a document names each variable. A sentence belongs to one document, so the numbers can be added. */
const mentionsOfVariables = oncePer((edges: readonly GraphEdge[]): ReadonlyMap<string, number> => {
  const ofVariables = edges.filter(({ target }) => nodeId.kindOf(target) === variableKind.id);
  const byTarget = Map.groupBy(ofVariables, ({ target }) => target);
  return new Map([...byTarget].map(([target, incoming]) => [target, countMentions(incoming)]));
});
