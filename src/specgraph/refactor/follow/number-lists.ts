/** Lists of numbers such as "Sections 3, 4 and 7" with what their members name. */
import { sectionKind } from '../../kinds/section.ts';
import { stepKind } from '../../kinds/step.ts';
import type { DocumentFacts } from '../../model/index.ts';
import { spanOf, writtenNumber } from '../headings.ts';
import { isHistorical } from '../history.ts';
import type { ListedMember, ListToken } from '../rewrite-number-list.ts';
import type { After, Before } from '../state.ts';
import { changedWord } from './announcing-words.ts';
import type { DocumentPointers, ResolvedReference } from './read-pointers.ts';
import { holderNow, targetNow, targetOf } from './targets.ts';

const NUMBERED: ReadonlySet<string> = new Set([sectionKind.id, stepKind.id]);

/** References of one list: "Sections 3, 4 and 7". */
export type NumberGroup = readonly [ResolvedReference, ...ResolvedReference[]];

/** A member of a list, and the document that has it now. */
export interface Member extends ListedMember {
  isChanged: boolean;
  /** The document of its target before, and now. */
  ownerBefore?: DocumentFacts;
  owner?: DocumentFacts;
  /** What it names is counted in another series now: "Section" of what was an appendix. */
  word?: string;
}

/** A list of numbers, and the document in which it stands after the refactoring. */
export interface PlacedList {
  group: NumberGroup;
  members: readonly Member[];
  tokens: readonly ListToken[];
  words: string;
  /** Offsets in the source of the document. */
  start: number;
  end: number;
  pointers: DocumentPointers;
  holder: DocumentFacts;
}

/** References by number, those of one list together. */
export function groupsOf({ references }: DocumentPointers): NumberGroup[] {
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
export function placedList(
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
