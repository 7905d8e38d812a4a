import { foldFindings, type Finding, type FoldedFinding } from '#specgraph';
import { suggestionWords } from '#specgraph/text/suggestion';
import { toPrintable } from '#specgraph/text/printable';
import { clip, glyphs, wrap, type Glyph } from '../terminal-text.ts';
import type { TerminalOptions, Report, Reporter } from '../report.ts';
import { plural } from '#specgraph/text/lists';
import { describeHint } from '../rendering-hints.ts';
import { totals } from './totals.ts';

/** For people: findings grouped by file, each with its source line, carets under its range, and its suggestion. */
export const pretty: Reporter = (report, terminal) => {
  const folded = terminal.isUnfolded
    ? report.findings.map((finding) => ({ finding, consequences: [] }))
    : foldFindings(report.findings);
  const byFile = Map.groupBy(folded, ({ finding }) => finding.file);
  const groups = [...byFile].map(([file, own]) =>
    [
      terminal.paint(['bold', 'underline'], toPrintable(file)),
      ...own.flatMap(({ finding, consequences }) => [
        ...findingLines(finding, report, terminal),
        ...consequenceLines(consequences, terminal),
        '',
      ]),
    ].join('\n'),
  );
  return `${[...groups, closing(report, folded, terminal)].join('\n')}\n`;
};

/** So many places of folded findings are listed. */
const MAX_PLACES = 8;

function consequenceLines(consequences: readonly Finding[], { columns, paint }: TerminalOptions): string[] {
  if (consequences.length === 0) return [];
  const shown = consequences.slice(0, MAX_PLACES).map(({ file, line }) => toPrintable(`${file}:${line}`));
  const rest = consequences.length - shown.length;
  const places = `${shown.join(', ')}${rest > 0 ? ` and ${rest.toLocaleString('en')} more` : ''}`;
  const count = plural(consequences.length, 'further finding');
  return wrap(`${count} of the same cause: ${places}`, columns - 4).map((line) =>
    paint('dim', `    ${line}`),
  );
}

const STYLES = { error: 'red', warning: 'yellow', information: 'blue' } as const;

function findingLines(finding: Finding, report: Report, terminal: TerminalOptions): string[] {
  const { paint } = terminal;
  return [
    `  ${finding.line}:${finding.column}  ${paint(STYLES[finding.severity], finding.severity)}  ${paint('dim', finding.rule)}`,
    ...wrap(toPrintable(finding.message), terminal.columns - 4).map((line) => `    ${line}`),
    ...sourceExcerpt(finding, report, terminal).map((line) => `    ${line}`),
    ...(finding.suggestion
      ? [`    ${paint('cyan', clip(suggestionWords(finding.suggestion), terminal.columns - 4))}`]
      : []),
    ...(finding.related ?? []).map(({ at, note }) =>
      paint('dim', clip(`    ${at.file}:${at.line}  ${note}`, terminal.columns)),
    ),
  ];
}

/** The line of a finding, and carets under its range; both are cut to the width of the terminal around the range. */
function sourceExcerpt(finding: Finding, { lineOf }: Report, { columns, paint }: TerminalOptions): string[] {
  const sourceLine = lineOf(finding.file, finding.line);
  if (sourceLine === undefined || sourceLine.trim() === '') return [];
  const rangeEnd = finding.endLine > finding.line ? sourceLine.length : finding.endColumn - 1;
  const { skipped, line } = cutAround(sourceLine, finding.column - 1, columns);
  const all = glyphs(line);
  const first = glyphAt(all, finding.column - 1 - skipped);
  const last = Math.max(first + 1, glyphAt(all, rangeEnd - skipped));
  const gutter = '| ';
  const { from, to } = visibleGlyphs(all, first, last, columns - 4 - gutter.length - 2);
  const isCutLeft = from > 0 || skipped > 0;
  const isCutRight = to < all.length || skipped + line.length < sourceLine.length;
  const shown = all.slice(from, to).map((glyph) => glyph.text);
  const text = `${isCutLeft ? '…' : ''}${shown.join('')}${isCutRight ? '…' : ''}`;
  const indent = ' '.repeat(widthOf(all.slice(from, first)) + (isCutLeft ? 1 : 0));
  const carets = '^'.repeat(Math.max(1, widthOf(all.slice(first, Math.min(last, to)))));
  return [
    `${paint('dim', gutter)}${text.trimEnd()}`,
    `${paint('dim', gutter)}${indent}${paint(STYLES[finding.severity], carets)}`,
  ];
}

/** Cuts a very long line roughly around an offset, so that it is not split into glyphs for each of its findings. */
function cutAround(line: string, offset: number, columns: number): { skipped: number; line: string } {
  const reach = columns + 40;
  let skipped = Math.max(0, offset - reach);
  // Do not cut between the two halves of a surrogate pair.
  if (skipped > 0 && /[\uDC00-\uDFFF]/.test(line[skipped])) skipped--;
  return { skipped, line: line.slice(skipped, offset + reach) };
}

/** Index of the glyph at an offset. */
function glyphAt(all: readonly Glyph[], offset: number): number {
  const index = all.findIndex((glyph) => glyph.start + 1 > offset);
  return index < 0 ? all.length : index;
}

function widthOf(part: readonly Glyph[]): number {
  return part.reduce((sum, glyph) => sum + glyph.width, 0);
}

/** The glyphs that fit into a width: from the start of the line if the range fits, else with a third of the width before it. */
function visibleGlyphs(
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

function closing(report: Report, folded: readonly FoldedFinding[], terminal: TerminalOptions): string {
  const { paint, columns } = terminal;
  const { errors, warnings } = report.summary;
  const style = errors > 0 ? 'red' : warnings > 0 ? 'yellow' : 'green';
  const fixable = report.findings.filter(({ fix }) => fix?.length).length;
  return [
    `${paint(['bold', style], totals(report))} ${paint('dim', `${duration(report.milliseconds)}${report.fromCache ? ', unchanged since the last check' : ''}`)}`,
    ...(fixable > 0 ? [`${fixable.toLocaleString('en')} of them can be fixed with --fix.`] : []),
    ...(folded.length < report.findings.length
      ? [`They have ${plural(folded.length, 'cause')}; --no-fold prints each finding by itself.`]
      : []),
    ...(report.findings.length > 0 ? report.hints : []).flatMap((hint) =>
      wrap(toPrintable(describeHint(hint)), columns),
    ),
    ...(report.findings.length > 0 ? [paint('dim', 'specgraph rules ID explains a rule.')] : []),
  ].join('\n');
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}
