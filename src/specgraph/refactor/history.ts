/** References of the past: "formerly Section 7", and numbers in a change log. They name what was, and stay as they are. */
import type { DocumentFacts, GraphEdge, SourceRange } from '../model/index.ts';
import { spanOf } from './headings.ts';

/** Titles of sections and documents that tell what changed when. */
const HISTORY =
  /^(?:[\d.]+\s+)?(?:change\s?logs?|changes|history|(?:change|document|revision|version)\s+history|revisions|release\s+notes|errata)$/i;
/** Directly before a number. */
const FORMERLY = /\b(?:formerly|previously|former|once|old|was|were|had\s+been)\s+(?:called\s+)?["“]?$/i;

/** @param via how the reference is written: a link leads somewhere today, whatever is told around it */
export function isHistorical(range: SourceRange, via: GraphEdge['via'], facts: DocumentFacts): boolean {
  if (via !== 'prose') return false;
  const { start } = spanOf(facts, range);
  if (FORMERLY.test(facts.source.slice(Math.max(0, start - 40), start))) return true;
  if (HISTORY.test(facts.title)) return true;
  let section = facts.sections.findLast((one) => one.range.line <= range.line);
  while (section) {
    if (HISTORY.test(section.title.trim())) return true;
    const { parent } = section;
    section = facts.sections.find(({ slug }) => slug === parent);
  }
  return false;
}
