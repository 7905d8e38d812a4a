import type { Heading } from 'mdast';
import { LETTER_SERIES } from '../kinds/numbered.ts';
import type { Anchor, SectionFacts } from '../model/index.ts';
import type { LineIndex } from '../parse/line-index.ts';
import { ofSource, plainText, type Parts } from '../parse/markdown.ts';
import type { AnchorRules, Renderer } from '../renderers/renderer.ts';
import { lastWhere } from '../text/ordered.ts';
import {
  createSlugs,
  makeSameAnchors,
  readHtmlHeadings,
  slugTextOf,
  withoutWrittenId,
  type HtmlHeading,
} from './slugs.ts';

/** A number alone is a date or a version. */
const NUMBERED = /^(\d+(?:\.\d+)*)([a-z])?(?:[.):]\s*|\s+)(?:[-–—]\s+)?(?!\d)(.*\p{L}.*)$/su;
const LETTERED = /^([a-z])[.)]\s+(.*)$/s;
const APPENDIX =
  /^(?:Appendix|Annex|APPENDIX|ANNEX)(?:\s+([A-Z](?:\.\d+)*|[IVXL]+|\d+(?:\.\d+)*))?(?![\w])[.:)]?\s*(?:[-–—]\s*)?(.*)$/s;
/** "A.1 Part" below "Appendix A", or in a document whose headings count A.1, A.2, A.3. */
const APPENDIX_PART = /^([A-Z](?:\.\d+)+)[.:)]?\s+(.*)$/s;
const LABELLED = /^(Part|Chapter|PART|CHAPTER)\s+(\d+(?:\.\d+)*)[.:)]?\s*(?:[-–—]\s*)?(.*)$/s;
/** "Part II: Extensions". Without the sign it may be a sentence: "Part I like". */
const LABELLED_ROMAN = /^(Part|Chapter|PART|CHAPTER)\s+([IVX]+)(?:[.:)]\s*(?:[-–—]\s*)?|\s*[-–—]\s*|$)(.*)$/s;
/** "Section 3: Rules". Without the sign it is a sentence: "Section 3 is removed". */
const LABELLED_SECTION =
  /^(Section|SECTION)\s+(\d+(?:\.\d+)*[a-z]?)(?:[.:)]\s*(?:[-–—]\s*)?|\s*[-–—]\s+|$)(.*)$/s;
const STEP = /^Step\s+(\d+[a-z]?)\b[.:)]?\s*(.*)$/s;

/**
 * The share of steps between section numbers that must be regular. One wrong number changes two steps, so that a
 * document of five sections may have one.
 */
const MIN_REGULAR_STEPS = 0.5;

interface Candidate {
  node: Heading;
  heading: string;
  /** The parts of the number that the heading begins with: "4.2 Keys" gives 4 and 2. */
  parts?: number[];
  /** Position of the heading above it in the outline, -1 at the top. */
  parent: number;
  /** Whether it is a line of a table of contents that is written as a heading. It is not a section. */
  isContentsEntry: boolean;
  /** The destination, where it is nothing but a link to another document. */
  elsewhere?: string;
}

const OTHER_DOCUMENT = /^(?![a-z][a-z\d+.-]*:|[/#?])[^#?]+\.(?:md|markdown|mdx)(?:#|$)/i;

/** Which leading numbers of a document are section numbers. */
interface Numbering {
  /** The depth of the sections that count 1, 2, 3; undefined where the document numbers none. */
  depth?: number;
  /** "Appendix A" is one of a series of letters, not Appendix I of II, nor one of several without a letter. */
  letteredAppendices: boolean;
  soleAppendix: boolean;
  /** Letters whose parts count from 1 without a gap; they need no heading "Appendix A" above them. */
  countedLetters: ReadonlySet<string>;
}

export interface Outline {
  sections: SectionFacts[];
  /** Further slugs that a renderer gives: to headings in HTML, and to headings that begin with an image or markup. */
  anchors: Anchor[];
  /** Numbers of headings in HTML, which are no sections: "A" of `<h3>Appendix A: Words</h3>`. */
  htmlNumbers: { number: string; line: number }[];
}

/**
 * The headings of a document as sections: slug (by the algorithm of the first renderer), number, place and extent.
 * A number counts as a section number only where the document numbers its sections; see `numberingOf`.
 * @param isNumbered whether numbers are those of sections for certain: the document is a part of a work, or had more of them
 */
export function extractSections(
  parts: Parts,
  source: string,
  index: LineIndex,
  lastLine: number,
  [renderer, ...otherRenderers]: readonly [Renderer, ...Renderer[]],
  isNumbered: boolean,
): Outline {
  const slugs = createSlugs(renderer.anchors);
  const used = new Set<string>();
  const { candidates, html } = headings(parts, source, renderer.anchors);
  // Most renderers agree with the first: their anchors are then made once.
  const otherSlugs = otherRenderers.map(({ anchors }) =>
    html.length === 0 && makeSameAnchors(anchors, renderer.anchors) ? undefined : createSlugs(anchors),
  );
  const numbering = numberingOf(candidates, isNumbered);
  const sections: SectionFacts[] = [];
  const anchors: Anchor[] = [];
  const open: SectionFacts[] = [];
  const lists = listsByLine(parts, index);
  let nextHtml = 0;
  const slugsOfHtml = (before: number): void => {
    for (; nextHtml < html.length && html[nextHtml].start < before; nextHtml++) {
      const { start, end, text } = html[nextHtml];
      const range = index.range(start, end);
      for (const name of slugs.ofHtml(text)) anchors.push({ name, range, renderer: 0 });
      for (const [i, other] of otherSlugs.entries())
        for (const name of other?.ofHtml(text) ?? []) anchors.push({ name, range, renderer: i + 1 });
    }
  };
  for (const { node, heading, isContentsEntry, elsewhere } of candidates) {
    const range = index.range(node.position!.start.offset!, node.position!.end.offset!);
    slugsOfHtml(node.position!.start.offset!);
    while (open.length > 0 && open[open.length - 1].depth >= node.depth) open.pop()!.endLine = range.line - 1;
    const [own, ...others] = slugs.ofHeading(node);
    const section: SectionFacts = {
      slug: uniqueSlug(own, used),
      ...(isContentsEntry ? { title: heading } : readNumber(heading, node.depth, numbering, open)),
      heading,
      depth: node.depth,
      parent: open[open.length - 1]?.slug,
      range,
      endLine: lastLine,
    };
    for (const name of others) anchors.push({ name, range, renderer: 0 });
    if (elsewhere !== undefined) section.elsewhere = elsewhere;
    if (otherSlugs.length > 0)
      section.otherSlugs = otherSlugs.map((other) => other?.ofHeading(node)[0] ?? own);
    sections.push(section);
    open.push(section);
  }
  slugsOfHtml(Number.POSITIVE_INFINITY);
  const sectionAt = sectionFinder(sections);
  for (const { line, ...list } of lists) {
    const section = sectionAt(line);
    if (section) section.lists = [...(section.lists ?? []), list];
  }
  for (const { line, mark } of marksByLine(parts, source, index)) {
    const section = sectionAt(line);
    if (section) section.marks = [...(section.marks ?? []), mark];
  }
  const htmlNumbers = html.flatMap(({ start, text }) => {
    const number = (APPENDIX.exec(text) ?? NUMBERED.exec(text))?.[1];
    return number === undefined ? [] : [{ number, line: index.lineAt(start) }];
  });
  return { sections, anchors, htmlNumbers };
}

const MARK = /^[ \t>*+-]*(?:\d+[.)][ \t]+)?\((?<mark>[a-z]|\d{1,2})\)[ \t]/gm;

/** "(a)" at the head of a line of prose. */
function marksByLine({ prose }: Parts, source: string, index: LineIndex): { line: number; mark: string }[] {
  return prose.flatMap((node) => {
    if (node.type !== 'paragraph') return [];
    const start = node.position!.start.offset!;
    const text = source.slice(start, node.position!.end.offset);
    if (!text.includes('(')) return [];
    return [...text.matchAll(MARK)].map((match) => ({
      line: index.lineAt(start + match.index),
      mark: match.groups!.mark,
    }));
  });
}

/** The id of a section must be its own, even where two headings are written with one anchor. */
function uniqueSlug(slug: string, used: Set<string>): string {
  let own = slug;
  while (used.has(own)) own += '-again';
  used.add(own);
  return own;
}

function listsByLine({ lists }: Parts, index: LineIndex): { line: number; first: number; last: number }[] {
  return lists
    .filter((list) => list.ordered)
    .map((list) => {
      const first = list.start ?? 1;
      const line = index.range(list.position!.start.offset!, list.position!.start.offset!).line;
      return { line, first, last: first + list.children.length - 1 };
    });
}

function headings(
  { flow }: Parts,
  source: string,
  rules: AnchorRules,
): { candidates: Candidate[]; html: HtmlHeading[] } {
  const candidates: Candidate[] = [];
  const html: HtmlHeading[] = [];
  const open: number[] = [];
  let unclosed: HtmlHeading | undefined;
  for (const node of flow) {
    if (node.type === 'html') unclosed = readHtmlHeadings(node, unclosed, html);
    if (unclosed && node.type === 'paragraph') unclosed.text += slugTextOf(node);
    if (node.type !== 'heading') continue;
    const heading = withoutWrittenId(ofSource(plainText(node).trim(), source, node), rules);
    const only =
      node.children.length === 1 && node.children[0].type === 'link' ? node.children[0].url : undefined;
    const isContentsEntry = only?.startsWith('#') ?? false;
    const match = isContentsEntry ? undefined : NUMBERED.exec(heading);
    while (open.length > 0 && candidates[open[open.length - 1]].node.depth >= node.depth) open.pop();
    open.push(candidates.length);
    candidates.push({
      node,
      heading,
      parts: match?.[1].split('.').map(Number),
      parent: open.at(-2) ?? -1,
      isContentsEntry,
      elsewhere: only !== undefined && OTHER_DOCUMENT.test(only) ? only : undefined,
    });
  }
  return { candidates, html };
}

/** The numbers of the headings at a depth. Where all belong to one chapter (7.1, 7.2), the second part counts. */
function seriesAt(depth: number, candidates: Candidate[]): { number: number; parent: number }[] {
  const numbered = candidates.filter(
    (candidate) => candidate.node.depth === depth && candidate.parts !== undefined,
  );
  const isOneChapter =
    numbered.length > 1 &&
    numbered.every(
      (candidate) => candidate.parts!.length > 1 && candidate.parts![0] === numbered[0].parts![0],
    );
  return numbered.map((candidate) => ({
    number: candidate.parts![isOneChapter ? 1 : 0],
    parent: candidate.parent,
  }));
}

/**
 * Whether numbers at the head of headings are section numbers here, and not dates, the versions of a changelog or
 * "3 ways to …": at the shallowest depth with two numbered headings they must start at 0 to 2 and most of them must follow
 * their predecessor, or be equal to it (5, 5a). A few wrong numbers are findings, and do not make the others something
 * else. A count that begins again under another heading numbers the parts of that heading, not the sections of the document.
 */
function numberingOf(candidates: Candidate[], isNumbered: boolean): Numbering {
  const labels = candidates.flatMap((candidate) => {
    const match = APPENDIX.exec(candidate.heading);
    return match && !candidate.isContentsEntry ? [match[1] ?? ''] : [];
  });
  return {
    depth: isNumbered ? shallowestNumbered(candidates) : sectionDepth(candidates),
    letteredAppendices:
      !labels.some((label) => /^(?:[IVXL]{2,}|\d[\d.]*)$/.test(label)) &&
      (!labels.includes('I') || labels.includes('H')),
    soleAppendix: labels.filter((label) => label === '').length === 1,
    countedLetters: countedLetters(candidates),
  };
}

/** "A" of headings "A.1 Terms", "A.2 Keys" of one depth; a list of rules such as "P.1", "P.2", "P.10" has gaps. */
function countedLetters(candidates: readonly Candidate[]): ReadonlySet<string> {
  const parts = candidates.flatMap(({ heading, node, isContentsEntry }) => {
    const match = isContentsEntry ? null : /^([A-Z])\.(\d+)[.:)]?\s/.exec(heading);
    return match ? [{ letter: match[1], number: Number(match[2]), depth: node.depth }] : [];
  });
  const counted = [...Map.groupBy(parts, ({ letter }) => letter)].filter(
    ([, own]) =>
      own.length > 1 && own.every(({ number, depth }, i) => number === i + 1 && depth === own[0].depth),
  );
  return new Set(counted.map(([letter]) => letter));
}

/** A part of a work may begin with any number, and have one chapter. */
function shallowestNumbered(candidates: Candidate[]): number | undefined {
  const depths = candidates.filter(({ parts }) => parts !== undefined).map(({ node }) => node.depth);
  return depths.length > 0 ? Math.min(...depths) : undefined;
}

function sectionDepth(candidates: Candidate[]): number | undefined {
  for (let depth = 1; depth <= 6; depth++) {
    const series = seriesAt(depth, candidates);
    if (series.length < 2) continue;
    const [first] = series;
    const startsAgain = series.some(
      ({ number, parent }) => number === first.number && parent !== first.parent,
    );
    const steps = series.slice(1).map(({ number }, i) => number - series[i].number);
    const increments = steps.filter((step) => step === 1).length;
    const regular = steps.filter((step) => step === 0 || step === 1).length;
    const isOrderly = increments > 0 && regular >= steps.length * MIN_REGULAR_STEPS;
    const numbers = series.map(({ number }) => number);
    return !startsAgain && first.number <= 2 && (isOrderly || isShuffled(numbers) || hasOneSlip(numbers))
      ? depth
      : undefined;
  }
  return undefined;
}

/** Every number from the lowest to the highest stands once, most of them behind a lower one: two sections were swapped. */
function isShuffled(numbers: readonly number[]): boolean {
  const isWhole =
    new Set(numbers).size === numbers.length &&
    Math.max(...numbers) - Math.min(...numbers) === numbers.length - 1;
  const rises = numbers.slice(1).filter((number, i) => number > numbers[i]).length;
  return isWhole && numbers.length > 2 && rises > (numbers.length - 1) / 2;
}

/** Four sections and more that count from one to the next but for a single number, or for one that is too many. */
function hasOneSlip(numbers: readonly number[]): boolean {
  const strays = (list: readonly number[]): number =>
    list.filter((number, i) => number !== numbers[0] + i).length;
  const hasExtra = numbers.some(
    (_number, i) => i > 0 && i < numbers.length - 1 && strays(numbers.toSpliced(i, 1)) === 0,
  );
  return numbers.length > 3 && (strays(numbers) === 1 || hasExtra);
}

function readNumber(
  heading: string,
  depth: number,
  numbering: Numbering,
  above: SectionFacts[],
): Pick<SectionFacts, 'number' | 'title' | 'step' | 'label' | 'written'> {
  const appendix = APPENDIX.exec(heading);
  if (appendix) {
    const [, number, title] = appendix;
    const known = number === undefined ? numbering.soleAppendix : numbering.letteredAppendices;
    // "Appendix II" and "Annex 2" count by themselves: they are neither Section 2 nor the letter I.
    if (!known && number !== undefined)
      return { label: { series: LETTER_SERIES, number }, title: title || heading };
    return { number: known ? (number ?? 'Appendix') : undefined, title: title || heading };
  }
  const part = APPENDIX_PART.exec(heading);
  if (
    part &&
    (numbering.countedLetters.has(part[1][0]) ||
      (numbering.letteredAppendices && above.some((section) => /^[A-Z]/.test(section.number ?? ''))))
  )
    return { number: part[1], title: part[2] };
  const label = LABELLED.exec(heading) ?? LABELLED_ROMAN.exec(heading) ?? LABELLED_SECTION.exec(heading);
  if (label) {
    return { label: { series: label[1].toLowerCase(), number: label[2] }, title: label[3] || heading };
  }
  const step = STEP.exec(heading);
  if (step) return { step: step[1], title: step[2] || heading };
  const match = NUMBERED.exec(heading);
  const written = match ? match[1] + (match[2] ?? '') : undefined;
  if (numbering.depth === undefined) return { title: heading, written };
  if (match && countsAsSection(match[1] + (match[2] ?? ''), depth, numbering.depth, above)) {
    return { number: match[1] + (match[2] ?? ''), title: match[3] };
  }
  const lettered = LETTERED.exec(heading);
  const parent = above.at(-1);
  if (lettered && parent?.number && /^\d+$/.test(parent.number))
    return { number: parent.number + lettered[1], title: lettered[2] };
  return { title: heading, written };
}

/**
 * Below the sections, a plain "1." numbers something else, and so does "1.2" where nothing above it has a number, or where
 * it is a part of such a "1.".
 */
function countsAsSection(number: string, depth: number, sections: number, above: SectionFacts[]): boolean {
  if (depth <= sections) return true;
  const nearest = above.findLast((section) => (section.number ?? section.written) !== undefined);
  return !/^\d+$/.test(number) && nearest?.number !== undefined;
}

/** Finds the innermost section of a line; sections must be in document order. */
export function sectionFinder(sections: SectionFacts[]): (line: number) => SectionFacts | undefined {
  return (line) => lastWhere(sections, (section) => section.range.line <= line);
}
