import type { DocumentFacts, SectionFacts } from '../model.ts';
import { directory, joinPath } from './paths.ts';

/** A document with its sections, steps and anchors by name. */
export interface IndexedDocument {
  facts: DocumentFacts;
  bySlug: Map<string, SectionFacts>;
  byNumber: Map<string, SectionFacts>;
  bySteps: Map<string, SectionFacts>;
  anchors: Set<string>;
}

export interface DocumentIndex {
  all: IndexedDocument[];
  byPath: Map<string, IndexedDocument>;
  byId: Map<string, IndexedDocument>;
  byNumber: Map<string, IndexedDocument>;
  /**
   * The document that words in `from` name: a number ("14", "spec/14"), an id, a path from where the command runs
   * ("spec/14-edge.md"), or, beginning with "./", a link's path relative to `from`.
   */
  find(name: string, from: DocumentFacts): IndexedDocument | undefined;
}

export function indexDocuments(documents: DocumentFacts[]): DocumentIndex {
  const all = documents.map(indexDocument);
  const by = (key: (facts: DocumentFacts) => string | undefined): Map<string, IndexedDocument> =>
    new Map(all.flatMap((document) => {
      const value = key(document.facts);
      return value === undefined ? [] : [[value, document] as const];
    }));
  const index = { all, byPath: by((f) => f.path), byId: by((f) => f.id), byNumber: by((f) => f.number) };
  return { ...index, find: (name, from) => findDocument(index, name, from) };
}

function indexDocument(facts: DocumentFacts): IndexedDocument {
  const byNumber = new Map<string, SectionFacts>();
  const bySteps = new Map<string, SectionFacts>();
  for (const section of facts.sections) {
    if (section.number !== undefined && !byNumber.has(section.number)) byNumber.set(section.number, section);
    if (section.step !== undefined && !bySteps.has(section.step)) bySteps.set(section.step, section);
  }
  return {
    facts, byNumber, bySteps,
    bySlug: new Map(facts.sections.map((section) => [section.slug, section])),
    anchors: new Set(facts.anchors.map((anchor) => anchor.name)),
  };
}

function findDocument(index: Omit<DocumentIndex, 'find'>, name: string, from: DocumentFacts): IndexedDocument | undefined {
  if (name.startsWith('./')) return index.byPath.get(joinPath(directory(from.path), name));
  const tail = name.slice(name.lastIndexOf('/') + 1);
  return index.byPath.get(name)
    ?? index.byPath.get(joinPath(directory(from.path), name))
    ?? index.byId.get(tail.replace(/\.md$/, ''))
    ?? (/^\d+$/.test(tail) ? index.byNumber.get(tail) : undefined);
}
