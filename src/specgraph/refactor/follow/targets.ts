/** What a pointer leads to, before and after. */
import type { DocumentFacts, GraphEdge, SectionFacts } from '../../model/index.ts';
import { nodeId } from '../../resolve/ids.ts';
import type { After, Before } from '../state.ts';

/** A document, or one of its sections. */
export interface Target {
  facts: DocumentFacts;
  section?: SectionFacts;
}

/** @returns undefined for pointers at other things, and for those that lead nowhere */
export function targetOf(edge: GraphEdge | undefined, { graph }: Before): Target | undefined {
  const node = edge?.resolved ? graph.node(edge.target) : undefined;
  const id = node && nodeId.documentOf(node.id);
  const facts = id === undefined ? undefined : graph.document(id);
  if (!node || !facts) return undefined;
  if (node.id === nodeId.document(facts.id)) return { facts };
  // Things of other kinds that one document defines have a slug as well: that of the section around them.
  if (!('slug' in node) || !('line' in node)) return undefined;
  const section = facts.sections.find(({ slug }) => slug === node.slug);
  const isSection = section !== undefined && section.range.line === node.line;
  return isSection ? { facts, section } : undefined;
}

/** @returns undefined where it is removed */
export function targetNow({ facts, section }: Target, after: After): Target | undefined {
  if (after.isRemoved(facts)) return undefined;
  return section ? after.sectionNow(section) : { facts: after.documentNow(facts) };
}

/** The document in which text at this place stands after the refactoring; undefined where the text is removed. */
export function holderNow(
  facts: DocumentFacts,
  offset: number,
  { graph }: Before,
  after: After,
): DocumentFacts | undefined {
  const at = after.changed.locate(facts.path, offset);
  const holder = at && (at.path === facts.path ? facts : graph.document(at.path));
  return holder && after.documentNow(holder);
}
