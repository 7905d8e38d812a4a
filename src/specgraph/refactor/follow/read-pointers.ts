/** All that points at something in the documents, with what it points at. */
import { createScopes } from '../../build/scopes.ts';
import type { DocumentFacts, GraphEdge, RawLink, RawReference } from '../../model/index.ts';
import { indexDocuments } from '../../resolve/document-index.ts';
import { resolveLink, type LinkScope } from '../../resolve/links.ts';
import { resolveReference } from '../../resolve/references/index.ts';
import type { Before } from '../state.ts';

export interface ResolvedLink {
  link: RawLink;
  edge?: GraphEdge;
}

export interface ResolvedReference {
  reference: RawReference;
  edge?: GraphEdge;
}

export interface DocumentPointers {
  facts: DocumentFacts;
  links: ResolvedLink[];
  /** In reading order. */
  references: ResolvedReference[];
  /** Mentions of terms as words of the prose. */
  terms: GraphEdge[];
}

export interface Pointers {
  documents: DocumentPointers[];
  scope: LinkScope;
}

export function readPointers({ project, graph }: Before): Pointers {
  const scopes = createScopes(project.corpus, project.corpus.tree, {
    index: indexDocuments(graph.documents, graph.rootName),
    variables: new Set(graph.definitions.map(({ name }) => name)),
    things: graph.things,
    config: project.config,
  });
  return {
    scope: scopes.links,
    documents: graph.documents.map((facts) => ({
      facts,
      links: facts.links.map((link) => ({ link, edge: resolveLink(link, facts, scopes.links) })),
      references: facts.references.map((reference) => ({
        reference,
        edge: resolveReference(reference, facts, scopes.references),
      })),
      terms: scopes.terms.edgesOf(facts),
    })),
  };
}
