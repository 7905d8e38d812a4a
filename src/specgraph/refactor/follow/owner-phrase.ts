/** The words beside a list of numbers that name its document: "Section 3 of spec/08", "[Alpha](a.md), Section 3". */
import { NUMBER_BEFORE_NAME } from '../../extract/references/owner.ts';
import type { DocumentFacts, RawReference } from '../../model/index.ts';
import { spanOf, type Span } from '../headings.ts';
import type { Before } from '../state.ts';
import { withoutNumber } from './names-of-targets.ts';
import type { PlacedList } from './number-lists.ts';
import type { DocumentPointers, ResolvedLink } from './read-pointers.ts';
import { targetOf } from './targets.ts';

/** Whether "of this document" or a direction stands behind an offset. */
export function isNamedBehind(facts: DocumentFacts, offset: number): boolean {
  return isNamedSelf(facts, offset) || DIRECTION.test(facts.source.slice(offset, offset + 20));
}

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
  /** The words stand for a name: "above", "of it". */
  isPronoun?: boolean;
  /** The name is a link. */
  link?: ResolvedLink;
}

/** A place where a document is named. */
interface Name extends Span {
  link?: ResolvedLink;
}

/** Between a name and its number. */
const BESIDE = /^,?\s+$/;
const OF = /^\s+(?:of|in)\s+(?:the\s+)?/;
const SELF =
  /^\s+(?:of|in)\s+(?:this\s+(?:document|specification|spec|page|file|policy|standard|proposal)|these\s+(?:guidelines|requirements))\b/;

const OF_IT =
  /^\s+(?:(?:of|in)\s+(?:it|that (?:document|file|specification|page)|the same (?:document|file))\b|there(?:of|in)\b)/;

/** Text of another document is neither above nor below. */
const DIRECTION = /^,?\s+(?:above|below)\b/;

/** Whether "of this document" stands behind an offset. */
export function isNamedSelf({ source }: DocumentFacts, offset: number): boolean {
  return SELF.test(source.slice(offset, offset + 60));
}

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
  const direction = DIRECTION.exec(behind);
  const pronoun = direction ?? OF_IT.exec(behind);
  if (pronoun) {
    const whole = { start: end, end: end + pronoun[0].length };
    return { name: whole, whole, isShared: false, isSelf: direction !== null, isPronoun: true };
  }
  const names = namesOfOwner(list, before);
  // Two sentences of the same words have the same context: a number that has a name of its own shares none.
  const isShared = pointers.references.some(
    ({ reference }) =>
      !isNamedBeside(spanOfList(reference, pointers), names, source) &&
      !group.some((one) => one.reference === reference) &&
      reference.section === group[0].reference.section &&
      reference.context === group[0].reference.context &&
      namesDocument(reference) &&
      namesDocument(group[0].reference) &&
      JSON.stringify(reference.owner) === JSON.stringify(group[0].reference.owner),
  );
  const of = OF.exec(behind);
  const after = of && names.find((span) => span.start === end + of[0].length);
  if (after)
    return { name: after, whole: { start: end, end: after.end }, isShared, isSelf: false, link: after.link };
  const ahead = names.find(
    (span) =>
      span.end <= start &&
      BESIDE.test(source.slice(span.end, start)) &&
      !NUMBER_BEFORE_NAME.test(source.slice(Math.max(0, span.start - 20), span.start)),
  );
  return (
    ahead && {
      name: ahead,
      whole: { start: ahead.start, end: start },
      isShared,
      isSelf: false,
      link: ahead.link,
    }
  );
}

/** Text between a name and a number of one sentence. */
const WITHIN_SENTENCE = /^(?:[^.;!?\n]|[.;!?](?=\S)|\n(?!\s*\n))*$/;

/**
 * The name of the document of a list that stands before it in its sentence, and beside no number: "spec/02" of "spec/02 says
 * so in Section 3".
 */
export function nameFurtherAhead(list: PlacedList, before: Before): Span | undefined {
  const { start, pointers, group } = list;
  if (!namesDocument(group[0].reference) || ownerPhrase(list, before)) return undefined;
  const { facts, references } = pointers;
  const ahead = namesOfOwner(list, before).findLast(({ end }) => end <= start);
  if (!ahead || !WITHIN_SENTENCE.test(facts.source.slice(ahead.end, start))) return undefined;
  const isOfNumber = references.some(({ reference: { range } }) => {
    const number = spanOf(facts, range);
    return ahead.end <= number.start && BESIDE.test(facts.source.slice(ahead.end, number.start));
  });
  return isOfNumber ? undefined : ahead;
}

/** From a number to the last one of its list: the name stands behind "Sections 1 and 3" as a whole. */
function spanOfList({ range, text, first }: RawReference, { facts, references }: DocumentPointers): Span {
  const own = spanOf(facts, range);
  if (first === undefined) return own;
  const ends = references
    .filter(({ reference }) => reference.text === text && reference.first === first)
    .map(({ reference }) => spanOf(facts, reference.range))
    .filter(({ start }) => start >= own.start && start < own.start + text.length)
    .map(({ end }) => end);
  return { start: own.start, end: Math.max(own.end, ...ends) };
}

/** Whether one of the names stands directly behind a number, or directly before it. */
function isNamedBeside({ start, end }: Span, names: readonly Name[], source: string): boolean {
  const of = OF.exec(source.slice(end));
  return names.some(
    (name) =>
      (of && name.start === end + of[0].length) ||
      (name.end <= start && /^,?\s+(?:Sections?\s+|§+\s*)?$/.test(source.slice(name.end, start))),
  );
}

/** Where the document is named to which the numbers belonged: links to it or into it, and names of files. */
function namesOfOwner({ members, pointers, start, end }: PlacedList, before: Before): Name[] {
  const { facts, links, references } = pointers;
  const owner = members.find((member) => member.ownerBefore)?.ownerBefore;
  const isOwner = ({ edge }: Pick<ResolvedLink, 'edge'>, mayBeSection = false): boolean => {
    const target = targetOf(edge, before);
    return target !== undefined && target.facts === owner && (mayBeSection || target.section === undefined);
  };
  return [
    ...links
      .filter((one) => isOwner(one, isTitle(one, owner)))
      .map((link) => ({ ...spanOf(facts, link.link.range), link }))
      .filter((span) => span.end <= start || span.start >= end),
    ...references
      .filter((one) => isOwner(one))
      .map(({ reference }) => withTicks(facts, spanOf(facts, reference.range))),
  ];
}

/** Whether the words of a link are the title of a document: "[Beta](02-b.md#deep)" of "02 Beta". */
function isTitle({ link }: ResolvedLink, owner: DocumentFacts | undefined): boolean {
  return (
    owner !== undefined && link.form === 'link' && withoutNumber(link.text) === withoutNumber(owner.title)
  );
}

/** A name in a code span with its backticks. */
function withTicks({ source }: DocumentFacts, { start, end }: Span): Span {
  return source[start - 1] === '`' && source[end] === '`'
    ? { start: start - 1, end: end + 1 }
    : { start, end };
}
