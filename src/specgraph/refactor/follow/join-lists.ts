/**
 * Joins two lists of numbers that are of one document again: "Section 6 as well as Section 2 of spec/08" becomes "Sections 6
 * and 7" where Section 2 of spec/08 comes back. It undoes what splitting a list writes.
 */
import type { DocumentFacts } from '../../model/index.ts';
import { connectiveBetween, usualJoint } from '../connectives.ts';
import { joinNumberLists } from '../rewrite-number-list.ts';
import type { After, Before } from '../state.ts';
import type { PlacedList } from './number-lists.ts';
import { withWord } from './announcing-words.ts';
import { ownerPhrase } from './owner-phrase.ts';
import type { Rewrite } from './rewrite.ts';
import { documentOfWords } from './qualify.ts';

/** The name of the document, or a phase, between the first list and the words that join it to the second one. */
const MAX_REMARK = 160;

/** @returns undefined where the lists are not joined, or not of one document */
export function joinLists(
  first: PlacedList,
  second: PlacedList,
  before: Before,
  after: After,
): Rewrite | undefined {
  const { facts } = first.pointers;
  const between = facts.source.slice(first.end, second.start);
  const joined = between.length > MAX_REMARK ? undefined : connectiveBetween(between);
  if (!joined) return undefined;
  const { connective } = joined;
  const remark = between.slice(0, joined.start);
  if (/[.;!?]\s/.test(remark)) return undefined;
  const owner = ownerOfAll([first, second]);
  if (!owner || documentOfWords(first, after).id !== owner.id) return undefined;
  const phrase = ownerPhrase(second, before);
  const isNamedBehind = phrase?.whole.start === second.end;
  // What the author did not write as one list had another document each, or another word.
  const wereOfTwo = isNamedBehind && !areOfOneBefore(first, second);
  const wereOfTwoSeries = areOfOneBefore(first, second) && wordOf(first) !== wordOf(second);
  if (!(wereOfTwo || wereOfTwoSeries) || wordNow(first) !== wordNow(second)) return undefined;
  const joinedWords = joinNumberLists(
    first,
    second,
    {
      has: (number) => owner.sections.some((section) => section.number === number || section.step === number),
      isNew: () => false,
    },
    {
      conjunction: connective === 'or' ? 'or' : 'and',
      joint: connective === 'range' ? usualJoint(facts.source) : undefined,
    },
  );
  const [word] = first.members.map((one) => one.word);
  const text = word === undefined || joinedWords === undefined ? joinedWords : withWord(joinedWords, word);
  if (text === undefined) return undefined;
  const change = { path: facts.path, start: first.start, end: isNamedBehind ? phrase.whole.end : second.end };
  return {
    at: first.group[0].reference.range,
    until: second.group.at(-1)!.reference.range,
    alternatives: [[{ ...change, text: text + remark, sort: 'reference' }]],
  };
}

/** "section" of "Sections 6 and 7", "appendi" of "Appendix A" and "Appendices A and B". */
function wordOf({ words }: Pick<PlacedList, 'words'>): string {
  return /^[^\s\d]*/
    .exec(words)![0]
    .toLowerCase()
    .replace(/(?:x|ces|es|s)?\.?$/, '');
}

/** The word that a list has now. */
function wordNow({ words, members }: PlacedList): string {
  return wordOf({ words: members[0].word ?? words });
}

function areOfOneBefore(...lists: readonly PlacedList[]): boolean {
  return new Set(lists.flatMap(({ members }) => members.map(({ ownerBefore }) => ownerBefore))).size < 2;
}

/** The document of all numbers, where it is one. */
function ownerOfAll(lists: readonly PlacedList[]): DocumentFacts | undefined {
  const owners = new Set(lists.flatMap(({ members }) => members.map(({ owner }) => owner)));
  const [owner] = owners;
  return owners.size === 1 ? owner : undefined;
}
