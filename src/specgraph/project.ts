import { createEdgeCache } from './build/text-edges.ts';
import type { SpecConfig } from './config.ts';
import { extractor, type Extractor } from './extract/document.ts';
import { emptyMemory, type DocumentMemory } from './extract/document-memory.ts';
import { buildInSteps } from './graph.ts';
import type { Corpus, DocumentFacts, Grammars, SourceFile } from './model/index.ts';
import { finish, type Pause } from './pause.ts';
import { viewOf, type GraphView } from './view.ts';

/**
 * Reads documents and caches their facts: a document whose text has not changed is not read again.
 * One reader serves one configuration.
 */
export interface Reader {
  read(corpus: Corpus): GraphView;
  /** The same with pauses between the documents whose references are resolved. */
  readInSteps(corpus: Corpus): Generator<Pause, GraphView, void>;
  /**
   * The same in a time that hardly grows with the set, while a document is edited: references of the other documents lead
   * where they led before. Everything else, and the references of the edited document, are as they are now.
   */
  readDraft(corpus: Corpus): GraphView;
  /**
   * Reads the documents of a large corpus before `read` does, with pauses: the memory of the parser is freed only when the
   * event loop turns.
   * @param pause is called after each document with the number of documents read and their total, and may wait
   */
  prepare(corpus: Corpus, pause: (done: number, total: number) => Promise<void> | undefined): Promise<void>;
}

/** What an earlier run has read. */
export interface KeptFacts {
  /** @returns the facts of a document with the same text, read with the same configuration by the same program */
  recall(file: SourceFile): DocumentFacts | undefined;
  keep(file: SourceFile, facts: DocumentFacts): void;
}

/** Runs the reading of a document. */
export type ReadingGuard = <T>(file: SourceFile, read: () => T) => T;

/** Texts of one document whose facts are cached: the present one and the one before, which an undone edit brings back. */
const MAX_TEXTS = 2;

interface ReadText extends Pick<SourceFile, 'text' | 'isNumbered'> {
  facts: DocumentFacts;
}

/**
 * @param options.isShown keeps the words, tables and code of the documents, for programs that show them
 * @param options.guard runs the reading of a document, and may end it with an exception
 * @param options.earlier what an earlier run has read with the same configuration
 */
export function createReader(
  config: SpecConfig,
  options: { isShown?: boolean; earlier?: KeptFacts; guard?: ReadingGuard } = {},
): Reader {
  const { guard = (_file, read) => read() } = options;
  const kept = new Map<string, { texts: ReadText[]; memory?: DocumentMemory }>();
  const cache = createEdgeCache();
  let extract: { root: string; grammars: Grammars | undefined; run: Extractor } | undefined;
  const readDocument = (file: SourceFile, run: Extractor): DocumentFacts => {
    const before = kept.get(file.path);
    const known = before?.texts.find(
      ({ text, isNumbered }) => text === file.text && isNumbered === file.isNumbered,
    );
    // Most documents are read once. A document that is read again is being edited, so its parts are cached.
    const memory = before && (before.memory ?? emptyMemory());
    const facts =
      known?.facts ??
      recallOrRead(
        file,
        () => guard(file, () => run(file, memory, file.isNumbered)),
        file.isNumbered ? undefined : options.earlier,
      );
    const others = before?.texts.filter((one) => one !== known) ?? [];
    kept.set(file.path, {
      texts: [{ text: file.text, isNumbered: file.isNumbered, facts }, ...others].slice(0, MAX_TEXTS),
      memory,
    });
    return facts;
  };
  const extractorFor = (corpus: Corpus): Extractor => {
    const { root, grammars } = corpus;
    if (extract?.root !== root || extract.grammars !== grammars) {
      kept.clear();
      extract = { root, grammars, run: extractor(root, config, options.isShown, grammars) };
    }
    return extract.run;
  };
  function* readInSteps(corpus: Corpus, isDraft = false): Generator<Pause, GraphView, void> {
    const run = extractorFor(corpus);
    const documents = corpus.files.map((file) => readDocument(file, run));
    return viewOf(yield* buildInSteps(corpus, documents, config, { cache, isDraft }));
  }
  return {
    async prepare(corpus, pause) {
      const run = extractorFor(corpus);
      for (const [i, file] of corpus.files.entries()) {
        readDocument(file, run);
        await pause(i + 1, corpus.files.length);
      }
    },
    read: (corpus) => finish(readInSteps(corpus)),
    readInSteps: (corpus) => readInSteps(corpus),
    readDraft: (corpus) => finish(readInSteps(corpus, true)),
  };
}

function recallOrRead(
  file: SourceFile,
  read: () => DocumentFacts,
  earlier: KeptFacts | undefined,
): DocumentFacts {
  const known = earlier?.recall(file);
  if (known) return known;
  const facts = read();
  earlier?.keep(file, facts);
  return facts;
}

/** Reads a corpus once; see `createReader`. */
export function readGraph(corpus: Corpus, config: SpecConfig, options?: { isShown?: boolean }): GraphView {
  return createReader(config, options).read(corpus);
}
