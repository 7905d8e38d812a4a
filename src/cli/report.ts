/** What a reporter is given: the findings with everything that is needed to print them. */
import type { CheckReport, Finding, GraphView, Rule } from '#specgraph';
import type { Paint } from './colors.ts';
import { fingerprints, type LineOf } from './fingerprints.ts';

export interface Report extends CheckReport {
  /** Of each finding, in their order. */
  fingerprints: string[];
  lineOf: LineOf;
  /** Files that were checked, in order. */
  files: string[];
  rules: readonly Rule[];
  /** Findings that a baseline holds and that are therefore not among `findings`; absent without a baseline. */
  baselined?: number;
  /** Findings that `--fix` has mended. */
  fixed?: number;
  /** How long reading and checking took. */
  milliseconds: number;
}

/** How a report may look. */
export interface Look {
  paint: Paint;
  /** Columns of the terminal. */
  columns: number;
  /** Page of a rule, as an absolute URL. */
  ruleUrl(id: string): string;
  /** Version of the program. */
  version: string;
}

export type Reporter = (report: Report, look: Look) => string;

export interface ReportParts {
  view: GraphView;
  report: CheckReport;
  rules: readonly Rule[];
  milliseconds: number;
  fixed?: number;
}

export function createReport({ view, report, rules, milliseconds, fixed }: ReportParts): Report {
  const lineOf = lineLookup(view);
  return {
    ...report, lineOf, rules, milliseconds, fixed,
    files: view.documents.map((d) => d.path),
    fingerprints: fingerprints(report.findings, lineOf),
  };
}

/** The same report with some of its findings, counted anew. */
export function withFindings(report: Report, keep: (finding: Finding, i: number) => boolean): Report {
  const kept = report.findings.map(keep);
  const findings = report.findings.filter((_, i) => kept[i]);
  return {
    ...report, findings,
    fingerprints: report.fingerprints.filter((_, i) => kept[i]),
    summary: {
      ...report.summary,
      errors: findings.filter((f) => f.severity === 'error').length,
      warnings: findings.filter((f) => f.severity === 'warning').length,
    },
  };
}

/** Splits a file into lines when the first of its lines is asked for. */
function lineLookup(view: GraphView): LineOf {
  const sources = new Map([...view.others.map((f) => [f.path, f.text] as const), ...view.documents.map((d) => [d.path, d.source] as const)]);
  const split = new Map<string, string[] | undefined>();
  return (file, line) => {
    if (!split.has(file)) split.set(file, sources.get(file)?.split(/\r\n|\n|\r/));
    return split.get(file)?.[line - 1];
  };
}
