import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { once, oncePer } from './once.ts';
import { directory, joinPath } from './paths.ts';

/** A document with its sections, steps and anchors by name. */
export interface IndexedDocument {
  facts: DocumentFacts;
  bySlug: Map<string, SectionFacts>;
  byNumber: Map<string, SectionFacts>;
  bySteps: Map<string, SectionFacts>;
  /** The first section with these words as its heading, title or slug. */
  byWords: Map<string, SectionFacts>;
  anchors: Set<string>;
}

export interface DocumentIndex {
  all: IndexedDocument[];
  byPath: Map<string, IndexedDocument>;
  byId: Map<string, IndexedDocument>;
  byNumber: Map<string, IndexedDocument>;
  /** Paths of the documents with this file name, in any folder. */
  named(name: string): readonly string[];
  /** The same, letter case aside. */
  namedInAnyCase(name: string): readonly string[];
  /** Paths of the documents in a folder. */
  inFolder(folder: string): readonly string[];
  /** Whether any document has a section, or a step, of this number. */
  hasSection(number: string): boolean;
  hasStep(number: string): boolean;
  /**
   * The document that words in `from` name: a number ("14", "spec/14"), an id, a path from where the command runs
   * ("spec/14-edge.md"), or, beginning with "./", a link's path relative to `from`.
   */
  find(name: string, from: DocumentFacts): IndexedDocument | undefined;
}

const indexDocument = oncePer((facts: DocumentFacts): IndexedDocument => {
  const byNumber = new Map<string, SectionFacts>();
  const bySteps = new Map<string, SectionFacts>();
  const byWords = new Map<string, SectionFacts>();
  for (const section of facts.sections) {
    for (const words of [section.heading, section.title, section.slug])
      if (!byWords.has(words)) byWords.set(words, section);
    if (section.number !== undefined && !byNumber.has(section.number)) byNumber.set(section.number, section);
    if (section.step !== undefined && !bySteps.has(section.step)) bySteps.set(section.step, section);
  }
  return {
    facts,
    byNumber,
    bySteps,
    byWords,
    bySlug: new Map(facts.sections.map((section) => [section.slug, section])),
    anchors: new Set(facts.anchors.map((anchor) => anchor.name)),
  };
});

export function indexDocuments(documents: DocumentFacts[]): DocumentIndex {
  const all = documents.map(indexDocument);
  const by = (key: (facts: DocumentFacts) => string | undefined): Map<string, IndexedDocument> =>
    new Map(
      all.flatMap((document) => {
        const value = key(document.facts);
        return value === undefined ? [] : [[value, document] as const];
      }),
    );
  const index = { all, byPath: by((f) => f.path), byId: by((f) => f.id), byNumber: by((f) => f.number) };
  const names = once(() => Map.groupBy(index.byPath.keys(), (path) => path.slice(path.lastIndexOf('/') + 1)));
  const anyCase = once(() =>
    Map.groupBy(index.byPath.keys(), (path) => path.slice(path.lastIndexOf('/') + 1).toLowerCase()),
  );
  const folders = once(() => Map.groupBy(index.byPath.keys(), directory));
  const numbers = once(() => new Set(all.flatMap((document) => [...document.byNumber.keys()])));
  const steps = once(() => new Set(all.flatMap((document) => [...document.bySteps.keys()])));
  return {
    ...index,
    hasSection: (number) => numbers().has(number),
    hasStep: (number) => steps().has(number),
    namedInAnyCase: (name) => anyCase().get(name.toLowerCase()) ?? [],
    named: (name) => names().get(name) ?? [],
    inFolder: (folder) => folders().get(folder === '.' ? '' : folder) ?? [],
    find: (name, from) => findDocument(index, name, from),
  };
}

/**
 * Looks for a file relative to `from` first, then relative to the directory in which the command runs, then by id or
 * number.
 */
function findDocument(
  index: Pick<DocumentIndex, 'byPath' | 'byId' | 'byNumber'>,
  name: string,
  from: DocumentFacts,
): IndexedDocument | undefined {
  const beside = index.byPath.get(joinPath(directory(from.path), name));
  if (beside || name.startsWith('./')) return beside;
  const tail = name.slice(name.lastIndexOf('/') + 1);
  // "README.md" without a folder may be any of several; ids are unique only where documents are numbered.
  const byId = index.byId.get(tail.replace(/\.md$/, ''));
  return (
    (name.includes('/') ? index.byPath.get(name) : undefined) ??
    (byId?.facts.number !== undefined ? byId : undefined) ??
    (/^\d+$/.test(tail) ? index.byNumber.get(tail) : undefined)
  );
}
