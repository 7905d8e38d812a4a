/** The lines of the author's panel, the most urgent first. */
import { countSeverities, severityWords } from '#specgraph/text/severities';
import type { LiveFinding, LiveMessage } from '../../payloads/live.ts';

export interface PanelLine {
  severity: LiveFinding['severity'];
  message: string;
  suggestion?: string;
  /** "spec/03-….md:120:5". */
  place?: string;
  rule?: string;
  /** Link to the section with the finding, if it is on the open page. */
  anchor?: string;
}

const RANKS: readonly PanelLine['severity'][] = ['error', 'warning', 'information'];

/** First a file that could not be read, then the findings of the open page, then all others; errors before warnings and information. */
export function panelLines(message: LiveMessage | undefined, pathname: string): PanelLine[] {
  if (!message) return [];
  const isOpen = ({ document }: LiveFinding): boolean =>
    document !== undefined && pathname.endsWith(`/spec/${document}/`);
  const rank = (finding: LiveFinding): number =>
    (isOpen(finding) ? 0 : RANKS.length) + RANKS.indexOf(finding.severity);
  const findings = message.findings
    .toSorted((a, b) => rank(a) - rank(b))
    .map((finding) => ({
      severity: finding.severity,
      message: finding.message,
      suggestion: finding.suggestion,
      rule: finding.rule,
      place: `${finding.file}:${finding.line}:${finding.column}`,
      anchor: isOpen(finding) && finding.section ? `#${finding.section}` : undefined,
    }));
  return [...troubleLine(message), ...findings];
}

function troubleLine({ trouble }: LiveMessage): PanelLine[] {
  if (!trouble) return [];
  const { message, file, line } = trouble;
  return [
    {
      severity: 'error',
      message,
      suggestion: 'The pages show the state before this save.',
      place: file === undefined ? undefined : `${file}:${line ?? 1}:1`,
    },
  ];
}

/** "2 errors, 1 warning, 1 for information", or empty. */
export function summary(lines: readonly PanelLine[]): string {
  return severityWords(countSeverities(lines));
}
