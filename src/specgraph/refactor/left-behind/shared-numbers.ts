/** References by a number that more than one heading had: the author knows which one is meant. */
import type { DocumentFacts, GraphEdge, SectionFacts } from '../../model/index.ts';
import { targetOf } from '../follow/targets.ts';
import { spanOf, writtenNumber, type Span } from '../headings.ts';
import { seriesOf } from '../numbering.ts';
import type { After, Before } from '../state.ts';
import { joinWords } from '../../text/lists.ts';

export interface SharedNumber {
  facts: DocumentFacts;
  span: Span;
  number: string;
  /** "7b or 7c". */
  now: string;
}

/** @returns references whose number named several headings, where one of these has another number now */
export function referencesToShared(before: Before, after: After): SharedNumber[] {
  const shared = numbersNow(before, after);
  if (shared.size === 0) return [];
  return before.graph.edges.flatMap((edge): SharedNumber[] => {
    const now =
      edge.resolved && edge.range && edge.via === 'prose' ? shared.get(targetKey(edge, before)) : undefined;
    if (!now) return [];
    const facts = before.graph.document(edge.range!.file)!;
    return [{ facts, span: spanOf(facts, edge.range!), ...now }];
  });
}

function targetKey(edge: GraphEdge, before: Before): string {
  const target = targetOf(edge, before);
  return target?.section ? keyOf(target.facts, target.section) : '';
}

function keyOf({ path }: DocumentFacts, { slug }: SectionFacts): string {
  return `${path}\0${slug}`;
}

/** By heading: the number that it shared, and those that stand for it now. */
function numbersNow({ graph }: Before, after: After): Map<string, { number: string; now: string }> {
  const found = new Map<string, { number: string; now: string }>();
  for (const facts of graph.documents) {
    if (!after.changed.texts.has(facts.path)) continue;
    const numbered = facts.sections.filter((section) => writtenNumber(section) !== undefined);
    for (const all of Map.groupBy(numbered, seriesAndNumber).values()) {
      const number = writtenNumber(all[0])!;
      const now = all.flatMap((one) => {
        const section = after.sectionNow(one)?.section;
        return (section && writtenNumber(section)) ?? [];
      });
      if (all.length < 2 || now.every((one) => one === number)) continue;
      for (const one of all)
        found.set(keyOf(facts, one), { number, now: joinWords([...new Set(now)], 'or') });
    }
  }
  return found;
}

function seriesAndNumber(section: SectionFacts): string {
  return `${seriesOf(section)}\0${writtenNumber(section)}`;
}
