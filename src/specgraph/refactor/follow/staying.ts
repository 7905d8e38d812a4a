/**
 * Names the document of numbers that stay in it, where another number of the sentence gets another document: the words would
 * look for them there too. "Sections 6 to 8 as well as Section 9 of spec/08 meet it, Sections 10 and 11 …" becomes "… Sections
 * 10 and 11 of this document", and "spec/08, Section 2 and Section 3" becomes "Section 2 of this document and Section 2 of
 * spec/08".
 */
import type { After, Before } from '../state.ts';
import type { PlacedList } from './number-lists.ts';
import { isNamedBehind, namesDocument, ownerPhrase } from './owner-phrase.ts';
import { nameOf, writtenName } from './owner-names.ts';
import { documentOfWords } from './qualify.ts';
import type { Alternative, Rewrite } from './rewrite.ts';
import type { Spelling } from './split-list.ts';

/** @param found the lists of numbers of a document, with what is rewritten of them */
export function nameStaying(
  found: readonly { list: PlacedList; rewrite?: Rewrite }[],
  before: Before,
  after: After,
): Rewrite[] {
  const rewritten = new Set(found.flatMap(({ list, rewrite }) => (rewrite ? contextOf(list) : [])));
  return found.flatMap(({ list, rewrite }) => {
    if (!rewritten.has(contextOf(list)) || looksElsewhere(list, after)) return rewrite ?? [];
    const alternatives = rewrite?.alternatives ?? [[]];
    const moreAlternatives = (): Alternative[] => {
      const named = namedSpelling(list, before, after);
      const { path } = list.pointers.facts;
      const own = named?.map((change) => ({ path, ...change, sort: 'reference' as const }));
      return own ? alternatives.map((changes) => [...changes, ...own]) : [];
    };
    return { at: list.group[0].reference.range, until: rewrite?.until, alternatives, moreAlternatives };
  });
}

function contextOf({ group: [{ reference }] }: PlacedList): string {
  return `${reference.section}\0${reference.context}`;
}

/** Whether the words of a list would look for a number in a document that does not have it now. */
export function looksElsewhere(list: PlacedList, after: After): boolean {
  if (list.members.every(({ ownerBefore }) => ownerBefore === undefined)) return false;
  const here = documentOfWords(list, after);
  return list.members.some(({ owner }) => owner !== undefined && owner.id !== here.id);
}

/** @returns what names the document behind the list; undefined where it stands there already, or another one would be named */
function namedSpelling(list: PlacedList, before: Before, after: After): Spelling[] | undefined {
  const { start, end, holder, members, pointers, group } = list;
  const owner = members.find((member) => member.owner)?.owner;
  if (!owner || isNamedBehind(pointers.facts, end)) return undefined;
  const phrase = namesDocument(group[0].reference) ? ownerPhrase(list, before) : undefined;
  // "Section 3 of it": of what is named before, which may be another document now.
  if (phrase?.isPronoun) return [{ ...phrase.whole, text: ` of ${nameOf(owner, holder, before)}` }];
  if (phrase && phrase.whole.start >= end) return undefined;
  const name =
    phrase && owner.id !== holder.id
      ? writtenName(phrase, owner, list, before, after)
      : nameOf(owner, holder, before);
  const behind = { start: end, end, text: ` of ${name}` };
  return phrase ? [{ start: phrase.whole.start, end: start, text: '' }, behind] : [behind];
}
