import type { SpecConfig } from '../config.ts';
import type { DocumentFacts, SourceFile, SourceRange } from '../model.ts';
import { lineIndex } from '../parse/line-index.ts';
import { parseMarkdown, partsOf } from '../parse/markdown.ts';
import { claimPatterns, readClaims, type ClaimPattern } from './claims.ts';
import { extractCodeBlocks, readBlockNames, readUserInputs } from './code-blocks.ts';
import { extractFooter, extractHeader } from './header-footer.ts';
import { extractLinks, undefinedLabels } from './links.ts';
import { extractUnits, type FlatUnit } from './prose.ts';
import { readUnit, vocabulary, type Vocabulary } from './references.ts';
import { extractSections, sectionFinder } from './sections.ts';
import { extractSuppressions } from './suppressions.ts';
import { extractTables } from './tables.ts';
import { lastWhere } from '../text/ordered.ts';

/** Reads documents of one set; its patterns are compiled once. */
export interface Extractor {
  (file: SourceFile): DocumentFacts;
}

/** @param root folder of the set; ids and numbers of documents are relative to it */
export function extractor(root: string, config: SpecConfig): Extractor {
  const words = vocabulary(config);
  const claims = claimPatterns(config);
  const number = config.documentNumber ? new RegExp(config.documentNumber) : undefined;
  const keepAll = Boolean(config.documentNumber ?? config.variables ?? config.countTables ?? config.overview);
  const keepUnits = (config.staleWords ?? []).length > 0;
  return (file) => extractDocument(file, root, { words, claims, number, keepAll, keepUnits });
}

interface Patterns {
  words: Vocabulary;
  claims: ClaimPattern[];
  number?: RegExp;
  keepAll: boolean;
  keepUnits: boolean;
}

function extractDocument(file: SourceFile, rootFolder: string, patterns: Patterns): DocumentFacts {
  const { path, text } = file;
  const { root, cuts } = parseMarkdown(text);
  const parts = partsOf(root);
  const index = lineIndex(path, text);
  const lines = text.endsWith('\n') ? index.starts.length - 1 : index.starts.length;
  const { sections, anchors: headingAnchors } = extractSections(parts, text, index, Math.max(1, lines));
  const sectionAt = sectionFinder(sections);
  const at = <T extends { range: SourceRange }>(fact: T): T & { section?: string } =>
    Object.assign(fact, { section: sectionAt(fact.range.line)?.slug });
  const { links, anchors, definitions } = extractLinks(parts, text, index);
  const units = extractUnits(parts, text, index, definitions);
  for (const unit of units) unit.section = sectionAt(unit.place(0, 0).line)?.slug;
  const codeBlocks = extractCodeBlocks(parts, index).map(at);
  const id = documentId(path, rootFolder);
  const title = sections.find((section) => section.depth === 1) ?? sections[0];
  return {
    path, id,
    source: text,
    number: patterns.number?.exec(path.slice(path.lastIndexOf('/') + 1))?.[1],
    title: title?.heading ?? id,
    titleRange: title?.range ?? index.range(0, 0),
    lines,
    lineStarts: index.starts,
    words: countWords(text),
    cuts,
    header: extractHeader(parts.root, text, index),
    footer: extractFooter(parts.root, text, index),
    sections,
    anchors: [...anchors, ...headingAnchors],
    links: links.map((link) => ({ ...at(link), context: contextOf(units, link.range) })),
    undefinedLabels: units.flatMap((unit) => undefinedLabels(unit, definitions, text, index)),
    references: [
      ...units.flatMap((unit) => readUnit(unit, patterns.words)),
      ...codeBlocks.flatMap((block) => readBlockNames(block, text, index, patterns.words)),
    ].map(at),
    tables: patterns.keepAll ? extractTables(parts, index).map(at) : [],
    userInputs: codeBlocks.flatMap((block) => readUserInputs(block, text, index)).map(at),
    codeBlocks: patterns.keepAll ? codeBlocks : [],
    units: patterns.keepUnits ? units : [],
    claims: units.flatMap((unit) => readClaims(unit, patterns.claims)).map(at),
    suppressions: extractSuppressions(parts, text, index),
  };
}

/** Runs of anything but blanks, as many as splitting at blanks gives. */
function countWords(text: string): number {
  let words = 1;
  let inBlank = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const blank = code === 32 || (code >= 9 && code <= 13) || code === 160;
    if (blank && !inBlank) words++;
    inBlank = blank;
  }
  return words;
}

/** Path below the root without its extension; a `#` in it is written as in a URL, since ids of sections begin theirs with one. */
export function documentId(path: string, root: string): string {
  const below = root === '.' || root === '' ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  return below.replace(/\.(?:md|markdown|mdx)$/i, '').replaceAll('#', '%23');
}

/** The sentence or row around a link; units are in document order. */
function contextOf(units: FlatUnit[], range: SourceRange): string {
  const unit = lastWhere(units, (u) => !startsAfter(u.place(0, 0), range));
  const sentence = unit && lastWhere(unit.sentences, (s) => !startsAfter(s.range, range));
  const covers = sentence && (unit.kind === 'row' ? unit.sentences.at(-1)! : sentence).range.endLine >= range.line;
  return covers ? (unit.kind === 'row' ? unit.text : sentence.text) : '';
}

/** Compared with the end: the words of a link begin behind its bracket. */
function startsAfter(a: SourceRange, b: SourceRange): boolean {
  return a.line > b.endLine || (a.line === b.endLine && a.column > b.endColumn);
}
