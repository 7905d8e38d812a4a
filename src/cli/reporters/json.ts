import type { Finding } from '#specgraph';
import type { Reporter } from '../report.ts';

/** The report as JSON, schema "specgraph.check/1". */
export const json: Reporter = ({ root, summary, findings, baselined }) =>
  `${JSON.stringify(
    {
      schema: 'specgraph.check/1',
      root,
      summary: { ...summary, baselined },
      findings: findings.map(toJson),
    },
    null,
    2,
  )}\n`;

function toJson({
  rule,
  severity,
  message,
  file,
  line,
  column,
  endLine,
  endColumn,
  suggestion,
  related,
  fix,
}: Finding): object {
  return { rule, severity, message, file, line, column, endLine, endColumn, suggestion, related, fix };
}
