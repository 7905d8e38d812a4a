/** Lets "Sections 6-9", "§7.2" and "Step 7b" follow the sections that they name. */
import type { DocumentFacts } from '../../model/index.ts';
import { stepKind } from '../../kinds/step.ts';
import { sectionKind } from '../../kinds/section.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { spanOf, writtenNumber } from '../headings.ts';
import { isHistorical } from '../history.ts';
import { rewriteNumberList, writeLike, type ListToken } from '../rewrite-number-list.ts';
import type { RefactorRequest, Refusal } from '../request.ts';
import type { After, Before } from '../state.ts';
import type { DocumentPointers, ResolvedReference } from './read-pointers.ts';
import type { FileChange, Followed, Rewrite } from './rewrite.ts';
import { changedWord } from './announcing-words.ts';
import { joinLists } from './join-lists.ts';
import type { Member, NumberGroup, PlacedList } from './number-lists.ts';
import { nameOwnDocument } from './own-document.ts';
import { numbersOf, qualify } from './qualify.ts';
import { holderNow, targetNow, targetOf } from './targets.ts';

const NUMBERED: ReadonlySet<string> = new Set([sectionKind.id, stepKind.id]);

export function followNumbers(
  pointers: DocumentPointers,
  before: Before,
  after: After,
  { newInRange, mayBreak }: Pick<RefactorRequest, 'newInRange'> & { mayBreak: boolean },
): Followed {
  const lists: { group: NumberGroup; rewrite?: Rewrite }[] = [];
  const refusals: Refusal[] = [];
  const groups = groupsOf(pointers);
  const joined = new Set<NumberGroup>();
  for (const [i, group] of groups.entries()) {
    if (joined.has(group)) continue;
    const [list, next] = [group, groups[i + 1]].map((one) => one && placedList(one, pointers, before, after));
    const join = list && next && joinLists(list, next, before, after);
    if (join) {
      joined.add(groups[i + 1]);
      lists.push({ group, rewrite: join });
      continue;
    }
    const found = followGroup(group, pointers, before, after, { newInRange, mayBreak });
    if (found && 'message' in found) refusals.push(found);
    else lists.push({ group, rewrite: found });
  }
  return { rewrites: nameOwnDocument(lists, pointers, before, after), refusals };
}

/** References by number, those of one list together. */
function groupsOf({ references }: DocumentPointers): NumberGroup[] {
  const groups: [ResolvedReference, ...ResolvedReference[]][] = [];
  for (const one of references) {
    const { reference } = one;
    if (!NUMBERED.has(reference.kind) || reference.by !== undefined) continue;
    const open = groups.at(-1);
    if (open && continues(open, one)) open.push(one);
    else groups.push([one]);
  }
  return groups;
}

function continues([{ reference: head }, ...rest]: NumberGroup, { reference }: ResolvedReference): boolean {
  if (reference.first === undefined || reference.first !== head.first || reference.text !== head.text)
    return false;
  const last = (rest.at(-1)?.reference ?? head).range;
  const isBehind =
    reference.range.line > last.endLine ||
    (reference.range.line === last.endLine && reference.range.column >= last.endColumn);
  const isSameRange =
    reference.range.endLine === last.endLine && reference.range.endColumn === last.endColumn;
  // The first number of a list has the place of its word too, so another list begins where the first value comes again.
  return isSameRange || (isBehind && reference.value !== head.value);
}

/** @returns undefined where the list is removed, or tells of the past */
function placedList(
  group: NumberGroup,
  pointers: DocumentPointers,
  before: Before,
  after: After,
): PlacedList | undefined {
  const { facts } = pointers;
  const [{ reference: head }] = group;
  const start = spanOf(facts, head.range).start;
  const end = spanOf(facts, group.at(-1)!.reference.range).end;
  const holder = holderNow(facts, start, before, after);
  if (!holder || isHistorical(head.range, head.where, facts)) return undefined;
  const members = group.map((one) => memberOf(one, before, after));
  const words = facts.source.slice(start, end);
  const tokens = tokensOf(group, members, facts, start);
  return { group, members, tokens, words, start, end, pointers, holder };
}

function followGroup(
  group: NumberGroup,
  pointers: DocumentPointers,
  before: Before,
  after: After,
  given: Pick<RefactorRequest, 'newInRange'> & { mayBreak: boolean },
): Rewrite | Refusal | undefined {
  const list = placedList(group, pointers, before, after);
  if (!list) return undefined;
  const { members, tokens, words, start, holder } = list;
  const { facts } = pointers;
  const [{ reference: head }] = group;
  if (
    members.every(({ isChanged }) => !isChanged) &&
    holder.id === after.documentNow(facts).id &&
    !mayGainMembers(group, members, after)
  )
    return undefined;
  const at = { file: facts.path, line: head.range.line };
  const elsewhere = qualify(list, before, after);
  if (elsewhere) return elsewhere;
  if (members.some(({ word }) => word !== undefined))
    return otherWord(list, after) ?? { message: `"${words}" would name a section and an appendix`, at };
  if (head.item !== undefined && group.length === 1) {
    const edit = itemEdit(words, group[0], members[0]);
    if (!edit) return members[0].isChanged ? { message: `"${words}" cannot be rewritten`, at } : undefined;
    return toRewrite(group, facts, start, [edit]);
  }
  const owner = members.find(({ owner }) => owner !== undefined)?.owner;
  const result = rewriteNumberList(
    { words, tokens },
    {
      has: (number) => owner !== undefined && sectionOf(owner, number, head.kind) !== undefined,
      isNew: (number) => {
        const section = owner && sectionOf(owner, number, head.kind);
        return section !== undefined && after.isNew(section);
      },
      newInRange: given.newInRange,
    },
  );
  if ('edits' in result)
    return result.edits.length > 0 ? toRewrite(group, facts, start, result.edits) : undefined;
  if ('isEmpty' in result)
    return given.mayBreak ? undefined : { message: `"${words}" refers to what is removed`, at };
  if ('asksFor' in result)
    return {
      message: `"${words}" would hold the new ${result.asksFor.join(', ')}: say with --include-new or --exclude-new whether that is meant`,
      at,
    };
  return { message: `"${words}" cannot be rewritten: ${result.reason}`, at };
}

/** "Appendix A" of what is a section of the same document now. */
function otherWord(list: PlacedList, after: After): Rewrite | undefined {
  const { group, members, words, start, pointers } = list;
  const text = numbersOf(list, members, after);
  return text === undefined
    ? undefined
    : toRewrite(group, pointers.facts, start, [{ start: 0, end: words.length, text }]);
}

function toRewrite(
  group: NumberGroup,
  facts: DocumentFacts,
  start: number,
  edits: readonly { start: number; end: number; text: string }[],
): Rewrite {
  const changes = edits.map((edit): FileChange => ({
    path: facts.path,
    start: start + edit.start,
    end: start + edit.end,
    text: edit.text,
    sort: 'reference',
  }));
  return { at: group[0].reference.range, alternatives: [changes] };
}

function memberOf({ reference, edge }: ResolvedReference, before: Before, after: After): Member {
  const { value, item } = reference;
  const target = targetOf(edge, before);
  if (!target?.section)
    return { value, item, now: value, itemNow: item, isResolved: false, isChanged: false };
  const now = targetNow(target, after);
  const ownerBefore = target.facts;
  if (!now?.section) return { value, item, isResolved: true, isChanged: true, ownerBefore };
  const written = writtenNumber(now.section);
  // "6(d)" may name the section 6d.
  const isItem = item !== undefined && writtenNumber(target.section) === value + item;
  const number = isItem && written !== undefined ? written.slice(0, -1) : written;
  const itemNow = isItem ? written?.slice(-1) : item;
  return {
    value,
    item,
    now: number,
    itemNow,
    isResolved: true,
    isChanged: number !== value || itemNow !== item || now.facts.id !== ownerBefore.id,
    ownerBefore,
    owner: now.facts,
    word: changedWord(target.section, now.section),
  };
}

/** A range can hold a new section although the sections that it names have kept their numbers. */
function mayGainMembers(group: NumberGroup, members: readonly Member[], after: After): boolean {
  if (group.length < 2) return false;
  const owner = members.find((member) => member.owner)?.owner;
  return owner?.sections.some((section) => after.isNew(section)) ?? false;
}

function tokensOf(
  group: NumberGroup,
  members: readonly Member[],
  facts: DocumentFacts,
  start: number,
): ListToken[] {
  const byEnd = new Map<number, Member[]>();
  group.forEach(({ reference }, i) => {
    const end = spanOf(facts, reference.range).end - start;
    byEnd.set(end, [...(byEnd.get(end) ?? []), members[i]]);
  });
  return [...byEnd].map(([end, own]) => ({ end, members: own }));
}

function sectionOf(owner: DocumentFacts, number: string, kind: string) {
  return owner.sections.find((section) =>
    kind === stepKind.id
      ? section.step === number
      : section.number === number || section.label?.number === number,
  );
}

/** "Section 2, item 4", "item (d) of Section 2", "Section 6(d)": the number of the section alone changes, and maybe its item. */
function itemEdit(
  words: string,
  { reference }: ResolvedReference,
  { now, itemNow, isChanged }: Member,
): { start: number; end: number; text: string } | undefined {
  if (!isChanged || now === undefined) return undefined;
  const { value, item } = reference;
  const escaped = escapeExpression(value);
  const match = new RegExp(String.raw`(?<![\w.])${escaped}(?![\w]|\.\d)(?:\s?\(${item!}\))?`).exec(
    /^(?:item|point)/i.test(words)
      ? ' '.repeat(words.search(/\s(?:of|in)\s/)) + words.slice(words.search(/\s(?:of|in)\s/))
      : words,
  );
  if (!match) return undefined;
  return { start: match.index, end: match.index + match[0].length, text: writeLike(match[0], now, itemNow) };
}
