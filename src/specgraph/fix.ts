/** Applies the fixes of findings to texts. It reads and writes no files. */
import type { Edit, Finding } from './model/index.ts';
import { lineIndex } from './parse/line-index.ts';

export interface FixOutcome {
  /** The new text of every file that changed. */
  texts: Map<string, string>;
  /** Findings whose fix was applied. */
  applied: Finding[];
}

interface Span {
  start: number;
  end: number;
  text: string;
}

/**
 * Applies all fixes that do not overlap. A fix is applied with all its edits or not at all. Of two fixes that overlap the
 * first one is applied; the other one needs another check of the new text.
 * @param files texts by path, the same texts that the findings' places refer to
 */
export function applyFixes(files: ReadonlyMap<string, string>, findings: readonly Finding[]): FixOutcome {
  const chosen = new Map<string, Span[]>();
  const locate = locator(files);
  const applied = findings.filter((finding) => {
    const spans = finding.fix?.map((edit) => ({ file: edit.range.file, span: locate(edit) }));
    if (!spans?.length || !spans.every(({ file, span }) => span && !collides(span, chosen.get(file) ?? [])))
      return false;
    const taken: { list: Span[]; span: Span }[] = [];
    for (const { file, span } of spans) {
      const list = chosen.get(file) ?? [];
      chosen.set(file, list);
      // The edits of one fix must not touch each other either.
      if (collides(span!, list)) break;
      list.splice(position(span!, list), 0, span!);
      taken.push({ list, span: span! });
    }
    if (taken.length === spans.length) return true;
    for (const { list, span } of taken) list.splice(list.indexOf(span), 1);
    return false;
  });
  const texts = new Map(
    [...chosen]
      .filter(([, spans]) => spans.length > 0)
      .map(([file, spans]) => [file, splice(files.get(file)!, spans)]),
  );
  return { texts, applied };
}

/** Turns an edit's lines and columns into offsets; undefined where they lie outside the text or change nothing. */
function locator(files: ReadonlyMap<string, string>): (edit: Edit) => Span | undefined {
  const starts = new Map<string, number[]>();
  return ({ range, text }) => {
    const source = files.get(range.file);
    if (source === undefined) return undefined;
    if (!starts.has(range.file)) starts.set(range.file, lineIndex(range.file, source).starts);
    const lines = starts.get(range.file)!;
    const start = (lines[range.line - 1] ?? Number.NaN) + range.column - 1;
    const end = (lines[range.endLine - 1] ?? Number.NaN) + range.endColumn - 1;
    const inside = start >= 0 && start <= end && end <= source.length;
    return inside && source.slice(start, end) !== text ? { start, end, text } : undefined;
  };
}

/**
 * Whether an edit shares a character with another one, or inserts at the same point. `others` are sorted and do not
 * overlap, so only the neighbours have to be compared.
 */
function collides(span: Span, others: readonly Span[]): boolean {
  const at = position(span, others);
  return others
    .slice(Math.max(0, at - 1), at + 2)
    .some(
      (other) =>
        (span.start < other.end && other.start < span.end) ||
        (span.start === other.start && (span.start === span.end || other.start === other.end)),
    );
}

/**
 * Index of the first span that does not begin before this one, found by binary search: a line may have many thousands.
 */
function position({ start }: Span, spans: readonly Span[]): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param spans sorted, and without overlaps */
function splice(source: string, spans: readonly Span[]): string {
  let at = 0;
  let result = '';
  for (const { start, end, text } of spans) {
    result += source.slice(at, start) + text;
    at = end;
  }
  return result + source.slice(at);
}
