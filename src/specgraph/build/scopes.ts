/** What links and references are resolved against. */
import type { SpecConfig } from '../config.ts';
import { kindsOf } from '../kinds/index.ts';
import type { Corpus, Tree } from '../model/index.ts';
import { renderersNamed } from '../renderers/table.ts';
import type { DocumentIndex } from '../resolve/document-index.ts';
import type { LinkScope } from '../resolve/links.ts';
import type { ReferenceScope } from '../resolve/references/index.ts';
import type { ThingIndex } from '../resolve/things.ts';
import { wordMentions, type WordMentions } from '../resolve/word-mentions.ts';

export interface Scopes {
  links: LinkScope;
  references: ReferenceScope;
  terms: WordMentions;
}

/** @param given the documents of the corpus, and what they and the configuration define */
export function createScopes(
  { root, repositoryRoot, repository }: Corpus,
  tree: Tree,
  {
    index,
    variables,
    things,
    config,
  }: { index: DocumentIndex; variables: ReadonlySet<string>; things: ThingIndex; config: SpecConfig },
): Scopes {
  return {
    links: {
      index,
      tree,
      root,
      repositoryRoot,
      repository,
      renderers: renderersNamed(config.renderer),
      isConfigured: config.renderer !== undefined,
    },
    references: {
      index,
      tree,
      config,
      variables,
      attributes: new Set(config.names?.attributes.map((a) => a.name)),
      requirements: new Set(config.requirements?.map((r) => r.id)),
      things,
      phases: new Set(config.phases?.map((p) => p.number)),
      claimsToBeName: config.names && new RegExp(`^(?:${config.names.pattern})$`),
    },
    terms: wordMentions(things, kindsOf(config)),
  };
}
