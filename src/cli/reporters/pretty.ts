import type { Finding } from '#specgraph';
import { clip, glyphs, printable, wrap, type Glyph } from '../terminal-text.ts';
import type { Look, Report, Reporter } from '../report.ts';
import { totals } from './totals.ts';

/** For people: grouped by file, the line with a caret under the place, and what was probably meant. */
export const pretty: Reporter = (report, look) => {
  const byFile = Map.groupBy(report.findings, (finding) => finding.file);
  const groups = [...byFile].map(([file, findings]) =>
    [
      look.paint(['bold', 'underline'], printable(file)),
      ...findings.flatMap((finding) => [...describe(finding, report, look), '']),
    ].join('\n'),
  );
  return `${[...groups, closing(report, look)].join('\n')}\n`;
};

function describe(finding: Finding, report: Report, look: Look): string[] {
  const { paint } = look;
  const style = finding.severity === 'error' ? 'red' : 'yellow';
  return [
    `  ${finding.line}:${finding.column}  ${paint(style, finding.severity)}  ${paint('dim', finding.rule)}`,
    ...wrap(printable(finding.message), look.columns - 4).map((line) => `    ${line}`),
    ...excerpt(finding, report, look).map((line) => `    ${line}`),
    ...(finding.suggestion
      ? [`    ${paint('cyan', clip(advice(finding.suggestion), look.columns - 4))}`]
      : []),
    ...(finding.related ?? []).map(({ at, note }) =>
      paint('dim', clip(`    ${at.file}:${at.line}  ${note}`, look.columns)),
    ),
  ];
}

/** A phrase that tells what to do, or words that may have been meant. */
function advice(suggestion: string): string {
  return /^(?:[a-z]+ |<!--)/.test(suggestion) ? `suggestion: ${suggestion}` : `did you mean ${suggestion}?`;
}

/** The line of a finding and, below it, carets under its range; both cut to the terminal around the range. */
function excerpt(finding: Finding, { lineOf }: Report, { columns, paint }: Look): string[] {
  const whole = lineOf(finding.file, finding.line);
  if (whole === undefined || whole.trim() === '') return [];
  const wholeEnd = finding.endLine > finding.line ? whole.length : finding.endColumn - 1;
  const { skipped, line } = neighbourhood(whole, finding.column - 1, columns);
  const all = glyphs(line);
  const first = glyphAt(all, finding.column - 1 - skipped);
  const last = Math.max(first + 1, glyphAt(all, wholeEnd - skipped));
  const gutter = '| ';
  const { from, to } = windowOf(all, first, last, columns - 4 - gutter.length - 2);
  const shown = all.slice(from, to);
  const cut = {
    left: from > 0 || skipped > 0,
    right: to < all.length || skipped + line.length < whole.length,
  };
  const before = widthOf(all.slice(from, first)) + (cut.left ? 1 : 0);
  const under = Math.max(1, widthOf(all.slice(first, Math.min(last, to))));
  const text = `${cut.left ? '…' : ''}${shown.map((glyph) => glyph.text).join('')}${cut.right ? '…' : ''}`;
  return [
    `${paint('dim', gutter)}${text.trimEnd()}`,
    `${paint('dim', gutter)}${' '.repeat(before)}${paint(finding.severity === 'error' ? 'red' : 'yellow', '^'.repeat(under))}`,
  ];
}

/** More than fits into the terminal around an offset: a line of a million characters is not taken apart for each of its findings. */
function neighbourhood(line: string, offset: number, columns: number): { skipped: number; line: string } {
  const reach = columns + 40;
  let skipped = Math.max(0, offset - reach);
  // Not between the halves of a character.
  if (skipped > 0 && /[\uDC00-\uDFFF]/.test(line[skipped])) skipped--;
  return { skipped, line: line.slice(skipped, offset + reach) };
}

/** Index of the glyph that holds an offset. */
function glyphAt(all: readonly Glyph[], offset: number): number {
  const index = all.findIndex((glyph) => glyph.start + 1 > offset);
  return index < 0 ? all.length : index;
}

function widthOf(part: readonly Glyph[]): number {
  return part.reduce((sum, glyph) => sum + glyph.width, 0);
}

/** The part of a line that fits: from its start where the range is near it, otherwise with a third of the width before the range. */
function windowOf(
  all: readonly Glyph[],
  first: number,
  last: number,
  width: number,
): { from: number; to: number } {
  let from = 0;
  if (widthOf(all.slice(0, last)) > width) {
    from = first;
    for (let room = Math.floor(width / 3); from > 0 && room >= all[from - 1].width; from--)
      room -= all[from - 1].width;
  }
  let to = from;
  for (let room = width; to < all.length && room >= all[to].width; to++) room -= all[to].width;
  return { from, to };
}

function closing(report: Report, { paint }: Look): string {
  const { errors, warnings } = report.summary;
  const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  const fixable = report.findings.filter((f) => f.fix?.length).length;
  return [
    `${paint(['bold', style], totals(report))} ${paint('dim', `${duration(report.milliseconds)}${report.remembered ? ', unchanged since the last check' : ''}`)}`,
    ...(fixable > 0 ? [`${fixable.toLocaleString('en')} of them can be mended with --fix.`] : []),
    ...(report.findings.length > 0 ? [paint('dim', 'specgraph rules ID explains a rule.')] : []),
  ].join('\n');
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
