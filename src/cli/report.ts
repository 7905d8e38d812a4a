/** The input of a reporter: the findings, and everything else that is needed to print them. */
import type { CheckReport, Finding, RenderingHint, Rule } from '#specgraph';
import type { Paint } from './colors.ts';
import type { LineOf } from '#specgraph/load';
import { countSeverities } from '#specgraph/text/severities';

/** The properties of a rule that reports show. */
export type RuleInfo = Pick<Rule, 'id' | 'group' | 'severity' | 'summary'>;

export interface Report extends CheckReport {
  /** One for each finding, in the same order. */
  fingerprints: string[];
  lineOf: LineOf;
  /** Files that were checked, in order. */
  files: string[];
  rules: readonly RuleInfo[];
  /** The git repository that holds the folder, where there is one; relative to where the command runs. */
  repository?: string;
  /** Number of findings that were removed because a baseline lists them; absent without a baseline. */
  baselined?: number;
  /** Number of findings that `--fix` has fixed; absent without `--fix`. */
  fixed?: number;
  /** What many broken links have in common. */
  hints: RenderingHint[];
  /** How long reading and checking took. */
  milliseconds: number;
  /** Whether the findings come from the cache, because nothing has changed since the last check. */
  fromCache?: boolean;
}

/** A report as plain data for the cache. It holds the lines of its findings instead of whole texts. */
export interface StoredReport extends Omit<
  Report,
  'lineOf' | 'milliseconds' | 'fixed' | 'baselined' | 'fromCache'
> {
  lines: [file: string, line: number, text: string][];
}

/** The terminal or file that a report is written for. */
export interface TerminalOptions {
  paint: Paint;
  /** Whether each finding is printed by itself, and not below the one that shows its cause. */
  isUnfolded?: boolean;
  /** Width in columns. */
  columns: number;
  /** Absolute URL of the page of a rule. */
  ruleUrl(id: string): string;
  /** Absolute path of the directory in which the command runs. */
  cwd: string;
  /** Version of the program. */
  version: string;
}

export type Reporter = (report: Report, terminal: TerminalOptions) => string;

export function toStoredReport({
  root,
  summary,
  findings,
  fingerprints,
  files,
  rules,
  repository,
  hints,
  lineOf,
}: Report): StoredReport {
  const places = new Map(findings.map(({ file, line }) => [`${line} ${file}`, { file, line }]));
  return {
    root,
    summary,
    findings,
    fingerprints,
    files,
    repository,
    hints,
    rules: rules.map(({ id, group, severity, summary: text }) => ({ id, group, severity, summary: text })),
    lines: [...places.values()].flatMap(({ file, line }) => {
      const text = lineOf(file, line);
      return text === undefined ? [] : [[file, line, text] as [string, number, string]];
    }),
  };
}

export function fromStoredReport({ lines, ...report }: StoredReport, milliseconds: number): Report {
  const texts = new Map(lines.map(([file, line, text]) => [`${line} ${file}`, text]));
  return { ...report, milliseconds, fromCache: true, lineOf: (file, line) => texts.get(`${line} ${file}`) };
}

/** The report with only the findings that pass the test; errors and warnings are counted again. */
export function filterFindings(report: Report, keep: (finding: Finding, i: number) => boolean): Report {
  const kept = report.findings.map(keep);
  const findings = report.findings.filter((_, i) => kept[i]);
  return {
    ...report,
    findings,
    fingerprints: report.fingerprints.filter((_, i) => kept[i]),
    summary: {
      ...report.summary,
      ...countSeverities(findings),
    },
  };
}
