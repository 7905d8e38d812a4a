/** The words beside a list of numbers that name its document: "Section 3 of spec/08", "[Alpha](a.md), Section 3". */
import type { DocumentFacts, RawReference } from '../../model/index.ts';
import { spanOf, type Span } from '../headings.ts';
import type { Before } from '../state.ts';
import type { PlacedList } from './number-lists.ts';
import { targetOf } from './targets.ts';

/** Whether the words beside a number name its document. */
export function namesDocument({ owner }: RawReference): boolean {
  return owner.kind === 'document';
}

/** Words that name the document of a number, beside it. */
export interface OwnerPhrase {
  /** Of the name alone, and with "of" or the comma. */
  name: Span;
  whole: Span;
  /** Other numbers have the same owner. */
  isShared: boolean;
  /** "this document". */
  isSelf: boolean;
}

const OF = /^\s+(?:of|in)\s+(?:the\s+)?/;
const SELF = /^\s+(?:of|in)\s+this\s+(?:document|specification|spec|page|file)\b/;

/** @returns undefined where no name stands directly behind the list or before it */
export function ownerPhrase(list: PlacedList, before: Before): OwnerPhrase | undefined {
  const { start, end, pointers, group } = list;
  const { source } = pointers.facts;
  const behind = source.slice(end);
  const self = SELF.exec(behind);
  if (self)
    return {
      name: { start: end + OF.exec(behind)![0].length, end: end + self[0].length },
      whole: { start: end, end: end + self[0].length },
      isShared: false,
      isSelf: true,
    };
  const names = namesOfOwner(list, before);
  // Two sentences of the same words have the same context: a number that has a name of its own shares none.
  const isShared = pointers.references.some(
    ({ reference }) =>
      !isNamedBeside(spanOf(pointers.facts, reference.range), names, source) &&
      !group.some((one) => one.reference === reference) &&
      reference.section === group[0].reference.section &&
      reference.context === group[0].reference.context &&
      namesDocument(reference) &&
      namesDocument(group[0].reference) &&
      JSON.stringify(reference.owner) === JSON.stringify(group[0].reference.owner),
  );
  const of = OF.exec(behind);
  const after = of && names.find((span) => span.start === end + of[0].length);
  if (after) return { name: after, whole: { start: end, end: after.end }, isShared, isSelf: false };
  const ahead = names.find((span) => span.end <= start && /^,?\s+$/.test(source.slice(span.end, start)));
  return ahead && { name: ahead, whole: { start: ahead.start, end: start }, isShared, isSelf: false };
}

/** Whether one of the names stands directly behind a number, or directly before it. */
function isNamedBeside({ start, end }: Span, names: readonly Span[], source: string): boolean {
  const of = OF.exec(source.slice(end));
  return names.some(
    (name) =>
      (of && name.start === end + of[0].length) ||
      (name.end <= start && /^,?\s+(?:Sections?\s+|§+\s*)?$/.test(source.slice(name.end, start))),
  );
}

/** Where the document is named to which the numbers belonged: links and names of files. */
function namesOfOwner({ members, pointers }: PlacedList, before: Before): Span[] {
  const { facts, links, references } = pointers;
  const owner = members.find((member) => member.ownerBefore)?.ownerBefore;
  const isOwner = (edge: (typeof links)[number]['edge']): boolean => {
    const target = targetOf(edge, before);
    return target !== undefined && target.section === undefined && target.facts === owner;
  };
  return [
    ...links.filter(({ edge }) => isOwner(edge)).map(({ link }) => spanOf(facts, link.range)),
    ...references
      .filter(({ edge }) => isOwner(edge))
      .map(({ reference }) => withTicks(facts, spanOf(facts, reference.range))),
  ];
}

/** A name in a code span with its backticks. */
function withTicks({ source }: DocumentFacts, { start, end }: Span): Span {
  return source[start - 1] === '`' && source[end] === '`'
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
