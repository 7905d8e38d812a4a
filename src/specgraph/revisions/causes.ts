/** What stale references have in common: a renumbering that several of them have not followed. */
import type { StaleReference } from '../model/index.ts';
import type { GraphView } from '../view.ts';
import { findRenumberings, type Renumbering } from './renumbered.ts';

export interface Cause {
  renumbering: Renumbering;
  references: ReadonlySet<StaleReference>;
  /** Joins the findings of the references with that of the cause. */
  about: string;
}

/** So many references have a cause of their own. */
const MIN_REFERENCES = 3;

export function findCauses(before: GraphView, now: GraphView, stale: readonly StaleReference[]): Cause[] {
  if (stale.length < MIN_REFERENCES) return [];
  return findRenumberings(before, now).flatMap((renumbering): Cause[] => {
    const references = stale.filter((reference) => renumbering.explains(reference));
    // What was removed is told in the same words for each reference to it, so it needs no cause.
    const isNeeded = references.length >= MIN_REFERENCES && references.some((reference) => reference.now);
    const { file, line } = renumbering.heading;
    return isNeeded
      ? [{ renumbering, references: new Set(references), about: `renumbered ${file}:${line}` }]
      : [];
  });
}
