/** How findings are weighed: what a rule is set to, and how many findings there are of each sort. */
import type { Finding, Severity } from '../model/index.ts';
import { plural } from './lists.ts';

/** How findings name what their rule is set to. */
export const SEVERITY_NAMES = {
  error: 'error',
  warn: 'warning',
  info: 'information',
} as const satisfies Record<Severity, Finding['severity']>;

export interface SeverityCounts {
  errors: number;
  warnings: number;
  /** Findings that only inform; absent where there are none. */
  information?: number;
}

export function countSeverities(findings: readonly Pick<Finding, 'severity'>[]): SeverityCounts {
  const count = (name: Finding['severity']): number =>
    findings.filter(({ severity }) => severity === name).length;
  return {
    errors: count('error'),
    warnings: count('warning'),
    information: count('information') || undefined,
  };
}

/** "2 errors, 1 warning, 3 for information", without those of which there are none. */
export function severityWords({ errors, warnings, information = 0 }: SeverityCounts): string {
  return [
    errors > 0 && plural(errors, 'error'),
    warnings > 0 && plural(warnings, 'warning'),
    information > 0 && `${information.toLocaleString('en')} for information`,
  ]
    .filter(Boolean)
    .join(', ');
}
