/**
 * Once a number of a sentence is one of another document, the numbers behind it would be looked for there too: "Sections 6
 * to 8 as well as Section 9 of spec/08 meet it, Sections 10 and 11 …" becomes "… Sections 10 and 11 of this document".
 */
import { spanOf } from '../headings.ts';
import type { After, Before } from '../state.ts';
import type { NumberGroup } from './number-lists.ts';
import { isNamedBehind, namesDocument } from './owner-phrase.ts';
import type { DocumentPointers } from './read-pointers.ts';
import type { FileChange, Rewrite } from './rewrite.ts';
import { targetNow, targetOf } from './targets.ts';

/** @param found the lists of numbers of a document, with what is rewritten of them */
export function nameOwnDocument(
  found: readonly { group: NumberGroup; rewrite?: Rewrite }[],
  { facts }: DocumentPointers,
  before: Before,
  after: After,
): Rewrite[] {
  const leaving = new Set(
    found.filter(({ group }) => leavesDocument(group, before, after)).map(({ group }) => contextOf(group)),
  );
  return found.flatMap(({ group, rewrite }) => {
    const { end } = spanOf(facts, group.at(-1)!.reference.range);
    const isUnowned = !namesDocument(group[0].reference) && !isNamedBehind(facts, end);
    if (!isUnowned || !leaving.has(contextOf(group)) || leavesDocument(group, before, after))
      return rewrite ?? [];
    const own: FileChange = {
      path: facts.path,
      start: end,
      end,
      text: ' of this document',
      sort: 'reference',
    };
    const alternatives = rewrite?.alternatives ?? [[]];
    return [
      {
        at: group[0].reference.range,
        alternatives: [...alternatives, ...alternatives.map((changes) => [...changes, own])],
      },
    ];
  });
}

function contextOf([{ reference }]: NumberGroup): string {
  return `${reference.section}\0${reference.context}`;
}

/** Whether a number of the list is one of another document now. */
function leavesDocument(group: NumberGroup, before: Before, after: After): boolean {
  return group.some(({ edge }) => {
    const target = targetOf(edge, before);
    const now = target?.section && targetNow(target, after);
    return now !== undefined && now.facts !== after.documentNow(target!.facts);
  });
}
