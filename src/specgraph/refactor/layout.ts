/** Where sections begin and end in the source, with what belongs to their headings and what belongs to the document. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { withDescendants, type Span } from './headings.ts';

/** A line that belongs to the heading below it: an anchor, or a comment directly above. */
const ANCHOR_LINE = /^[ \t]*(?:<a\s[^<>]*>\s*<\/a>\s*)+$/;
const COMMENT_LINE = /^[ \t]*<!--.*-->[ \t]*$/;

export function newlineOf({ source }: Pick<DocumentFacts, 'source'>): string {
  return source.includes('\r\n') ? '\r\n' : '\n';
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

/** The lines of a section with its subsections: what stands between them and the next section goes with them. */
export function blockSpan(facts: DocumentFacts, section: SectionFacts): Span {
  const start = headStart(facts, section);
  const { offset: end, isEnd } = gapBehind(facts, section);
  if (!isEnd) return { start, end };
  // The last section takes the blank lines before it instead of those behind it.
  return { start: behindContent(facts.source, start, /[\r\n]$/.test(facts.source.slice(0, end))), end };
}

/** The offset behind the last line before an offset that is not blank, its newline aside where the text ends without one. */
function behindContent(source: string, offset: number, isLineEnded: boolean): number {
  const before = source.slice(0, offset);
  const trimmed = before.replace(/\s+$/, '');
  if (!isLineEnded) return trimmed.length;
  const newline = /^(?:\r\n|\n|\r)/.exec(before.slice(trimmed.length))?.[0].length ?? 0;
  return trimmed.length + newline;
}

/** What must stand around a block of text at a gap: its text without blank lines at its ends, and its newline. */
export function aroundBlock(facts: DocumentFacts, { offset, isEnd }: Gap): { lead: string; trail: string } {
  const newline = newlineOf(facts);
  const { source } = facts;
  if (!isEnd) return { lead: '', trail: newline + newline };
  const isLineEnded = offset === 0 || /[\r\n]$/.test(source.slice(0, offset));
  return isLineEnded ? { lead: newline, trail: newline } : { lead: newline + newline, trail: '' };
}
