import { plural } from '#specgraph/text/lists';
import { severityWords } from '#specgraph/text/severities';
import type { Report } from '../report.ts';

/** The last line of a report: how much was found and how much was read. */
export function totals(report: Report): string {
  const { summary, findings } = report;
  const files = new Set(findings.map(({ file }) => file)).size;
  const found =
    findings.length === 0 ? 'No findings' : `${severityWords(summary)} in ${plural(files, 'file')}`;
  const read = [
    plural(summary.documents, 'document'),
    plural(summary.sections, 'section'),
    counted(summary.variables, 'variable'),
    plural(summary.references, 'reference'),
  ]
    .filter(Boolean)
    .join(', ');
  const notes = [
    report.fixed ? `${report.fixed.toLocaleString('en')} fixed` : '',
    report.baselined ? `${report.baselined.toLocaleString('en')} known from the baseline` : '',
  ]
    .filter(Boolean)
    .map((words) => `; ${words}`)
    .join('');
  const toReview = summary.toReview
    ? ` ${plural(summary.toReview, 'reference')} to read again: specgraph review.`
    : '';
  return `${found}${notes}. ${read}.${toReview}`;
}

function counted(count: number, noun: string): string {
  return count === 0 ? '' : plural(count, noun);
}
