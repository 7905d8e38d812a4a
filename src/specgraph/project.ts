import type { SpecConfig } from './config.ts';
import { documentId, extractor, type Extractor } from './extract/document.ts';
import { buildGraph } from './graph.ts';
import type { Corpus, DocumentFacts, SourceFile } from './model.ts';
import { viewOf, type GraphView } from './view.ts';

/**
 * Reads documents and keeps their facts: a document whose text has not changed is not read again.
 * One reader serves one configuration.
 */
export interface Reader {
  read(corpus: Corpus): GraphView;
}

export function createReader(config: SpecConfig): Reader {
  const kept = new Map<string, { text: string; facts: DocumentFacts }>();
  let extract: { root: string; run: Extractor } | undefined;
  const factsOf = (file: SourceFile, run: Extractor): DocumentFacts => {
    const before = kept.get(file.path);
    if (before?.text === file.text) return before.facts;
    const facts = run(file);
    kept.set(file.path, { text: file.text, facts });
    return facts;
  };
  return {
    read(corpus) {
      if (extract?.root !== corpus.root) {
        kept.clear();
        extract = { root: corpus.root, run: extractor(corpus.root, config) };
      }
      const { run } = extract;
      return viewOf(buildGraph(corpus, corpus.files.map((file) => factsOf(file, run)), config));
    },
  };
}

/** Reads a corpus once. */
export function readGraph(corpus: Corpus, config: SpecConfig): GraphView {
  return createReader(config).read(corpus);
}

export { documentId };
