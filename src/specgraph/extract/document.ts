import type { SpecConfig } from '../config.ts';
import type {
  CodeValueForm,
  DocumentFacts,
  Grammars,
  RawClaim,
  RawDefinition,
  RawLink,
  RawReference,
  SectionFacts,
  SourceFile,
  SourceRange,
} from '../model/index.ts';
import { titleOfFrontMatter } from '../parse/front-matter.ts';
import { lineIndex, type LineIndex } from '../parse/line-index.ts';
import { parseDocument, partsOf, type Parts } from '../parse/markdown.ts';
import type { Renderer } from '../renderers/renderer.ts';
import { renderersNamed } from '../renderers/table.ts';
import { readAssignments } from './assignments.ts';
import { extractBrackets } from './brackets/index.ts';
import { claimPatterns, readClaims } from './claims.ts';
import { readConstants } from './constants/index.ts';
import { extractCodeBlocks, readBlockNames, readCodeValues } from './code-blocks.ts';
import { readDefaults } from './defaults.ts';
import { extractFooter, extractHeader } from './header-footer.ts';
import { extractUnclosedFences } from './fences.ts';
import { extractForm } from './form/index.ts';
import { readDefinitions } from './kinds/definitions.ts';
import { readBlockMentions, readMentions, thingsOfLinks } from './kinds/mentions.ts';
import { anchorsOfAttributeLists, extractLinks } from './links.ts';
import { extractUnits, type FlatUnit, type Unplaced, type Words } from './prose.ts';
import {
  maskCode,
  namedByLinks,
  ownerOfItems,
  readUnit,
  vocabulary,
  wordsBeside,
  type Vocabulary,
} from './references/index.ts';
import { extractSections, sectionFinder } from './sections.ts';
import { readCodeNames } from './code-names.ts';
import { readFunctions } from './functions.ts';
import { readFunctionsInProse, readShell } from './shell.ts';
import { readOtherCapitals } from './capitals.ts';
import { readComments } from './comments.ts';
import { readDemands } from './demands.ts';
import { readEndings } from './endings.ts';
import { readEndpoints } from './endpoints.ts';
import { readExitStatuses } from './exit-statuses.ts';
import { readLabels } from './labels.ts';
import { readLevels } from './levels.ts';
import { readLimits } from './limits.ts';
import { readMessages } from './messages.ts';
import { readMultiples } from './multiples.ts';
import { readObjects } from './objects/index.ts';
import { readNumberedParagraphs, readStepParagraphs } from './numbered-paragraphs.ts';
import { readNameLists } from './name-lists.ts';
import { readOrders } from './orders.ts';
import { readStepOrders } from './step-orders.ts';
import { readPatterns } from './patterns.ts';
import { readPorts } from './ports.ts';
import { readStatedCounts } from './counts.ts';
import { readStepCounts } from './step-counts.ts';
import { extractSuppressions } from './suppressions.ts';
import { extractTables } from './tables.ts';
import {
  partReaders,
  rememberParts,
  type DocumentMemory,
  type PartReaders,
  type UnitFacts,
} from './document-memory.ts';
import { filePatterns } from '../text/file-patterns.ts';
import { withoutDocumentExtension } from '../text/file-names.ts';
import { countWhere, lastWhere } from '../text/ordered.ts';

/** Reads documents of one set; its patterns are compiled once. */
export interface Extractor {
  /**
   * @param memory the parts of an earlier reading of the document, if any; it is updated to this reading
   * @param isNumbered whether the document is known to number its sections, also where it has one
   */
  (file: SourceFile, memory?: DocumentMemory, isNumbered?: boolean): DocumentFacts;
}

/**
 * @param root folder of the set; ids and numbers of documents are relative to it
 * @param isShown whether the facts keep the words, tables and code that only pages need, which are most of the memory
 * @param grammars parsers of code; code of other languages is not judged
 */
export function extractor(
  root: string,
  config: SpecConfig,
  isShown = false,
  grammars: Grammars = {},
): Extractor {
  const words = vocabulary(config);
  const claims = claimPatterns(config);
  const renderers = renderersNamed(config.renderer);
  const works = (config.parts ?? []).map(({ files, joined }, work) => ({
    holds: filePatterns(files, root),
    part: { work, isJoined: joined },
  }));
  const partOf = (path: string): DocumentFacts['part'] => works.find(({ holds }) => holds(path))?.part;
  const number = config.documentNumber ? new RegExp(config.documentNumber) : undefined;
  const codeValues = (config.profiles ?? []).flatMap((profile) => profile.codeValues ?? []);
  const keepAll =
    isShown ||
    Boolean(config.documentNumber ?? config.variables ?? config.countTables ?? config.overview) ||
    Object.values(config.kinds ?? {}).some(({ facets }) => facets !== undefined);
  const keepUnits = isShown || (config.staleWords ?? []).length > 0 || words.own.needsUnits;
  const readWords = (unit: Words): UnitFacts => ({
    references: readUnit(unit, words),
    claims: readClaims(unit, claims),
  });
  const readers = partReaders(readWords, grammars);
  return (file, memory, isNumbered = false) =>
    extractDocument(file, root, {
      words,
      part: partOf(file.path),
      isNumbered,
      renderers,
      number,
      codeValues,
      keepAll,
      keepUnits,
      read: memory ? rememberParts(memory, readers) : readers,
    });
}

interface Patterns {
  words: Vocabulary;
  part: DocumentFacts['part'];
  isNumbered: boolean;
  renderers: readonly [Renderer, ...Renderer[]];
  read: PartReaders;
  number?: RegExp;
  codeValues: readonly CodeValueForm[];
  keepAll: boolean;
  keepUnits: boolean;
}

function extractDocument(file: SourceFile, rootFolder: string, patterns: Patterns): DocumentFacts {
  const { path, text } = file;
  const { root, cuts } = parseDocument(path, text);
  const parts = partsOf(root);
  const index = lineIndex(path, text);
  const lines = text.endsWith('\n') ? index.starts.length - 1 : index.starts.length;
  const outline = extractSections(
    parts,
    text,
    index,
    Math.max(1, lines),
    patterns.renderers,
    patterns.isNumbered || patterns.part !== undefined,
  );
  const { sections, anchors: headingAnchors } = outline;
  const hasBlockAttributes = patterns.renderers.some((renderer) => renderer.anchors.hasBlockAttributes);
  const sectionAt = sectionFinder(sections);
  const at = <T extends { range: SourceRange }>(fact: T): T & { section?: string } =>
    Object.assign(fact, { section: sectionAt(fact.range.line)?.slug });
  const { links, anchors, definitions } = extractLinks(parts, text, index);
  const brackets = extractBrackets(parts, text, index);
  const units = extractUnits(parts, text, index, definitions);
  const heads = units.map((unit) => unit.place(0, 0));
  setOwnersOfListItems(parts, units, patterns.words);
  const read = units.map((unit, i) => {
    unit.section = sectionAt(heads[i].line)?.slug;
    return patterns.read.readWords(unit);
  });
  const named = linksWithNames(units, patterns.words);
  const codeBlocks = extractCodeBlocks(parts, index).map(at);
  const id = documentId(path, rootFolder);
  const { title, titleRange, otherTitle } = titleOf(sections, text, index, id);
  const name = {
    path,
    id,
    number: patterns.number?.exec(path.slice(path.lastIndexOf('/') + 1))?.[1],
    part: patterns.part,
    title,
  };
  const tables = extractTables(parts, index).map(at);
  const unclosedFences = extractUnclosedFences(parts, text, index);
  const definitionsHere = readDefinitions(
    { document: name, parts, units, sections, tables, codeBlocks, source: text, index },
    patterns.words.own.definitions,
  );
  return {
    ...name,
    source: text,
    titleRange,
    otherTitle,
    lines,
    lineStarts: index.starts,
    words: countWords(text),
    cuts,
    header: extractHeader(parts.root, text, index),
    footer: extractFooter(parts.root, text, index),
    sections,
    anchors: [
      ...anchors,
      ...headingAnchors,
      ...(hasBlockAttributes ? anchorsOfAttributeLists(text, index) : []),
    ],
    links: [...links, ...brackets.shownAsText].map((link) => ({
      ...at(link),
      ...named.get(index.starts[link.range.line - 1] + link.range.column - 1),
      context: contextOf(units, heads, link.range),
    })),
    undefinedLabels: brackets.undefinedLabels,
    unclosedFences,
    form: extractForm(parts, sections, units, unclosedFences, patterns.read.judgeCode, text, index),
    references: [
      ...units.flatMap((unit, i) => read[i].references.map((found): RawReference => placed(found, unit))),
      ...codeBlocks.flatMap((block) => readBlockNames(block, text, index, patterns.words)),
      ...codeBlocks.flatMap((block) => readComments(block, text, index, patterns.words)),
      ...codeBlocks.flatMap((block) => readBlockMentions(block, text, index, patterns.words.own)),
    ]
      .filter((reference) => !isOwnDefinition(reference, definitionsHere))
      .map(at),
    definitions: definitionsHere,
    numberedParagraphs: readNumberedParagraphs(parts, units, outline, index),
    stepParagraphs: readStepParagraphs(units, outline),
    tables,
    codeValues: codeBlocks
      .flatMap((block) => readCodeValues(block, text, index, patterns.codeValues))
      .map(at),
    codeBlocks: patterns.keepAll ? codeBlocks : [],
    codeNames: readCodeNames(units, codeBlocks, text, index),
    objects: readObjects(codeBlocks, text, index),
    labels: readLabels(units, codeBlocks, tables, text, index),
    shell: readShell(codeBlocks, patterns.read.shellNames, text, index),
    functionsInProse: readFunctionsInProse(units),
    functions: readFunctions(units, codeBlocks, text, index),
    defaults: readDefaults(units, codeBlocks, parts, text, index),
    assignments: readAssignments(units, codeBlocks, text, index),
    ports: readPorts(units, codeBlocks, text, index),
    messages: readMessages(units, codeBlocks, text, index),
    constants: readConstants(units, codeBlocks, text, index),

    endpoints: readEndpoints(units, codeBlocks, text, index),
    otherCapitals: readOtherCapitals(units),
    orders: readOrders(units),
    stepOrders: readStepOrders(units),
    nameLists: readNameLists(units, codeBlocks, tables, text, index),
    demands: readDemands(units, text),
    multiples: readMultiples(units, new Map(sections.map(({ slug, title: words }) => [slug, words]))),
    stepCounts: readStepCounts(units),
    counts: readStatedCounts(units),
    patterns: readPatterns(units, codeBlocks, text, index),
    levels: readLevels(units, codeBlocks, tables, text, index),
    limits: readLimits(units, codeBlocks, text, index),
    endings: readEndings(units, codeBlocks, text, index),
    exitStatuses: readExitStatuses(units, codeBlocks, tables, text, index),
    units: patterns.keepUnits ? units : [],
    claims: units.flatMap((unit, i) => read[i].claims.map((found): RawClaim => placed(found, unit))).map(at),
    suppressions: extractSuppressions(parts, text, index),
  };
}

function titleOf(
  sections: readonly SectionFacts[],
  text: string,
  index: LineIndex,
  id: string,
): Pick<DocumentFacts, 'title' | 'titleRange' | 'otherTitle'> {
  const heading = sections.find(({ depth }) => depth === 1);
  const stated = titleOfFrontMatter(text);
  if (!heading && stated) return { title: stated.text, titleRange: index.range(stated.start, stated.end) };
  const section = heading ?? sections[0];
  const title = section?.heading ?? id;
  const otherTitle = stated && stated.text !== title ? stated.text : undefined;
  return { title, titleRange: section?.range ?? index.range(0, 0), otherTitle };
}

/** What the words of links name, by the offset of the link: a section, or a thing of a configured kind. */
function linksWithNames(
  units: readonly FlatUnit[],
  { own }: Vocabulary,
): Map<number, Partial<Pick<RawLink, 'names' | 'thing' | 'text' | 'beside'>>> {
  const found = new Map<number, Partial<Pick<RawLink, 'names' | 'thing' | 'text' | 'beside'>>>();
  for (const unit of units) {
    const things = own.mentions.length > 0 ? thingsOfLinks(unit, readMentions(unit, own)) : [];
    for (const [i, names] of namedByLinks(unit).entries()) {
      const { start, end, offset } = unit.links[i];
      const thing = things[i];
      const isNumber = names?.number !== undefined && names.title === undefined;
      if (names)
        found.set(offset, {
          names,
          thing,
          text: unit.text.slice(start, end),
          beside: isNumber ? wordsBeside(unit, start, end) : undefined,
        });
      else if (thing) found.set(offset, { thing });
    }
  }
  return found;
}

/** The words that define a thing do not mention it. */
function isOwnDefinition({ kind, range }: RawReference, definitions: readonly RawDefinition[]): boolean {
  return definitions.some(
    (one) =>
      one.kind === kind &&
      one.range.line === range.line &&
      one.range.column < range.endColumn &&
      one.range.endColumn > range.column,
  );
}

/** A list item that is only the name of a document owns the numbers in the items below it. */
function setOwnersOfListItems(
  { prose, itemAbove }: Parts,
  units: readonly FlatUnit[],
  words: Vocabulary,
): void {
  if (itemAbove.size === 0) return;
  const unitOf = new Map<unknown, FlatUnit>(prose.map((node, i) => [node, units[i]]));
  for (const [node, above] of itemAbove) {
    const owner = unitOf.get(above);
    const unit = unitOf.get(node);
    if (unit && owner) unit.under = ownerOfItems(owner, maskCode(owner), words) ?? owner.under;
  }
}

/** Number of words: the same as the parts that splitting the text at blanks gives. */
function countWords(text: string): number {
  let words = 1;
  let inBlank = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const isBlank = code === 32 || (code >= 9 && code <= 13) || code === 160;
    if (isBlank && !inBlank) words++;
    inBlank = isBlank;
  }
  return words;
}

/** Path below the root without its extension; `#` and `:` in it are written as in a URL, since other ids have them. */
function documentId(path: string, root: string): string {
  const below =
    root === '.' || root === '' ? path : path.startsWith(`${root}/`) ? path.slice(root.length + 1) : path;
  return withoutDocumentExtension(below).replaceAll('#', '%23').replaceAll(':', '%3A');
}

function placed<T extends { range: SourceRange }>(
  { start, end, fact }: Unplaced<T>,
  unit: FlatUnit,
): Omit<T, 'range'> & { range: SourceRange } {
  return { ...fact, range: unit.place(start, end) };
}

/**
 * The sentence or row around a link.
 * @param units in document order
 * @param heads where each of them begins
 */
function contextOf(units: FlatUnit[], heads: SourceRange[], range: SourceRange): string {
  const unit = units[countWhere(heads, (head) => !startsAfter(head, range)) - 1];
  const sentence = unit && lastWhere(unit.sentences, (candidate) => !startsAfter(candidate.range, range));
  const covers =
    sentence && (unit.kind === 'row' ? unit.sentences.at(-1)! : sentence).range.endLine >= range.line;
  return covers ? (unit.kind === 'row' ? unit.text : sentence.text) : '';
}

/** Whether `a` starts after the end of `b`. The end counts, because the words of a link begin behind its bracket. */
function startsAfter(a: SourceRange, b: SourceRange): boolean {
  return a.line > b.endLine || (a.line === b.endLine && a.column > b.endColumn);
}
