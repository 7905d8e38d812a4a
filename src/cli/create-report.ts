import { renderingHints, type CheckReport, type GraphView, type Rule } from '#specgraph';
import { fingerprints, lineLookup } from '#specgraph/load';
import type { Report } from './report.ts';

export interface ReportParts {
  view: GraphView;
  report: CheckReport;
  rules: readonly Rule[];
  repository?: string;
  milliseconds: number;
  fixed?: number;
}

export function createReport({ view, report, ...more }: ReportParts): Report {
  const lineOf = lineLookup(view);
  return {
    ...report,
    ...more,
    lineOf,
    hints: report.findings.length > 0 ? renderingHints(view) : [],
    files: view.documents.map(({ path }) => path),
    fingerprints: fingerprints(report.findings, lineOf),
  };
}
