/** What rules report, and what a check makes of it. */
import type { Place, SourceRange } from './places.ts';

export const RULE_GROUPS = [
  'links',
  'sections',
  'documents',
  'variables',
  'claims',
  'contracts',
  'suppressions',
  'files',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

export type Severity = 'error' | 'warn';

/** Replace what stands in `range` by `text`. */
export interface Edit {
  range: SourceRange;
  text: string;
}

/** What a rule reports: where and what, not under which name or how severe. */
export interface Problem {
  at: SourceRange;
  message: string;
  /** What should stand there, or be done: one short phrase. */
  suggestion?: string;
  /** Only where there is exactly one right answer. */
  fix?: Edit[];
  related?: { at: Place; note: string }[];
}

export interface Finding extends SourceRange {
  rule: string;
  severity: 'error' | 'warning';
  message: string;
  suggestion?: string;
  fix?: Edit[];
  related?: { at: Place; note: string }[];
}
