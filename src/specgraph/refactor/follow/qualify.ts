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
import { linkWordsOf } from './link-names.ts';
import { writtenTitle } from './names-of-targets.ts';
import type { Member, PlacedList } from './number-lists.ts';
import type { FileChange, Rewrite } from './rewrite.ts';
import { ownSpellings } from './own-spellings.ts';
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
  if (!phrase || phrase.isShared || phrase.isSelf) return undefined;
  const words = numbersOf(list, members, after);
  if (words === undefined) return undefined;
  return toRewrite(list, ownSpellings(list, words, phrase, before, after));
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

/** "spec/08" where documents are named so; else a link with the words by which others name it. */
export function nameOf(owner: DocumentFacts, holder: DocumentFacts, before: Before): string {
  if (owner.id === holder.id) return 'this document';
  const { documentPrefix: prefix } = before.project.config;
  if (prefix && owner.number) return `${prefix}/${owner.number}`;
  return `[${linkWordsOf(owner, before)}](${relativeUrl(holder.path, owner.path)})`;
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

/** The name of the new document in the style of the old one, with the section to which the link led. */
function renamedPhrase(
  { pointers, holder }: PlacedList,
  { name: span, isSelf, isPronoun, link }: OwnerPhrase,
  owner: DocumentFacts,
  name: string,
  before: Before,
  after: After,
): string {
  if (isPronoun) return ` of ${name}`;
  if (isSelf) return name;
  const target = link && targetOf(link.edge, before);
  const now = target?.section && targetNow(target, after);
  const fragment = now?.section && now.facts.id === owner.id ? `#${now.section.slug}` : '';
  const written = pointers.facts.source.slice(span.start, span.end);
  return inStyleOf(written, owner, name, holder, before).replace(/\)$/, `${fragment})`);
}

/** "#3-end" of the one section that a list names. */
function sectionUrl({ group, members }: PlacedList, before: Before, after: After): string | undefined {
  const target = members.length === 1 ? targetOf(group[0].edge, before) : undefined;
  const section = target && targetNow(target, after)?.section;
  return section && `#${section.slug}`;
}

/** "[`spec/14-x.md`](14-x.md)" is written as a link, "`x.md`" as code. */
function inStyleOf(
  written: string,
  owner: DocumentFacts,
  name: string,
  holder: DocumentFacts,
  before: Before,
): string {
  const link = /^\[(?<words>.*)\]\((?<url>[^()]*)\)$/s.exec(written)?.groups;
  const file = owner.path.slice(owner.path.lastIndexOf('/') + 1);
  const pathLike = (words: string): string => (words.includes('/') ? owner.path : file);
  if (link) {
    const words = /^`.*`$/.test(link.words) ? `\`${pathLike(link.words)}\`` : linkWordsOf(owner, before);
    return `[${words}](${relativeUrl(holder.path, owner.path)})`;
  }
  if (/^`.*`$/.test(written)) return /\.\w+`$/.test(written) ? `\`${pathLike(written)}\`` : `\`${name}\``;
  return /\.(?:md|markdown|mdx)$/.test(written) ? pathLike(written) : name;
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
  const kept = list.members.filter((member) => !gone.includes(member));
  const [moved, stayed] = [numbersOf(list, gone, after), numbersOf(list, kept, after)];
  if (moved === undefined || stayed === undefined || isUndecided(list.words)) return undefined;
  const name = nameOf(elsewhere, list.holder, before);
  const phrase = ownerPhrase(list, before);
  const isStyled = phrase && !phrase.isSelf && elsewhere.id !== list.holder.id;
  const written = isStyled && list.pointers.facts.source.slice(phrase.name.start, phrase.name.end);
  const lists = {
    stayed,
    moved,
    there: written ? inStyleOf(written, elsewhere, name, list.holder, before) : name,
    here: nameOf(here, list.holder, before),
    connective: connectiveOfSplit(list.words, stayed),
  };
  const isBehind = phrase !== undefined && phrase.whole.start === list.end;
  return toRewrite(list, splitSpellings(list, lists, isBehind ? phrase.whole.end : undefined));
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
    alternatives: alternatives.map((changes) =>
      changes.map((change): FileChange => ({ path: pointers.facts.path, ...change, sort: 'reference' })),
    ),
  };
}
