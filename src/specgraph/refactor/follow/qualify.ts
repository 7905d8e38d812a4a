/**
 * Names the document of a section that is not where the words look for it any more: "Section 7" becomes "Section 3 of
 * spec/08" where the section moved there, and "Section 3 of spec/08" becomes "Section 7" where it comes back.
 */
import type { DocumentFacts } from '../../model/index.ts';
import { relativeUrl } from '../../text/describe.ts';
import { spanOf, type Span } from '../headings.ts';
import { connectiveOfSplit, isChoice, isUndecided } from '../connectives.ts';
import { rewriteNumberList, type ListToken } from '../rewrite-number-list.ts';
import type { Refusal } from '../request.ts';
import type { After, Before } from '../state.ts';
import { withWord } from './announcing-words.ts';
import { writtenTitle } from './names-of-targets.ts';
import type { Member, PlacedList } from './number-lists.ts';
import type { FileChange, Rewrite } from './rewrite.ts';
import { ownSpellings } from './own-spellings.ts';
import { nameOf, renamedPhrase, writtenName } from './owner-names.ts';
import { namesDocument, ownerPhrase, type OwnerPhrase } from './owner-phrase.ts';
import { splitSpellings, type Spelling } from './split-list.ts';
import { targetNow, targetOf } from './targets.ts';

/** @returns undefined where the words still look in the right document, and find a number there */
export function qualify(list: PlacedList, before: Before, after: After): Rewrite | Refusal | undefined {
  const { members, group, holder, pointers } = list;
  const present = members.filter(({ owner }) => owner !== undefined);
  if (present.length === 0) return undefined;
  const here = documentOfWords(list, after);
  const gone = present.filter(({ owner }) => owner!.id !== here.id);
  const at = { file: pointers.facts.path, line: group[0].reference.range.line };
  const unnumbered = present.some(({ now }) => now === undefined);
  if (gone.length === 0 && !unnumbered) return withoutOwnName(list, here, before, after);
  if (unnumbered)
    return (
      nameByTitle(list, before, after) ?? {
        message: `"${list.words}" names a section that has no number any more`,
        at,
      }
    );
  const [owner, ...others] = new Set(gone.map(({ owner: document }) => document!));
  if (others.length > 0) return { message: `"${list.words}" would name sections of several documents`, at };
  const name = nameOf(owner, holder, before);
  if (gone.length < present.length)
    return (
      split(list, gone, here, owner, before, after) ?? {
        message: `"${list.words}" cannot be split between two documents`,
        at,
      }
    );
  const words = numbersOf(list, members, after);
  if (words === undefined) return { message: `"${list.words}" cannot be rewritten`, at };
  return toRewrite(list, spellings(list, words, owner, name, before, after));
}

/** "Section 4 of spec/07" in a text that moves to spec/07: the name of the document goes. */
function withoutOwnName(
  list: PlacedList,
  here: DocumentFacts,
  before: Before,
  after: After,
): Rewrite | undefined {
  const { pointers, holder, members } = list;
  const isMoved = holder.id !== after.documentNow(pointers.facts).id;
  const phrase = isMoved && here.id === holder.id ? ownerPhrase(list, before) : undefined;
  if (!phrase || phrase.isSelf) return undefined;
  const words = numbersOf(list, members, after);
  if (words === undefined) return undefined;
  const own = ownSpellings(list, words, phrase, before, after);
  const kept = [{ start: list.start, end: list.end, text: words }];
  return toRewrite(list, phrase.isShared ? [kept, ...own] : own);
}

/** The document in which the words look for their numbers after the refactoring. */
export function documentOfWords(
  { group, members, pointers: { facts }, holder }: PlacedList,
  after: After,
): DocumentFacts {
  const { ownerBefore } = members.find((member) => member.ownerBefore)!;
  const isCurrent = !namesDocument(group[0].reference) && ownerBefore!.id === facts.id;
  return isCurrent ? holder : after.documentNow(ownerBefore!);
}

/**
 * The words of the list with the new numbers, and the word that they have now.
 * @returns undefined where no one list says it
 */
export function numbersOf(list: PlacedList, members: readonly Member[], after: After): string | undefined {
  const owner = members.find((member) => member.owner)?.owner;
  const sectionOf = (number: string) =>
    owner?.sections.find(
      (one) => one.number === number || one.step === number || one.label?.number === number,
    );
  const result = rewriteNumberList(
    { words: list.words, tokens: tokensWith(list.tokens, members) },
    {
      has: (number) => sectionOf(number) !== undefined,
      isNew: (number) => {
        const section = sectionOf(number);
        return section !== undefined && after.isNew(section);
      },
      newInRange: 'exclude',
    },
  );
  if (!('edits' in result)) return undefined;
  let { words } = list;
  for (const { start, end, text } of result.edits.toReversed())
    words = words.slice(0, start) + text + words.slice(end);
  const [word, ...otherWords] = new Set(
    members.filter(({ now }) => now !== undefined).map((one) => one.word),
  );
  if (otherWords.length > 0) return undefined;
  return word === undefined ? words : withWord(words, word);
}

/** The tokens of a list of which only some members count; the others are as if they were removed. */
function tokensWith(tokens: readonly ListToken[], members: readonly Member[]): ListToken[] {
  const kept = new Set<unknown>(members);
  return tokens.map((token) => ({
    ...token,
    members: token.members.map((member) =>
      kept.has(member) ? member : { ...member, now: undefined, isResolved: true },
    ),
  }));
}

// ---------------------------------------------------------------- spellings

/** The ways to write the list with its new document, the best first. */
function spellings(
  list: PlacedList,
  words: string,
  owner: DocumentFacts,
  name: string,
  before: Before,
  after: After,
): Spelling[][] {
  const { start, end, holder } = list;
  const here = { start, end };
  const phrase = ownerPhrase(list, before);
  const isHere = owner.id === holder.id;
  const link = linkAround(list);
  if (link) {
    const url = isHere ? sectionUrl(list, before, after) : relativeUrl(holder.path, owner.path);
    return url === undefined
      ? []
      : [
          [
            { ...here, text: words },
            { ...link, text: url },
          ],
        ];
  }
  if (isHere) return ownSpellings(list, words, phrase, before, after);
  const beside = [[{ ...here, text: `${words} of ${name}` }], [{ ...here, text: `${name}, ${words}` }]];
  if (!phrase) return beside;
  const renamed = [
    { ...here, text: words },
    { ...phrase.name, text: renamedPhrase(list, phrase, owner, name, before, after) },
  ];
  // Other numbers that have the name get one of their own.
  return [renamed, ...beside];
}

/** "#3-end" of the one section that a list names. */
function sectionUrl({ group, members }: PlacedList, before: Before, after: After): string | undefined {
  const target = members.length === 1 ? targetOf(group[0].edge, before) : undefined;
  const section = target && targetNow(target, after)?.section;
  return section && `#${section.slug}`;
}

/** The destination of a link whose words are the list: "[Section 3](b.md)". */
function linkAround({ start, end, pointers }: PlacedList): Span | undefined {
  const found = pointers.links.find(({ link }) => {
    const span = spanOf(pointers.facts, link.range);
    return link.form === 'link' && span.start < start && span.end > end;
  });
  return found && spanOf(pointers.facts, found.link.urlRange);
}

// ---------------------------------------------------------------- several documents

/** "Sections 6, 7 and 8" of which 8 is elsewhere now. */
function split(
  list: PlacedList,
  gone: readonly Member[],
  here: DocumentFacts,
  elsewhere: DocumentFacts,
  before: Before,
  after: After,
): Rewrite | undefined {
  const phrase = ownerPhrase(list, before);
  const name = nameOf(elsewhere, list.holder, before);
  const isStyled = phrase && !phrase.isSelf && !phrase.isPronoun && elsewhere.id !== list.holder.id;
  const there = isStyled ? renamedPhrase(list, phrase, elsewhere, name, before, after) : name;
  return splitInTwo(list, gone, { phrase, here, there }, before, after);
}

/** "Sections 6, 7 and 8" of which 8 is an appendix now. */
export function splitSeries(list: PlacedList, before: Before, after: After): Rewrite | undefined {
  const gone = list.members.filter(({ word }) => word !== undefined);
  const here = list.members.find(({ owner }) => owner)?.owner;
  if (!here) return undefined;
  const phrase = ownerPhrase(list, before);
  const isBehind = phrase !== undefined && phrase.whole.start === list.end && !phrase.isPronoun;
  const there = isBehind ? writtenName(phrase, here, list, before, after) : undefined;
  return splitInTwo(list, gone, { phrase, here, there }, before, after);
}

/** @param given the words beside the list, its document, and the name for those that are `gone` */
function splitInTwo(
  list: PlacedList,
  gone: readonly Member[],
  { phrase, here, there }: { phrase?: OwnerPhrase; here: DocumentFacts; there?: string },
  before: Before,
  after: After,
): Rewrite | undefined {
  const kept = list.members.filter((member) => !gone.includes(member));
  const [moved, stayed] = [numbersOf(list, gone, after), numbersOf(list, kept, after)];
  if (moved === undefined || stayed === undefined || isUndecided(list.words)) return undefined;
  const connective = connectiveOfSplit(list.words, stayed);
  const lists = { stayed, moved, there, here: nameOf(here, list.holder, before), connective };
  const name = phrase && { ...phrase, text: writtenName(phrase, here, list, before, after) };
  return toRewrite(list, splitSpellings(list, lists, name));
}

/** A section without a number is named by a link with its title. */
function nameByTitle(list: PlacedList, before: Before, after: After): Rewrite | undefined {
  const { group, members, holder, start, end } = list;
  if (linkAround(list)) return undefined;
  const conjunction = isChoice(list.words) ? ' or ' : ' and ';
  const links = group.flatMap(({ edge }, i) => {
    const target = members[i].now === undefined ? targetOf(edge, before) : undefined;
    const now = target && targetNow(target, after);
    if (!now?.section) return [];
    const path = now.facts.id === holder.id ? '' : relativeUrl(holder.path, now.facts.path);
    return [`[${writtenTitle(now).replace(/[[\]]/g, '')}](${path}#${now.section.slug})`];
  });
  if (links.length < members.length) {
    const rest = numbersOf(
      list,
      members.filter(({ now }) => now !== undefined),
      after,
    );
    if (rest === undefined) return undefined;
    return toRewrite(list, [[{ start, end, text: [rest, ...links].join(conjunction) }]]);
  }
  const text = links.join(conjunction);
  const phrase = ownerPhrase(list, before);
  const whole = phrase && !phrase.isShared ? phrase.whole : { start, end };
  return toRewrite(list, [
    [{ start: Math.min(start, whole.start), end: Math.max(end, whole.end), text }],
    [{ start, end, text }],
  ]);
}

function toRewrite({ group, pointers }: PlacedList, alternatives: readonly Spelling[][]): Rewrite {
  return {
    at: group[0].reference.range,
    until: group.at(-1)!.reference.range,
    alternatives: alternatives.map((changes) =>
      changes.map((change): FileChange => ({ path: pointers.facts.path, ...change, sort: 'reference' })),
    ),
  };
}
