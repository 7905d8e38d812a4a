/** Problems as rules report them, and findings as a check returns them. */
import type { Place, SourceRange } from './places.ts';

export const RULE_GROUPS = [
  'links',
  'sections',
  'references',
  'form',
  'statements',
  'documents',
  'kinds',
  'variables',
  'claims',
  'contracts',
  'configuration',
  'suppressions',
  'files',
] as const;
export type RuleGroup = (typeof RULE_GROUPS)[number];

/**
 * `recommended` rules run in every check: their findings were measured to be right. `strict` rules are asked for: they are
 * wrong more often, or speak of habits that not every author shares.
 */
export const RULE_LEVELS = ['recommended', 'strict'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** What a rule is set to, unless it is off. Errors make a check fail; `info` is no fault, and never does. */
export type Severity = 'error' | 'warn' | 'info';

/** Replaces the text in `range` by `text`. */
export interface Edit {
  range: SourceRange;
  text: string;
}

/** What a rule reports: the place and the message, but neither the id of the rule nor the severity. */
export interface Problem {
  at: SourceRange;
  message: string;
  /** What should be written there, or done, in one short phrase. */
  suggestion?: string;
  /** Present only where there is exactly one right answer. */
  fix?: Edit[];
  related?: { at: Place; note: string }[];
  /** Id of the missing thing that it is about, where others may be about the same one. */
  about?: string;
  /** Whether it stands where that thing should be, and not at a reference to it. */
  isOrigin?: boolean;
}

export interface Finding extends SourceRange {
  rule: string;
  severity: 'error' | 'warning' | 'information';
  message: string;
  suggestion?: string;
  fix?: Edit[];
  related?: { at: Place; note: string }[];
  /** Id of the missing thing that it is about, where others may be about the same one. */
  about?: string;
  /** Whether it stands where that thing should be, and not at a reference to it. */
  isOrigin?: boolean;
}
