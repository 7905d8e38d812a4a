/** All that points at something in the documents, with what it points at. */
import { createScopes } from '../../build/scopes.ts';
import type { DocumentFacts, GraphEdge, RawLink, RawReference } from '../../model/index.ts';
import { indexDocuments } from '../../resolve/document-index.ts';
import { nodeId } from '../../resolve/ids.ts';
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
      references: facts.references.map((reference) =>
        asMeant({ reference, edge: resolveReference(reference, facts, scopes.references) }, facts),
      ),
      terms: scopes.terms.edgesOf(facts),
    })),
  };
}

/** "Appendix A" of the document itself in "Appendix A, and Section 2.1 of spec/14" has no other document. */
function asMeant({ reference, edge }: ResolvedReference, { id }: DocumentFacts): ResolvedReference {
  const { owner } = reference;
  const isOwn =
    owner.kind === 'document' &&
    owner.mayBeCurrent === true &&
    edge?.resolved === true &&
    nodeId.documentOf(edge.target) === id;
  return { edge, reference: isOwn ? { ...reference, owner: { kind: 'current' } } : reference };
}
