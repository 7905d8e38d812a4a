import { LETTER_SERIES } from '../kinds/numbered.ts';
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { inDigits } from '../text/numerals.ts';
import { compare } from '../text/ordered.ts';
import { sectionsByAnchor } from './anchored-sections.ts';
import { chapterFile } from './chapter-files.ts';
import { once, oncePer } from './once.ts';
import { numberedFolders, numberIn, seriesNamed } from './numbered-folders.ts';
import { directory, joinPath } from './paths.ts';
import { titleSection } from './title-section.ts';

/** A document with its sections, steps and anchors by name. */
export interface IndexedDocument {
  facts: DocumentFacts;
  bySlug: Map<string, SectionFacts>;
  byNumber: Map<string, SectionFacts>;
  byStep: Map<string, SectionFacts>;
  /** Headings such as "Part 1: Basics" and "Part II: More", by series and number in digits. */
  byLabel: Map<string, Map<string, SectionFacts>>;
  /** The highest number of an ordered list; 0 without one. */
  highestListNumber: number;
  /** The first section with these words as its heading, title or slug. */
  byWords: Map<string, SectionFacts>;
  anchors: Set<string>;
  /** The section at whose heading this anchor is written. */
  anchored(name: string): SectionFacts | undefined;
  /** Where the further renderers of the configuration find sections and anchors, in their order. */
  otherAnchors: { bySlug: Map<string, SectionFacts>; anchors: Set<string> }[];
}

export interface DocumentIndex {
  all: IndexedDocument[];
  byPath: Map<string, IndexedDocument>;
  byId: Map<string, IndexedDocument>;
  byNumber: Map<string, IndexedDocument>;
  /** Paths of the documents with this file name, in any folder. */
  pathsNamed(name: string): readonly string[];
  /** The same, letter case aside. */
  pathsNamedInAnyCase(name: string): readonly string[];
  /** Paths of the documents in a folder. */
  pathsInFolder(folder: string): readonly string[];
  /** Whether any document has a step of this number. */
  hasStep(number: string): boolean;
  /** Whether any document has a heading with these words. */
  hasHeading(words: string): boolean;
  /** The document whose title, or whose file's name, these words are; undefined where several have them. */
  findByTitle(words: string): IndexedDocument | undefined;
  /** The only document whose title begins with these words and goes on with others. */
  findByBeginning(words: string): IndexedDocument | undefined;
  /** The only document whose title has these initials: "ARF" of "Architecture and Reference Framework". */
  findByInitials(letters: string): IndexedDocument | undefined;
  /**
   * The document that is itself the part with this number: "Appendix C: Keys" beside `from`, or nowhere but there. "Annex 2"
   * is the first of "Annex 2.01", "Annex 2.02" in one folder.
   */
  findPart(series: string, number: string, from: DocumentFacts): IndexedDocument | undefined;
  /** The chapter with this number beside `from`, where chapters are files whose names alone have numbers. */
  findChapter(number: string, from: DocumentFacts): IndexedDocument | undefined;
  /** The only section of this number in the folder of a document. */
  ofFolder(
    document: IndexedDocument,
    number: string,
  ): { facts: DocumentFacts; section: SectionFacts } | undefined;
  /** The other parts of the work that the document is a part of. */
  otherParts(document: IndexedDocument): readonly IndexedDocument[];
  /** The only section of this number in the chapters beside the document, itself included: each is a file. */
  ofChapters(
    document: IndexedDocument,
    number: string,
  ): { facts: DocumentFacts; section: SectionFacts } | undefined;
  /** Whether another document of the folder has the appendix with this letter, and this one has one appendix at most. */
  hasAppendixBeside(document: IndexedDocument, letter: string): boolean;
  /** Whether a section number may be one of a neighbour: the files of the folder are chapters that count on. */
  isChapter(document: IndexedDocument): boolean;
  /**
   * Whether most files of a folder with this name begin with a number of so many digits, each with its own: then
   * "spec/17" can only be one of them.
   */
  namesNumberedFile(name: string): boolean;
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
  const byLabel = new Map<string, Map<string, SectionFacts>>();
  let longestList = 0;
  for (const section of facts.sections) {
    for (const words of [section.heading, section.title, section.slug])
      if (!byWords.has(words)) byWords.set(words, section);
    if (section.number !== undefined && !byNumber.has(section.number)) byNumber.set(section.number, section);
    if (section.step !== undefined && !bySteps.has(section.step)) bySteps.set(section.step, section);
    if (section.label) {
      const { series, number } = section.label;
      const own = byLabel.get(series) ?? new Map<string, SectionFacts>();
      const key = inDigits(number);
      if (!own.has(key)) byLabel.set(series, own.set(key, section));
    }
    for (const { last } of section.lists ?? []) longestList = Math.max(longestList, last);
  }
  return {
    facts,
    byNumber,
    byStep: bySteps,
    byWords,
    byLabel,
    highestListNumber: longestList,
    bySlug: new Map(facts.sections.map((section) => [section.slug, section])),
    anchors: anchorsOf(facts, 0),
    anchored: (name) => (facts.anchors.length > 0 ? sectionsByAnchor(facts).get(name) : undefined),
    otherAnchors: (facts.sections[0]?.otherSlugs ?? []).map((_, i) => ({
      bySlug: new Map(facts.sections.toReversed().map((section) => [section.otherSlugs![i], section])),
      anchors: anchorsOf(facts, i + 1),
    })),
  };
});

/** The anchors that the renderer at this position gives, besides those of headings. */
function anchorsOf({ anchors }: DocumentFacts, renderer: number): Set<string> {
  return new Set(
    anchors.filter((anchor) => (anchor.renderer ?? renderer) === renderer).map((anchor) => anchor.name),
  );
}

/** @param rootName the name of the folder of documents whose paths have none */
export function indexDocuments(documents: DocumentFacts[], rootName?: string): DocumentIndex {
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
  const headings = once(() => new Set(all.flatMap(({ facts }) => wordsOfHeadings(facts))));
  const series = once(() => numberedFolders(folders(), rootName));
  const titles = once(() => documentsByTitle(documents));
  const books = once(() => chaptersOf(all));
  const parts = once(() =>
    Map.groupBy(
      all.filter(({ facts }) => facts.part !== undefined),
      ({ facts }) => facts.part!.work,
    ),
  );
  const initials = once(() => Map.groupBy(all, ({ facts }) => initialsOf(facts.title)));
  const titleParts = once(() => all.flatMap(titlePart));
  const steps = once(() => new Set(all.flatMap((document) => [...document.byStep.keys()])));
  return {
    ...index,
    hasHeading: (words) => headings().has(wordsOf(words)),
    findByTitle: (words) => {
      const facts = titles().get(wordsOf(words));
      return facts ? index.byPath.get(facts.path) : undefined;
    },
    findByBeginning: (words) => {
      const beginning = `${wordsOf(words)} `;
      const found = new Set(
        [...titles()].flatMap(([title, facts]) => (title.startsWith(beginning) ? [facts] : [])),
      );
      const [only] = found;
      return found.size === 1 && only ? index.byPath.get(only.path) : undefined;
    },
    otherParts: ({ facts }) =>
      facts.part ? (parts().get(facts.part.work) ?? []).filter((other) => other.facts !== facts) : [],
    isChapter: (document) => books().has(document),
    hasAppendixBeside: (document, letter) =>
      [...document.byNumber.keys()].filter((number) => /^[A-Z]$/.test(number)).length < 2 &&
      (folders().get(directory(document.facts.path)) ?? []).some(
        (path) => path !== document.facts.path && index.byPath.get(path)!.byNumber.has(letter),
      ),
    ofChapters: (document, number) => {
      if (!books().has(document)) return undefined;
      const folder = directory(document.facts.path);
      return onlySection(
        [...books()].filter(({ facts }) => directory(facts.path) === folder),
        number,
      );
    },
    ofFolder: ({ facts }, number) =>
      onlySection(
        (folders().get(directory(facts.path)) ?? []).map((path) => index.byPath.get(path)!),
        number,
      ),
    findChapter: (number, from) => {
      const path = chapterFile(documents, number, from);
      return path === undefined ? undefined : index.byPath.get(path);
    },
    findByInitials: (letters) => only(initials().get(letters) ?? []),
    findPart: (series, number, { path }) => findPart(titleParts(), series, number, directory(path)),
    hasStep: (number) => steps().has(number),
    pathsNamedInAnyCase: (name) => anyCase().get(name.toLowerCase()) ?? [],
    pathsNamed: (name) => names().get(name) ?? [],
    pathsInFolder: (folder) => folders().get(folder === '.' ? '' : folder) ?? [],
    namesNumberedFile: (name) => seriesNamed(name, series()) !== undefined,
    find: (name, from) => {
      const found = findDocument(index, name, from);
      const path = found ? undefined : seriesNamed(name, series())?.get(numberIn(name));
      return path === undefined ? found : index.byPath.get(path);
    },
  };
}

function only<T>(list: readonly T[]): T | undefined {
  return list.length === 1 ? list[0] : undefined;
}

function onlySection(
  documents: readonly IndexedDocument[],
  number: string,
): { facts: DocumentFacts; section: SectionFacts } | undefined {
  return only(
    documents.flatMap(({ facts }) =>
      facts.sections
        .filter((section) => (section.number ?? section.written) === number)
        .map((section) => ({ facts, section })),
    ),
  );
}

/** "ARF" of "Architecture and Reference Framework". */
function initialsOf(title: string): string {
  return (title.match(/(?<![\p{L}\p{N}])\p{Lu}/gu) ?? []).join('');
}

/** A document that is a part by its title: the series and number of "Annex 2.01: Terms". */
interface TitlePart {
  document: IndexedDocument;
  series: string;
  number: string;
}

function titlePart(document: IndexedDocument): TitlePart[] {
  const { number, label } = titleSection(document.facts) ?? {};
  if (label) return [{ document, series: label.series, number: partNumber(label.number) }];
  return number !== undefined && /^[A-Z]$/.test(number) ? [{ document, series: LETTER_SERIES, number }] : [];
}

/** "2" of "II"; one letter alone is a letter. */
function partNumber(number: string): string {
  return /^[A-Z]$/.test(number) ? number : inDigits(number);
}

function findPart(
  all: readonly TitlePart[],
  series: string,
  number: string,
  folder: string,
): IndexedDocument | undefined {
  const wanted = partNumber(number);
  const own = all.filter((part) => part.series === series && part.number === wanted);
  const beside = own.filter(({ document }) => directory(document.facts.path) === folder);
  const found = only(beside.length > 0 ? beside : own);
  if (found || own.length > 0) return found?.document;
  const inner = all.filter((part) => part.series === series && part.number.startsWith(`${wanted}.`));
  const isOneFolder = new Set(inner.map(({ document }) => directory(document.facts.path))).size === 1;
  return isOneFolder ? inner.toSorted((a, b) => compare(a.number, b.number))[0].document : undefined;
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

/** Words as they are compared: in lower case, without marks and article. */
export function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.#]+/gu, ' ')
    .trim()
    .replace(/^the /, '')
    .replace(/\.$/, '');
}

/** Documents by the words that name them; null where several have the same. "BOLT #7: Gossip" is also called "BOLT #7". */
export const documentsByTitle = oncePer(
  (documents: readonly DocumentFacts[]): Map<string, DocumentFacts | null> => {
    const titles = new Map<string, DocumentFacts | null>();
    for (const facts of documents) {
      for (const words of namesOf(facts)) {
        const before = titles.get(words);
        titles.set(words, before === undefined || before === facts ? facts : null);
      }
    }
    return titles;
  },
);

const wordsOfHeadings = oncePer(({ sections }: DocumentFacts): string[] =>
  sections.flatMap(({ heading, title }) => [wordsOf(heading), wordsOf(title)]),
);

const namesOf = oncePer(({ title, otherTitle, id }: DocumentFacts): Set<string> => {
  const stem = id.slice(id.lastIndexOf('/') + 1);
  const titles = otherTitle === undefined ? [title] : [title, otherTitle];
  const shown = titles.map((words) => words.replaceAll(/<\/?[a-z][^<>]*>/gi, ' '));
  const names = new Set([stem, ...shown.flatMap(namesByTitle)].map(wordsOf));
  names.delete('');
  return names;
});

/** "BOLT #7: Gossip" is called by all of it, by "BOLT #7", and with "specification" and the like behind it. */
function namesByTitle(title: string): string[] {
  const head = /^([^:–—]*\d[^:–—]*?)\s*[:–—]/.exec(title)?.[1];
  const nouns = ['specification', 'spec', 'document', 'standard'].map((noun) => `${title} ${noun}`);
  return [title, head ?? '', ...nouns];
}

/**
 * The documents that are chapters of one work: in a folder, the top-level numbers of no two of them overlap, and not
 * all begin at 1. Only then a number that the own document lacks may be a neighbour's.
 */
function chaptersOf(all: readonly IndexedDocument[]): Set<IndexedDocument> {
  const chapters = new Set<IndexedDocument>();
  const byFolder = Map.groupBy(
    all.filter((document) => topNumbers(document).length > 0),
    (document) => directory(document.facts.path),
  );
  for (const documents of byFolder.values()) {
    const spans = documents
      .map((document) => topNumbers(document))
      .map((numbers) => [Math.min(...numbers), Math.max(...numbers)])
      .sort(([a], [b]) => a - b);
    if (spans.length > 1 && spans.every(([low], i) => i === 0 || low > spans[i - 1][1]))
      for (const document of documents) chapters.add(document);
  }
  return chapters;
}

/** A chapter that begins at 3 has no section numbers by itself; what is written at the head of its headings tells. */
function topNumbers({ facts: { sections } }: IndexedDocument): number[] {
  const numbers = sections.flatMap(({ number, written }) => {
    const top = Number.parseInt(number ?? written ?? '', 10);
    return top <= MAX_CHAPTER ? [top] : [];
  });
  return numbers.length > 1 ? numbers : [];
}

/** A larger number at the head of a heading is a year or a port. */
const MAX_CHAPTER = 200;
