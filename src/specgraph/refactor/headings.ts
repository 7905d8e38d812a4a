/** The parts of a heading in the source: its number and its title. */
import type { DocumentFacts, SectionFacts, SourceRange } from '../model/index.ts';
import { lineIndex } from '../parse/line-index.ts';
import { escapeExpression } from '../text/expressions.ts';

/** Offsets in the document's source. */
export interface Span {
  start: number;
  end: number;
}

export interface HeadingParts {
  /** Of the whole heading with its signs. */
  whole: Span;
  /** Of the number as it is written: "7", "d" of section 6d, "A" of an appendix. */
  number?: Span;
  /** Of the words behind the number and its mark. */
  title: Span;
}

/** Text that may stand before the number: markup, or an anchor in HTML. */
const BEFORE_NUMBER = String.raw`(?:[*_[\x60]|<[^>]*>)*`;
/** An element that only has a name: others link to it, so it stays where the title changes. */
const ANCHORS = String.raw`(?:<a\s[^<>]*>[ \t]*<\/a>[ \t]*)`;
const ANCHORS_BEHIND = new RegExp(String.raw`[ \t]*${ANCHORS}*$`);
const ANCHORS_AHEAD = new RegExp(`^${ANCHORS}+`);
/** Behind the title: anchors, closing signs, or attributes such as `{#id}`. */
const BEHIND_TITLE = new RegExp(String.raw`[ \t]*${ANCHORS}*(?:\{[^{}]*\}[ \t]*)?(?:(?<=[ \t])#+[ \t]*)?$`);
/** What separates the number from the title. */
const MARK = String.raw`(?:[*_\x60]*[.):]?[*_\x60]*(?:\s+|$)(?:[-–—]\s+)?|[.):]\s*|(?=<[A-Za-z]))`;

/** @returns where the parts of the heading stand */
export function headingParts(facts: DocumentFacts, section: SectionFacts): HeadingParts {
  const whole = spanOf(facts, section.range);
  const source = facts.source.slice(whole.start, whole.end);
  const head = /^#{1,6}[ \t]+/.exec(source)?.[0].length ?? 0;
  // The underline of a heading without "#" stands on its own line.
  const body = head > 0 ? source : source.replace(/(?:\r\n|\n|\r)[ \t]*(?:=+|-+)[ \t]*$/, '');
  const end = body.replace(head > 0 ? BEHIND_TITLE : ANCHORS_BEHIND, '').length;
  const words = source.slice(head, end);
  const found = numberIn(words, section);
  const at = whole.start + head;
  const titleStart = found?.titleStart ?? 0;
  const ahead = ANCHORS_AHEAD.exec(words.slice(titleStart))?.[0].length ?? 0;
  return {
    whole,
    number: found && { start: at + found.start, end: at + found.end },
    title: { start: at + titleStart + ahead, end: whole.start + end },
  };
}

function numberIn(
  words: string,
  section: SectionFacts,
): { start: number; end: number; titleStart: number } | undefined {
  const form = numberForm(section);
  if (!form) return undefined;
  const match = new RegExp(
    `^(?<before>${BEFORE_NUMBER}${form.lead})(?<number>${form.number})(?<mark>${MARK})`,
  ).exec(words);
  if (!match) return undefined;
  const { before, number } = match.groups!;
  return { start: before.length, end: before.length + number.length, titleStart: match[0].length };
}

function numberForm(section: SectionFacts): { lead: string; number: string } | undefined {
  const { step, label, number } = section;
  if (step !== undefined) return { lead: String.raw`Step\s+`, number: escapeExpression(step) };
  if (label)
    return {
      lead: String.raw`(?:Part|Chapter|Section|PART|CHAPTER|SECTION)\s+`,
      number: escapeExpression(label.number),
    };
  if (number === undefined || number === 'Appendix') return undefined;
  const escaped = escapeExpression(number);
  if (/^(?:Appendix|Annex)\b/i.test(section.heading))
    return { lead: String.raw`(?:Appendix|Annex|APPENDIX|ANNEX)\s+`, number: escaped };
  // "d. Join" under Section 6 is 6d.
  const isShort = /^\d+[a-z]$/.test(number) && !section.heading.startsWith(number);
  return { lead: '', number: isShort ? number.slice(-1) : escaped };
}

/** The offsets of a range in the document's source. */
export function spanOf(
  { lineStarts }: Pick<DocumentFacts, 'lineStarts'>,
  range: { line: number; column: number; endLine: number; endColumn: number },
): Span {
  return {
    start: lineStarts[range.line - 1] + range.column - 1,
    end: lineStarts[range.endLine - 1] + range.endColumn - 1,
  };
}

/** The title of a heading as it is written, without its number and signs. */
export function titleOfHeading(
  facts: DocumentFacts,
  section: SectionFacts,
): { range: SourceRange; text: string } {
  const { start, end } = headingParts(facts, section).title;
  return {
    range: lineIndex(facts.path, facts.source).range(start, end),
    text: facts.source.slice(start, end),
  };
}

/** The number by which references name a section. */
export function writtenNumber({ step, label, number }: SectionFacts): string | undefined {
  return step ?? label?.number ?? (number === 'Appendix' ? undefined : number);
}

/** The sections beside this one, itself included: of one depth below one section. */
export function siblingsOf(facts: DocumentFacts, section: SectionFacts): SectionFacts[] {
  return facts.sections.filter(({ depth, parent }) => depth === section.depth && parent === section.parent);
}

/** The section and all below it, "## 1.1" below "## 1" included. */
export function withDescendants(facts: DocumentFacts, section: SectionFacts): SectionFacts[] {
  const from = facts.sections.indexOf(section);
  const below = `${writtenNumber(section)}.`;
  const isBelow = (one: SectionFacts): boolean =>
    one.depth > section.depth ||
    (one.depth === section.depth && writtenNumber(one)?.startsWith(below) === true);
  const next = facts.sections.findIndex((one, i) => i > from && !isBelow(one));
  return facts.sections.slice(from, next < 0 ? undefined : next);
}

/** Gives the offset of a line and column, both 1-based, in a text. */
export function lineOffsets(text: string): (line: number, column: number) => number {
  const { starts } = lineIndex('', text);
  return (line, column) => starts[line - 1] + column - 1;
}

/** Longer than a word of prose can be, or written as no word is: "FL_MODE", "REQ-7", "open_channel". */
export function isDistinct(id: string): boolean {
  return id.length > 3 && /[_]|[A-Z].*[-\d]|\d.*[A-Z]|[a-z][A-Z]/.test(id);
}
