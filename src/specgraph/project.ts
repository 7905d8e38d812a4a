import type { SpecConfig } from './config.ts';
import { documentId, extractor, type Extractor } from './extract/document.ts';
import type { UnitMemory } from './extract/unit-memory.ts';
import { buildGraph, keepEdges } from './graph.ts';
import type { Corpus, DocumentFacts, SourceFile } from './model/index.ts';
import { viewOf, type GraphView } from './view.ts';

/**
 * Reads documents and keeps their facts: a document whose text has not changed is not read again.
 * One reader serves one configuration.
 */
export interface Reader {
  read(corpus: Corpus): GraphView;
  /**
   * Reads the documents of a large corpus ahead of `read`, with pauses: the parser's memory is given back only when the
   * event loop turns.
   * @param pause waits for the event loop; told how many documents of how many are read
   */
  prepare(corpus: Corpus, pause: (done: number, total: number) => Promise<void>): Promise<void>;
}

/** UTF-16 units of text that are read between two pauses. */
const BETWEEN_PAUSES = 2_000_000;

export function createReader(config: SpecConfig): Reader {
  const kept = new Map<string, { text: string; facts: DocumentFacts; memory?: UnitMemory }>();
  const edges = keepEdges();
  let extract: { root: string; run: Extractor } | undefined;
  const factsOf = (file: SourceFile, run: Extractor): DocumentFacts => {
    const before = kept.get(file.path);
    if (before?.text === file.text) return before.facts;
    // Most documents are read once: the second reading says that its author is at work.
    const memory = before && (before.memory ?? { units: new Map() });
    const facts = run(file, memory);
    kept.set(file.path, { text: file.text, facts, memory });
    return facts;
  };
  const extractorFor = (corpus: Corpus): Extractor => {
    if (extract?.root !== corpus.root) {
      kept.clear();
      extract = { root: corpus.root, run: extractor(corpus.root, config) };
    }
    return extract.run;
  };
  return {
    async prepare(corpus, pause) {
      const run = extractorFor(corpus);
      let since = 0;
      for (const [i, file] of corpus.files.entries()) {
        factsOf(file, run);
        since += file.text.length;
        if (since < BETWEEN_PAUSES) continue;
        since = 0;
        await pause(i + 1, corpus.files.length);
      }
    },
    read(corpus) {
      const run = extractorFor(corpus);
      return viewOf(
        buildGraph(
          corpus,
          corpus.files.map((file) => factsOf(file, run)),
          config,
          edges,
        ),
      );
    },
  };
}

/** Reads a corpus once. */
export function readGraph(corpus: Corpus, config: SpecConfig): GraphView {
  return createReader(config).read(corpus);
}

export { documentId };
