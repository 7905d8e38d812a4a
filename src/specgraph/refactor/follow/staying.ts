/**
 * Names the document of numbers that stay in it, where another number of the sentence gets another document: the words would
 * look for them there too. "Sections 6 to 8 as well as Section 9 of spec/08 meet it, Sections 10 and 11 …" becomes "… Sections
 * 10 and 11 of this document", and "spec/08, Section 2 and Section 3" becomes "Section 2 of this document and Section 2 of
 * spec/08".
 */
import type { After, Before } from '../state.ts';
import type { PlacedList } from './number-lists.ts';
import { isNamedBehind, namesDocument, ownerPhrase } from './owner-phrase.ts';
import { documentOfWords, nameOf } from './qualify.ts';
import type { Rewrite } from './rewrite.ts';
import type { Spelling } from './split-list.ts';
import { targetNow, targetOf } from './targets.ts';

/** @param found the lists of numbers of a document, with what is rewritten of them */
export function nameStaying(
  found: readonly { list: PlacedList; rewrite?: Rewrite }[],
  before: Before,
  after: After,
): Rewrite[] {
  const leaving = new Set(
    found.filter(({ list }) => leavesDocument(list, before, after)).map(({ list }) => contextOf(list)),
  );
  return found.flatMap(({ list, rewrite }) => {
    const isBesideLeaving = leaving.has(contextOf(list)) && !leavesDocument(list, before, after);
    const named = isBesideLeaving ? namedSpelling(list, before, after) : undefined;
    if (!named) return rewrite ?? [];
    const path = list.pointers.facts.path;
    const own = named.map((change) => ({ path, ...change, sort: 'reference' as const }));
    const alternatives = rewrite?.alternatives ?? [[]];
    return [
      {
        at: list.group[0].reference.range,
        alternatives: [...alternatives, ...alternatives.map((changes) => [...changes, ...own])],
      },
    ];
  });
}

function contextOf({ group: [{ reference }] }: PlacedList): string {
  return `${reference.section}\0${reference.context}`;
}

/** Whether a number of the list is one of another document now. */
export function leavesDocument({ group }: PlacedList, before: Before, after: After): boolean {
  return group.some(({ edge }) => {
    const target = targetOf(edge, before);
    const now = target?.section && targetNow(target, after);
    return now !== undefined && now.facts !== after.documentNow(target!.facts);
  });
}

/** @returns what names the document behind the list; undefined where it stands there already, or another one would be named */
function namedSpelling(list: PlacedList, before: Before, after: After): Spelling[] | undefined {
  const { start, end, holder, members, pointers, group } = list;
  const owner = members.find((member) => member.owner)?.owner;
  if (!owner || documentOfWords(list, after).id !== owner.id || isNamedBehind(pointers.facts, end))
    return undefined;
  const phrase = namesDocument(group[0].reference) ? ownerPhrase(list, before) : undefined;
  // "Section 3 of it": of what is named before, which may be another document now.
  if (phrase?.isPronoun) return [{ ...phrase.whole, text: ` of ${nameOf(owner, holder, before)}` }];
  if (phrase && phrase.whole.start >= end) return undefined;
  const name =
    phrase && owner.id !== holder.id
      ? pointers.facts.source.slice(phrase.name.start, phrase.name.end)
      : nameOf(owner, holder, before);
  const behind = { start: end, end, text: ` of ${name}` };
  return phrase ? [{ start: phrase.whole.start, end: start, text: '' }, behind] : [behind];
}
