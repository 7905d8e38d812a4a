/** Words for stale references, and the edits that correct them. */
import { nameOfNumber } from '../kinds/numbered.ts';
import type { Edit, RevisionPlace, SourceRange, StaleReference } from '../model/index.ts';
import { lineIndex } from '../parse/line-index.ts';
import { relativeUrl } from '../text/describe.ts';
import { escapeExpression } from '../text/expressions.ts';
import type { GraphView } from '../view.ts';

/** The number by which prose names a section or a document: "7", "7b" of a step, "A" of an appendix. */
export function numberOf({ section, document }: RevisionPlace): string | undefined {
  return section ? (section.step ?? section.number ?? section.label?.number) : document;
}

/** "Section 7", "Appendix A", "Step 7b", "Part 2", or the heading of a section without a number. */
export function nameOf(place: RevisionPlace): string {
  const { section, document, file } = place;
  const number = numberOf(place);
  if (!section) return document === undefined ? file : `document ${document}`;
  if (number === undefined) return `"${section.heading}"`;
  if (section.step !== undefined) return `Step ${number}`;
  if (section.label && section.number === undefined)
    return `${section.label.series[0].toUpperCase()}${section.label.series.slice(1)} ${number}`;
  return nameOfNumber(number);
}

/** The same with its document where that is another one. */
export function nameFrom(place: RevisionPlace, file: string): string {
  return place.section && place.file !== file ? `${nameOf(place)} of ${place.file}` : nameOf(place);
}

/**
 * The edits that let a reference name the present place of its target: the number in its words and the destination of its
 * link.
 * @param pathNow of the document that it meant, which may have another file name now
 * @returns no edits where more than a number would have to change
 */
export function correctionOf(
  reference: Uncorrected,
  graph: GraphView,
  pathNow: string | undefined = reference.was.file,
): Edit[] {
  const { edge, was, now, instead } = reference;
  if (!now || !edge.range) return [];
  const source = graph.document(edge.range.file)?.source;
  if (source === undefined) return [];
  const [from, to] = [numberOf(was), numberOf(now)];
  if (edge.url !== undefined) return linkEdits(reference, now, source, { from, to });
  if (was.section && (pathNow !== now.file || (instead && instead.file !== now.file))) return [];
  const number =
    from !== undefined && to !== undefined && from !== to ? numberAtEnd(edge.range, from, source) : undefined;
  return number ? [{ range: number, text: to! }] : [];
}

type Uncorrected = Omit<StaleReference, 'corrections'>;

function linkEdits(
  { edge, was, isCarried }: Uncorrected,
  now: RevisionPlace,
  source: string,
  { from, to }: { from?: string; to?: string },
): Edit[] {
  const { range, urlRange, url } = edge;
  if (!range || !urlRange || url === undefined || !now.section) return [];
  const path = now.file === range.file && url.startsWith('#') ? '' : relativeUrl(range.file, now.file);
  const kept = was.file === now.file && !isCarried ? url.replace(/#.*$/s, '') : path;
  const destination: Edit = { range: urlRange, text: `${kept}#${now.section.slug}` };
  if (from === undefined || from === to) return url.includes('#') ? [destination] : [];
  const numbers = numbersIn({ ...range, endLine: urlRange.line, endColumn: urlRange.column }, from, source);
  if (numbers.length > 1 || (numbers.length === 1 && to === undefined)) return [];
  return [...numbers.map((number) => ({ range: number, text: to! })), destination];
}

/** The place of the number with which a reference ends; undefined where it ends otherwise, as within "Sections 6-9". */
function numberAtEnd(range: SourceRange, number: string, source: string): SourceRange | undefined {
  const words = textAt(range, source);
  const hasNumber = words.endsWith(number) && !/[\w.]$/.test(words.slice(0, -number.length));
  return hasNumber ? { ...range, line: range.endLine, column: range.endColumn - number.length } : undefined;
}

/** The places of a number within a range, where it stands alone. */
function numbersIn(range: SourceRange, number: string, source: string): SourceRange[] {
  const lines = lineIndex(range.file, source);
  const start = offsetOf(range.line, range.column, lines.starts);
  const text = source.slice(start, offsetOf(range.endLine, range.endColumn, lines.starts));
  const escaped = escapeExpression(number);
  return [...text.matchAll(new RegExp(String.raw`(?<![\w.])${escaped}(?![\w]|\.\d)`, 'g'))].map(({ index }) =>
    lines.range(start + index, start + index + number.length),
  );
}

/** The text that stands in a range. */
function textAt(range: SourceRange, source: string): string {
  const { starts } = lineIndex(range.file, source);
  return source.slice(
    offsetOf(range.line, range.column, starts),
    offsetOf(range.endLine, range.endColumn, starts),
  );
}

function offsetOf(line: number, column: number, starts: readonly number[]): number {
  return starts[line - 1] + column - 1;
}
