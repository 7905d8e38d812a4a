import type { Finding } from '#specgraph';
import type { Reporter } from '../report.ts';
import { repositoryPath } from './repository-path.ts';
import { totals } from './totals.ts';

/** Workflow commands of GitHub Actions: an annotation for each finding, then the totals as plain text. */
export const github: Reporter = (report, terminal) => {
  const annotations = report.findings.map((finding) =>
    annotation({ ...finding, file: repositoryPath(finding.file, report, terminal) }),
  );
  return `${[...annotations, totals(report)].join('\n')}\n`;
};

/** GitHub calls it a notice. */
const COMMANDS = { error: 'error', warning: 'warning', information: 'notice' } as const;

function annotation({
  severity,
  file,
  line,
  endLine,
  column,
  endColumn,
  rule,
  message,
  suggestion,
}: Finding): string {
  const properties = {
    file,
    line,
    endLine,
    // GitHub accepts columns only for ranges within one line.
    ...(line === endLine ? { col: column, endColumn } : {}),
    title: rule,
  };
  const list = Object.entries(properties)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${COMMANDS[severity]} ${list}::${escapeData(suggestion ? `${message} (${suggestion})` : message)}`;
}

/** Source: actions/toolkit, "command": data must not hold line breaks, and properties must not hold separators either. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
