/** Where sections begin and end in the source, with what belongs to their headings and what belongs to the document. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { withDescendants, type Span } from './headings.ts';

/** A line that belongs to the heading below it: an anchor, or a comment directly above. */
const ANCHOR_LINE = /^[ \t]*(?:<a\s[^<>]*>\s*<\/a>\s*)+$/;
const COMMENT_LINE = /^[ \t]*<!--.*-->[ \t]*$/;

/** How most lines of a document end. */
export function newlineOf({ source, lines }: Pick<DocumentFacts, 'source' | 'lines'>): string {
  const pairs = source.split('\r\n').length - 1;
  return pairs * 2 > lines ? '\r\n' : '\n';
}

/** @param line 1-based */
export function lineText({ source, lineStarts }: DocumentFacts, line: number): string {
  return source.slice(lineStarts[line - 1], lineStarts[line] ?? source.length).replace(/[\r\n]+$/, '');
}

/** The offset where a section begins: at its heading, or at anchors and comments above it. */
function headStart(facts: DocumentFacts, { range }: SectionFacts): number {
  let first = range.line;
  for (let line = range.line - 1; line > 0; line--) {
    const text = lineText(facts, line);
    if (ANCHOR_LINE.test(text) || (COMMENT_LINE.test(text) && line === first - 1)) first = line;
    else if (text.trim() !== '') break;
  }
  return facts.lineStarts[first - 1];
}

/** `[label]: destination` and `[^note]: words`, on one line. */
const DEFINITION_LINE = /^ {0,3}\[[^\]\\]+\]:(?:\s+\S.*)?$/;

/**
 * The offset behind the last line of the document that is part of a section: before its footer, the definitions of labels
 * and blank lines at its end.
 */
export function contentEnd(facts: DocumentFacts): number {
  const { footer, lineStarts } = facts;
  let line = footer.length > 0 ? footer[0].range.line - 1 : facts.lines;
  const skip = (pattern: RegExp): void => {
    while (line > 0 && pattern.test(lineText(facts, line))) line--;
  };
  skip(/^\s*$/);
  if (
    footer.length > 0 &&
    /^\s*(?:-\s*){3,}$|^\s*(?:\*\s*){3,}$|^\s*(?:_\s*){3,}$/.test(lineText(facts, line))
  ) {
    line--;
    skip(/^\s*$/);
  }
  while (DEFINITION_LINE.test(lineText(facts, line))) {
    skip(DEFINITION_LINE);
    skip(/^\s*$/);
  }
  return lineStarts[line] ?? facts.source.length;
}

/** A place where a section can be written, and the blank lines that it needs. */
export interface Gap {
  offset: number;
  /** The text ends here: a blank line belongs before the section and not behind it. */
  isEnd: boolean;
}

/** The place behind a section and its subsections. */
export function gapBehind(facts: DocumentFacts, section: SectionFacts): Gap {
  const next = facts.sections[facts.sections.indexOf(section) + withDescendants(facts, section).length];
  return next ? { offset: headStart(facts, next), isEnd: false } : { offset: contentEnd(facts), isEnd: true };
}

export function gapBefore(facts: DocumentFacts, section: SectionFacts): Gap {
  return { offset: headStart(facts, section), isEnd: false };
}

/** The text of a section with its subsections, and the blank lines that separate it from a neighbour. */
export interface Block {
  /** What goes away: the text with what separates it from the next section, or from the one before where it is the last. */
  span: Span;
  /** From the heading to the end of the last line that is not blank, without the newline there. */
  text: Span;
  /** The newline behind the text, and the blank lines; empty where the document has nothing else. */
  separator: string;
}

/**
 * A section takes along what separates it from its neighbour: however sections are set apart, one that moves there and
 * back leaves the bytes as they were.
 */
export function blockOf(facts: DocumentFacts, section: SectionFacts): Block {
  const { source } = facts;
  const start = headStart(facts, section);
  const { offset: end, isEnd } = gapBehind(facts, section);
  const text = { start, end: textEnd(source, end) };
  if (!isEnd) return { span: { start, end }, text, separator: source.slice(text.end, end) };
  const before = textEnd(source, start);
  const separator = before === 0 ? '' : source.slice(before, start);
  const newline = text.end < end ? (/^(?:\r\n|\n|\r)/.exec(separator)?.[0].length ?? 0) : 0;
  return { span: { start: before + newline, end }, text, separator };
}

/** The end of the last line before an offset that is not blank, without its newline; spaces at its end are part of it. */
function textEnd(source: string, offset: number): number {
  const before = source.slice(0, offset);
  const { length } = before.trimEnd();
  const spaces = length === 0 ? 0 : /^[^\r\n]*/.exec(before.slice(length))![0].length;
  return length + spaces;
}

/**
 * What must stand around a block of text at a gap: its text without blank lines at its ends, and its newline.
 * @param separator a newline and the blank lines between the block and its neighbour
 */
export function aroundBlock(
  facts: DocumentFacts,
  { offset, isEnd }: Gap,
  separator = newlineOf(facts).repeat(2),
): { lead: string; trail: string } {
  const newline = newlineOf(facts);
  const { source } = facts;
  if (!isEnd) {
    // A heading without "#" would take the lines before it as its own.
    const isPlain = source[offset] === '#' || separator.split('\n').length > 2;
    return { lead: '', trail: isPlain ? separator : newline + newline };
  }
  if (offset === 0) return { lead: '', trail: newline };
  const isLineEnded = /[\r\n]$/.test(source.slice(0, offset));
  return isLineEnded
    ? { lead: separator.replace(/^(?:\r\n|\n|\r)/, ''), trail: newline }
    : { lead: separator, trail: '' };
}
