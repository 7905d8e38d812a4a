/** What a reporter is given: the findings with everything that is needed to print them. */
import type { CheckReport, Finding, Rule } from '#specgraph';
import type { Paint } from './colors.ts';
import type { LineOf } from './fingerprints.ts';

/** What reports say of a rule. */
export type RuleInfo = Pick<Rule, 'id' | 'group' | 'severity' | 'summary'>;

export interface Report extends CheckReport {
  /** Of each finding, in their order. */
  fingerprints: string[];
  lineOf: LineOf;
  /** Files that were checked, in order. */
  files: string[];
  rules: readonly RuleInfo[];
  /** Findings that a baseline holds and that are therefore not among `findings`; absent without a baseline. */
  baselined?: number;
  /** Findings that `--fix` has mended. */
  fixed?: number;
  /** How long reading and checking took. */
  milliseconds: number;
  /** Nothing has changed since the last check: its findings are told again. */
  remembered?: boolean;
}

/** A report as it is kept: plain data, with the lines of its findings instead of all texts. */
export interface StoredReport extends Omit<
  Report,
  'lineOf' | 'milliseconds' | 'fixed' | 'baselined' | 'remembered'
> {
  lines: [file: string, line: number, text: string][];
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

export function storedReport({
  root,
  summary,
  findings,
  fingerprints,
  files,
  rules,
  lineOf,
}: Report): StoredReport {
  const places = new Map(findings.map(({ file, line }) => [`${line} ${file}`, { file, line }]));
  return {
    root,
    summary,
    findings,
    fingerprints,
    files,
    rules: rules.map(({ id, group, severity, summary: truth }) => ({ id, group, severity, summary: truth })),
    lines: [...places.values()].flatMap(({ file, line }) => {
      const text = lineOf(file, line);
      return text === undefined ? [] : [[file, line, text] as [string, number, string]];
    }),
  };
}

export function rememberedReport({ lines, ...report }: StoredReport, milliseconds: number): Report {
  const texts = new Map(lines.map(([file, line, text]) => [`${line} ${file}`, text]));
  return { ...report, milliseconds, remembered: true, lineOf: (file, line) => texts.get(`${line} ${file}`) };
}

/** The same report with some of its findings, counted anew. */
export function withFindings(report: Report, keep: (finding: Finding, i: number) => boolean): Report {
  const kept = report.findings.map(keep);
  const findings = report.findings.filter((_, i) => kept[i]);
  return {
    ...report,
    findings,
    fingerprints: report.fingerprints.filter((_, i) => kept[i]),
    summary: {
      ...report.summary,
      errors: findings.filter((f) => f.severity === 'error').length,
      warnings: findings.filter((f) => f.severity === 'warning').length,
    },
  };
}
