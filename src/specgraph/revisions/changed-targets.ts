/** Finds references whose target says something else than in an earlier revision, while the section that refers does not. */
import { isSection } from '../kinds/nodes.ts';
import type { GraphView } from '../view.ts';
import { compareRevisions } from './compare.ts';
import { readReviews, sectionReferences, unreadReferences, type SectionReference } from './reviews.ts';
import { pairReferences, targetOf } from './stale-references.ts';
import { differenceOf, sentencesOf, type Difference } from './substance.ts';

export interface ChangedTarget extends SectionReference {
  /** What differs since the base revision; absent where the reference was read in a version that is not known. */
  difference?: Difference;
}

export interface ChangedSince {
  /** The graph of the base revision, where there is one. */
  since?: GraphView;
  /** Text of the file of reviews. */
  reviews?: string;
}

/**
 * @returns what is to be read again, in reading order: references whose target has changed since the base revision or
 *   since it was read, without those that were read in the present version
 */
export function findChangedTargets(
  graph: GraphView,
  { since, reviews: text = '' }: ChangedSince,
): ChangedTarget[] {
  const reviews = readReviews(text);
  // Without a revision and before the first review there is nothing to compare with.
  if (!since && reviews.size === 0) return [];
  const changed = since ? changedSince(since, graph) : new Map<string, Difference>();
  const unread = new Set(unreadReferences(graph, reviews).map(({ key }) => key));
  return sectionReferences(graph).flatMap((reference): ChangedTarget[] => {
    const { key, fingerprint } = reference;
    if (reviews.get(key)?.has(fingerprint)) return [];
    const difference = changed.get(key);
    return difference !== undefined || unread.has(key) ? [{ ...reference, difference }] : [];
  });
}

/** What differs in the targets of references, by the key of the reference. */
function changedSince(before: GraphView, now: GraphView): Map<string, Difference> {
  const comparison = compareRevisions(before.documents, now.documents);
  const byEdge = new Map(sectionReferences(now).map((reference) => [reference.edge, reference]));
  const found = new Map<string, Difference>();
  for (const { was, is } of pairReferences(before, now, comparison)) {
    const reference = byEdge.get(is);
    const target = targetOf(was, before);
    const present = target?.section && comparison.sectionNow(target.section);
    // A reference that names another section now is found by other rules.
    if (!reference || !target?.section || present?.section !== reference.target.section) continue;
    const difference = differenceOf(
      sentencesOf(target.facts, target.section),
      sentencesOf(reference.target.facts, reference.target.section),
    );
    if (difference && !hasChanged(was.source, reference, before)) found.set(reference.key, difference);
  }
  return found;
}

/** Whether the section that refers says something else too: then its author has read it again. */
function hasChanged(id: string, { source }: SectionReference, before: GraphView): boolean {
  const node = before.node(id);
  const facts = isSection(node) ? before.document(node.document) : undefined;
  const section = facts?.sections.find(({ slug }) => isSection(node) && slug === node.slug);
  if (!facts || !section || !source.section) return false;
  return differenceOf(sentencesOf(facts, section), sentencesOf(source.facts, source.section)) !== undefined;
}
