/** Lets "Sections 6-9", "§7.2" and "Step 7b" follow the sections that they name. */
import type { DocumentFacts } from '../../model/index.ts';
import { stepKind } from '../../kinds/step.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { rewriteNumberList, writeLike } from '../rewrite-number-list.ts';
import type { RefactorRequest, Refusal } from '../request.ts';
import type { After, Before } from '../state.ts';
import type { DocumentPointers, ResolvedReference } from './read-pointers.ts';
import type { FileChange, Followed, Rewrite } from './rewrite.ts';
import { joinLists } from './join-lists.ts';
import { groupsOf, placedList, type Member, type NumberGroup, type PlacedList } from './number-lists.ts';
import { nameStaying } from './staying.ts';
import { numbersOf, qualify, splitSeries } from './qualify.ts';

export function followNumbers(
  pointers: DocumentPointers,
  before: Before,
  after: After,
  { newInRange, mayBreak }: Pick<RefactorRequest, 'newInRange'> & { mayBreak: boolean },
): Followed {
  const lists: { list: PlacedList; rewrite?: Rewrite }[] = [];
  const refusals: Refusal[] = [];
  const groups = groupsOf(pointers);
  const joined = new Set<NumberGroup>();
  for (const [i, group] of groups.entries()) {
    if (joined.has(group)) continue;
    const [list, next] = [group, groups[i + 1]].map((one) => one && placedList(one, pointers, before, after));
    if (!list) continue;
    const join = next && joinLists(list, next, before, after);
    if (join) {
      joined.add(groups[i + 1]);
      lists.push({ list, rewrite: join });
      continue;
    }
    const found = followList(list, before, after, { newInRange, mayBreak });
    if (found && 'message' in found) refusals.push(found);
    else lists.push({ list, rewrite: found });
  }
  return { rewrites: nameStaying(lists, before, after), refusals };
}

function followList(
  list: PlacedList,
  before: Before,
  after: After,
  given: Pick<RefactorRequest, 'newInRange'> & { mayBreak: boolean },
): Rewrite | Refusal | undefined {
  const { group, members, tokens, words, start, holder, pointers } = list;
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
    return (
      otherWord(list, after) ??
      splitSeries(list, before, after) ?? { message: `"${words}" would name a section and an appendix`, at }
    );
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
  return {
    at: group[0].reference.range,
    until: group.at(-1)!.reference.range,
    alternatives: [changes],
  };
}

/** A range can hold a new section although the sections that it names have kept their numbers. */
function mayGainMembers(group: NumberGroup, members: readonly Member[], after: After): boolean {
  if (group.length < 2) return false;
  const owner = members.find((member) => member.owner)?.owner;
  return owner?.sections.some((section) => after.isNew(section)) ?? false;
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
