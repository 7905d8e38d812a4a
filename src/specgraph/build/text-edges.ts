/** Edges of the links and references in the text. Edges of documents that cannot have changed are reused. */
import type { SpecConfig } from '../config.ts';
import type { Corpus, DocumentFacts, GraphEdge, Tree } from '../model/index.ts';
import { PAUSE, type Pause } from '../pause.ts';
import { sectionsByAnchor } from '../resolve/anchored-sections.ts';
import type { DocumentIndex } from '../resolve/document-index.ts';
import { resolveLink } from '../resolve/links.ts';
import { oncePer } from '../resolve/once.ts';
import type { ThingIndex } from '../resolve/things.ts';
import { resolveReference } from '../resolve/references/index.ts';
import { compareEdges } from './order.ts';
import { createScopes } from './scopes.ts';

/** The edges of each document, and everything that they were resolved against. */
export interface EdgeCache {
  surroundings: readonly (string | undefined)[];
  byDocument: WeakMap<DocumentFacts, GraphEdge[]>;
  /** The last edges of each document, whatever they were resolved against. */
  last: WeakMap<DocumentFacts, GraphEdge[]>;
}

export function createEdgeCache(): EdgeCache {
  return { surroundings: [], byDocument: new WeakMap(), last: new WeakMap() };
}

/** How edges are resolved anew. */
export interface EdgeOptions {
  cache: EdgeCache;
  /** Whether documents that have not changed keep their last edges, although what these point at may have changed. */
  isDraft?: boolean;
}

/** Everything in a document that references of other documents can point at. */
const targetsOf = oncePer((facts: DocumentFacts): string =>
  JSON.stringify([
    facts.path,
    facts.id,
    facts.number,
    facts.title,
    facts.sections.map((s) => [
      s.slug,
      s.otherSlugs,
      s.number,
      s.written,
      s.step,
      s.title,
      s.label,
      s.lists,
      s.marks,
    ]),
    facts.anchors.map(({ name }) => [name, sectionsByAnchor(facts).get(name)?.slug]),
    facts.definitions.map(({ kind, id, last }) => [kind, id, last]),
  ]),
);

/** @returns the edges of each document, sorted by place */
export function* textEdges(
  corpus: Corpus,
  index: DocumentIndex,
  variables: ReadonlySet<string>,
  things: ThingIndex,
  config: SpecConfig,
  { cache, isDraft = false }: EdgeOptions,
): Generator<Pause, GraphEdge[][], void> {
  const surroundings = [
    corpus.root,
    corpus.repositoryRoot,
    JSON.stringify(corpus.repository),
    ...variables,
    ...index.all.map(({ facts }) => targetsOf(facts)),
  ];
  if (!isSame(surroundings, cache.surroundings))
    Object.assign(cache, { surroundings, byDocument: new WeakMap() });
  // A draft that is made while this pauses gets other surroundings.
  const { byDocument, last } = cache;
  let usedTree = false;
  const tree: Tree = {
    kind: (path) => ((usedTree = true), corpus.tree.kind(path)),
    otherCases: (path) => ((usedTree = true), corpus.tree.otherCases(path)),
    isIgnored: (path) => ((usedTree = true), corpus.tree.isIgnored?.(path) ?? false),
  };
  const { links, references, terms } = createScopes(corpus, tree, { index, variables, things, config });
  const edgesOf = (facts: DocumentFacts): GraphEdge[] => {
    usedTree = false;
    const edges = [
      ...facts.links.map((link) => resolveLink(link, facts, links)),
      ...facts.references.map((reference) => resolveReference(reference, facts, references)),
      ...terms.edgesOf(facts),
    ]
      .filter((edge) => edge !== undefined)
      .sort(compareEdges);
    // Other files can change without notice, so a document whose links were looked up among them is resolved again.
    if (!usedTree) byDocument.set(facts, edges);
    last.set(facts, edges);
    return edges;
  };
  const all: GraphEdge[][] = [];
  for (const { facts } of index.all) {
    const known = byDocument.get(facts) ?? (isDraft ? last.get(facts) : undefined);
    all.push(known ?? edgesOf(facts));
    if (!known) yield PAUSE;
  }
  return all;
}

/** Compares the parts, of which nearly all are the same strings as before, instead of a text of many megabytes. */
function isSame(a: EdgeCache['surroundings'], b: EdgeCache['surroundings']): boolean {
  return a.length === b.length && a.every((part, i) => part === b[i]);
}
