import type { SpecConfig } from '../../config.ts';
import type { DocumentFacts, GraphEdge, RawReference, Tree } from '../../model/index.ts';
import type { DocumentIndex } from '../document-index.ts';
import type { ThingIndex } from '../things.ts';

/** Everything a name, number or id in prose can point at. */
export interface ReferenceScope {
  index: DocumentIndex;
  tree: Tree;
  config: SpecConfig;
  variables: ReadonlySet<string>;
  attributes: ReadonlySet<string>;
  requirements: ReadonlySet<string>;
  phases: ReadonlySet<string>;
  things: ThingIndex;
  /** Matches a whole name that claims to be a variable or attribute. */
  claimsToBeName?: RegExp;
}

/** What a reference leads to: the part of an edge that its target decides. */
export type Outcome = Pick<GraphEdge, 'kind' | 'target' | 'resolved' | 'why' | 'nearest' | 'owner' | 'names'>;

/** @returns undefined where the words turn out to be no reference, or not surely one */
export type Resolver = (
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
) => Outcome | undefined;
