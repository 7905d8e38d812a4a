import { foldFindings, type Finding, type FoldedFinding } from '#specgraph';
import { plural } from '#specgraph/text/lists';
import { suggestionWords } from '#specgraph/text/suggestion';
import type { Report, Reporter, TerminalOptions } from '../report.ts';
import { codeSpan, escapeMarkdown, markdownList } from './markdown-text.ts';
import { repositoryPath } from './repository-path.ts';
import { totals } from './totals.ts';

/** GitHub-flavoured Markdown, for the summary of a job and a comment on a pull request. Findings of one cause are one. */
export const markdown: Reporter = (report, terminal) => {
  const folded = foldFindings(report.findings);
  const listOf = (severity: Finding['severity'], title: string): string[] => {
    const items = folded
      .filter(({ finding }) => finding.severity === severity)
      .map((one) => itemOf(one, report, terminal));
    return items.length > 0 ? markdownList(`${title} (${items.length})`, items, severity === 'error') : [];
  };
  return [
    `### Findings in ${codeSpan(report.root)}`,
    '',
    escapeMarkdown(totals(report)),
    '',
    ...listOf('error', 'Errors'),
    ...listOf('warning', 'Warnings'),
    ...listOf('information', 'For information'),
  ].join('\n');
};

function itemOf({ finding, consequences }: FoldedFinding, report: Report, terminal: TerminalOptions): string {
  const { file, line, rule, message, suggestion } = finding;
  return [
    codeSpan(`${repositoryPath(file, report, terminal)}:${line}`),
    escapeMarkdown(message),
    ...(suggestion ? [`*${escapeMarkdown(suggestionWords(suggestion))}*`] : []),
    ...(consequences.length > 0
      ? [`${plural(consequences.length, 'further finding')} of the same cause.`]
      : []),
    `(${rule})`,
  ].join(' ');
}
