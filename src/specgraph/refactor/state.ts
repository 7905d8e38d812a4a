/** The set before a refactoring, and as its changes leave it. */
import type { SpecConfig } from '../config.ts';
import { extractor, type Extractor } from '../extract/document.ts';
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import type { Kind } from '../kinds/index.ts';
import { once } from '../resolve/once.ts';
import { indexThings } from '../resolve/things.ts';
import type { GraphView } from '../view.ts';
import type { ContentsEntry } from './contents/read-entry.ts';
import { spanOf } from './headings.ts';
import { isPlainlyCounted } from './numbering.ts';
import type { FileRename, Note, RefactorProject, Refusal } from './request.ts';
import { applyChanges, TextChanges, type ChangedTexts } from './text-changes.ts';

/** What a command changes of the documents themselves; references follow afterwards. */
export interface Draft {
  changes: TextChanges;
  renames: FileRename[];
  /** Files and folders that get other paths together, files that are no documents included. */
  relocated: readonly FileRename[];
  /** Paths of documents that are removed. */
  removals: string[];
  /** Names of things that change: id of the node, and its new name. */
  newNames: Map<string, string>;
  /** Sections that are removed. */
  removed: ReadonlySet<SectionFacts>;
  /** Sections that go elsewhere: they get an entry in the tables of contents there. */
  movedSections: ReadonlySet<SectionFacts>;
  /** Entries of tables of contents that go with their sections. */
  droppedEntries: ReadonlySet<ContentsEntry>;
  /** Ids of nodes that are removed for themselves. */
  removedNodes: ReadonlySet<string>;
  refusals: Refusal[];
  notes: Note[];
  /** Rules whose findings the command brings about by what it was asked to do. */
  expectedRules: ReadonlySet<string>;
  /** Whether references to what is removed may break. */
  mayBreak: boolean;
}

export function emptyDraft(): Draft {
  return {
    changes: new TextChanges(),
    renames: [],
    relocated: [],
    removals: [],
    newNames: new Map(),
    removed: new Set(),
    movedSections: new Set(),
    droppedEntries: new Set(),
    removedNodes: new Set(),
    refusals: [],
    notes: [],
    expectedRules: new Set(),
    mayBreak: false,
  };
}

/** The path of a file where it, or a folder around it, gets another one: the innermost folder counts. */
export function pathAfter(path: string, relocated: readonly FileRename[]): string {
  const [move] = relocated
    .filter(({ from }) => path === from || path.startsWith(`${from}/`))
    .toSorted((a, b) => b.from.length - a.from.length);
  return move ? move.to + path.slice(move.from.length) : path;
}

/** A section as it is after the refactoring. */
export interface SectionNow {
  facts: DocumentFacts;
  section: SectionFacts;
}

/** The set before. */
export interface Before {
  project: RefactorProject;
  graph: GraphView;
  /** Texts of the documents, and of the files beside them, by path. */
  sources: ReadonlyMap<string, string>;
  /** The document that holds a section. */
  ownerOf: ReadonlyMap<SectionFacts, DocumentFacts>;
}

export function stateBefore(project: RefactorProject, graph: GraphView): Before {
  return {
    project,
    graph,
    sources: new Map([
      ...(project.pointerTexts ?? []),
      ...project.corpus.files.map(({ path, text }) => [path, text] as const),
    ]),
    ownerOf: new Map(graph.documents.flatMap((facts) => facts.sections.map((section) => [section, facts]))),
  };
}

/** The set after some changes; what references must follow. */
export interface After {
  changed: ChangedTexts;
  /** The path of a document after the refactoring. */
  pathNow(path: string): string;
  /** A document by the facts before; the same facts where it is removed. */
  documentNow(facts: DocumentFacts): DocumentFacts;
  /** Whether a document is removed. */
  isRemoved(facts: DocumentFacts): boolean;
  sectionNow(section: SectionFacts): SectionNow | undefined;
  /** The facts of all documents after the refactoring. */
  documents: readonly DocumentFacts[];
  /** Sections that were not there before. */
  isNew(section: SectionFacts): boolean;
  /** The number by which a kind of the configuration names a document: "2" of "BOLT #2". */
  numberOf(kind: Kind, document: DocumentFacts): string | undefined;
}

/** Reads the documents that changes affect. */
export function createAfterReader(
  before: Before,
  config: SpecConfig = before.project.config,
): (draft: Draft, changes: TextChanges) => After {
  const { corpus } = before.project;
  const extract: Extractor = extractor(corpus.root, config, false, corpus.grammars);
  const known = new Map<string, DocumentFacts>();
  const read = (path: string, text: string, was: DocumentFacts): DocumentFacts => {
    const key = `${path}\0${text}`;
    let facts = known.get(key) ?? extract({ path, text });
    // One number that is left looks like no numbering.
    if (!known.has(key) && isNumbered(was) && !isNumbered(facts))
      facts = extract({ path, text }, undefined, true);
    known.set(key, facts);
    return facts;
  };
  return (draft, changes) => {
    const changed = applyChanges(before.sources, changes);
    const renamed = new Map(draft.renames.map(({ from, to }) => [from, to]));
    const pathNow = (path: string): string => renamed.get(path) ?? pathAfter(path, draft.relocated);
    const facts = new Map<DocumentFacts, DocumentFacts>();
    for (const document of before.graph.documents) {
      if (draft.removals.includes(document.path)) continue;
      const path = pathNow(document.path);
      const text = changed.texts.get(document.path);
      facts.set(
        document,
        text === undefined && path === document.path
          ? document
          : read(path, text ?? document.source, document),
      );
    }
    const byPath = new Map([...facts.keys()].map((document) => [document.path, document]));
    const pairs = pairSections(before, changed, byPath, facts);
    const things = once(() => indexThings([...facts.values()], before.graph.kinds));
    const old = new Set([...pairs.values()].map(({ section }) => section));
    return {
      changed,
      pathNow,
      isRemoved: (document) => draft.removals.includes(document.path),
      documentNow: (document) => facts.get(document) ?? document,
      sectionNow: (section) => pairs.get(section),
      documents: [...facts.values()],
      isNew: (section) => !old.has(section),
      numberOf: (kind, document) => things().numberOf(kind, document),
    };
  };
}

function isNumbered({ sections }: DocumentFacts): boolean {
  return sections.some((section) => section.number !== undefined && isPlainlyCounted(section));
}

/** A section is the one whose heading stands where the old heading has gone. */
function pairSections(
  { graph }: Before,
  changed: ChangedTexts,
  byPath: ReadonlyMap<string, DocumentFacts>,
  facts: ReadonlyMap<DocumentFacts, DocumentFacts>,
): Map<SectionFacts, SectionNow> {
  const pairs = new Map<SectionFacts, SectionNow>();
  const byOffset = new Map<DocumentFacts, Map<number, SectionFacts>>();
  const sectionsOf = (document: DocumentFacts): Map<number, SectionFacts> => {
    const own =
      byOffset.get(document) ??
      new Map(document.sections.map((section) => [spanOf(document, section.range).start, section]));
    byOffset.set(document, own);
    return own;
  };
  for (const document of graph.documents) {
    for (const section of document.sections) {
      const at = changed.locate(document.path, spanOf(document, section.range).start);
      const holder = at && byPath.get(at.path);
      const now = holder && facts.get(holder);
      const found = now && sectionsOf(now).get(at.offset);
      if (now && found) pairs.set(section, { facts: now, section: found });
    }
  }
  return pairs;
}
