/** Findings as diagnostics. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { Finding } from '#specgraph';
import { startOfLine, toLocation, toRange } from '../places.ts';

/** How editors name the origin of a diagnostic. */
export const SOURCE = 'specgraph';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;

export function toDiagnostic(finding: Finding, uriOf: (path: string) => string): Diagnostic {
  const { severity, rule, message, suggestion, related } = finding;
  return {
    range: toRange(finding),
    severity: SEVERITIES[severity],
    code: rule,
    source: SOURCE,
    message: suggestion ? `${message}\nSuggestion: ${suggestion}` : message,
    ...(related?.length && {
      relatedInformation: related.map(({ at, note }) => ({
        location: toLocation(startOfLine(at.file, at.line), uriOf),
        message: note,
      })),
    }),
  };
}
