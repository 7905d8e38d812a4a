import type { CheckReport, GraphView, Rule } from '#specgraph';
import { fingerprints, type LineOf } from './fingerprints.ts';
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
    files: view.documents.map(({ path }) => path),
    fingerprints: fingerprints(report.findings, lineOf),
  };
}

/** Finds lines of files. A file is split into lines when one of its lines is first needed. */
function lineLookup(view: GraphView): LineOf {
  const { configuration } = view;
  const sources = new Map([
    ...(configuration ? [[configuration.path, configuration.text] as const] : []),
    ...view.others.map((file) => [file.path, file.text] as const),
    ...view.documents.map((facts) => [facts.path, facts.source] as const),
  ]);
  const split = new Map<string, string[] | undefined>();
  return (file, line) => {
    if (!split.has(file)) split.set(file, sources.get(file)?.split(/\r\n|\n|\r/));
    return split.get(file)?.[line - 1];
  };
}
