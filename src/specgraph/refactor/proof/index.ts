/**
 * Proves that a refactoring changes nothing but what was asked for: the graph of the new texts has the same nodes, every
 * reference leads to the same thing, and no rule finds anything new.
 */
import { patternsLeftBehind } from '../follow/contract-patterns.ts';
import type { Fault, Outcome } from '../outcome.ts';
import type { RefactorRequest } from '../request.ts';
import type { Before, Draft } from '../state.ts';
import { findingFaults } from './findings.ts';
import { nodeFaults, nodeMapper } from './nodes.ts';
import { referenceFaults } from './references.ts';

/** @returns what would not be the same; each thing once, though a rule may find it as well */
export function findFaults(before: Before, outcome: Outcome, draft: Draft): Fault[] {
  const idNow = nodeMapper(before, outcome, draft);
  const faults = [
    ...nodeFaults(before, outcome, draft, idNow),
    ...referenceFaults(before, outcome, draft, idNow),
  ];
  // A broken reference is a finding as well, and so may be a pattern of a contract; each is reported once.
  if (faults.some(({ isOfRemoved }) => !isOfRemoved)) return faults;
  const all = [...faults, ...findingFaults(before, outcome, draft)];
  return all.length > 0 ? all : patternsLeftBehind(before, outcome);
}

/** Whether a refactoring may bring a fault about: it was asked for, or follows from what was. */
export function isTolerated(
  { finding, isExpected, isOfRemoved }: Fault,
  { mayBreak }: Draft,
  { allowFindings }: RefactorRequest,
): boolean {
  if (isExpected) return true;
  return finding === undefined ? mayBreak && isOfRemoved === true : mayBreak || allowFindings === true;
}
