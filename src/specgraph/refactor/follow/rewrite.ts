/** How a pointer can be rewritten so that it leads to the same thing after the refactoring. */
import type { SourceRange } from '../../model/index.ts';
import type { Refusal } from '../request.ts';
import type { Change } from '../text-changes.ts';

/** A change of one file. */
export interface FileChange extends Change {
  path: string;
}

export interface Rewrite {
  /** Of the pointer, before. */
  at: SourceRange;
  /** Of the last pointer, where they are several that are written together. */
  until?: SourceRange;
  /** The first one is tried first; the next one where the graph shows that it does not lead to the same thing. */
  alternatives: readonly Alternative[];
  /** More of them, which are rarely needed. */
  moreAlternatives?: () => readonly Alternative[];
}

/** One way to write a pointer. */
export type Alternative = readonly FileChange[];

/** Rewrites, and what stands in their way. */
export interface Followed {
  rewrites: Rewrite[];
  refusals: Refusal[];
}
