/** Where a section goes, seen from another one: position, depth and number. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { siblingsOf } from './headings.ts';
import { formOf, plainForm, withoutNumber, type HeadingForm } from './heading-form.ts';
import { contentEnd, gapBefore, gapBehind, type Gap } from './layout.ts';
import {
  countedBehind,
  hasNumber,
  isCountedAlike,
  isPlainlyCounted,
  splitNumber,
  successor,
  type Numbering,
} from './numbering.ts';
import type { Side } from './request.ts';

export interface SectionPlace {
  gap: Gap;
  depth: number;
  number?: string;
  form: HeadingForm;
  /** The sections that make room for it. */
  following: SectionFacts[];
}

/** A document, or the section beside which something is put. */
export interface Anchor {
  facts: DocumentFacts;
  section?: SectionFacts;
}

/**
 * @param numbering the numbers at this time
 * @param without sections that are not there any more: those that move
 * @param moved what comes: beside a neighbour of its own series it is counted with that one
 */
export function placeBeside(
  { facts, section }: Anchor,
  side: Side,
  numbering: Numbering,
  without: ReadonlySet<SectionFacts> = new Set(),
  moved?: SectionFacts,
): SectionPlace {
  if (!section) {
    const [title] = facts.sections.filter(({ depth }) => depth === 1);
    return title
      ? placeUnder(facts, title, numbering, without)
      : { gap: { offset: contentEnd(facts), isEnd: true }, depth: 2, form: plainForm(2), following: [] };
  }
  if (side === 'under') return placeUnder(facts, section, numbering, without);
  const siblings = siblingsOf(facts, section).filter(
    (one) => !without.has(one) && !isOfOtherCount(one, section, numbering),
  );
  const gap = side === 'before' ? gapBefore(facts, section) : gapBehind(facts, section);
  const at = siblings.indexOf(section) + (side === 'after' ? 1 : 0);
  return placeAmong({ facts, siblings, at, model: section, gap, moved }, numbering);
}

/** "## 1.1" beside "## 1", and "## 2.1" beside "## 1.1": the signs do not tell what is below what. */
function isOfOtherCount(one: SectionFacts, section: SectionFacts, numbering: Numbering): boolean {
  const [a, b] = [one, section].map((each) => {
    const number = numbering.of(each);
    return number === undefined ? undefined : splitNumber(number);
  });
  return a?.kind === 'digits' && b?.kind === 'digits' && a.stem !== b.stem;
}

/** As the last subsection. */
function placeUnder(
  facts: DocumentFacts,
  section: SectionFacts,
  numbering: Numbering,
  without: ReadonlySet<SectionFacts>,
): SectionPlace {
  const children = facts.sections.filter(
    ({ parent, depth }) => parent === section.slug && depth > section.depth,
  );
  const present = children.filter((one) => !without.has(one));
  const gap = gapBehind(facts, section);
  const last = present.at(-1);
  if (last)
    return placeAmong(
      {
        facts,
        siblings: present.filter(({ depth }) => depth === last.depth),
        at: present.filter(({ depth }) => depth === last.depth).length,
        model: last,
        gap,
      },
      numbering,
    );
  const depth = section.depth + 1;
  const model = facts.sections.filter((one) => one.depth === depth && !without.has(one));
  const numbered = model.find(hasNumber);
  const above = numbering.of(section);
  const isLettered = numbered?.number !== undefined && /^\d+[a-z]$/.test(numbered.number);
  const isNumbered =
    above !== undefined &&
    !/[a-z]$/.test(above) &&
    section.step === undefined &&
    section.label === undefined &&
    (numbered !== undefined || model.length === 0);
  const like = numbered ?? section;
  const form = formOf(facts, like, depth);
  return {
    gap,
    depth,
    number: isNumbered ? above + (isLettered ? 'a' : '.1') : undefined,
    form: isNumbered
      ? numbered
        ? form
        : subsectionForm(form)
      : withoutNumber(formOf(facts, model[0] ?? section, depth)),
    following: [],
  };
}

/** "### 3.1 Title" below "## 3. Title": the words before the number of a section are not repeated. */
function subsectionForm(form: HeadingForm): HeadingForm {
  return {
    ...form,
    lead: /^#*[ \t]*/.exec(form.lead)![0],
    mark: form.mark.trim() === '' ? form.mark : form.mark.replace(/^\S+/, '') || ' ',
  };
}

/** A place between sections of one depth. */
interface Slot {
  facts: DocumentFacts;
  siblings: readonly SectionFacts[];
  /** Position among the siblings. */
  at: number;
  /** The section beside which something is put. */
  model: SectionFacts;
  gap: Gap;
  moved?: SectionFacts;
}

function placeAmong({ facts, siblings, at, model, gap, moved }: Slot, numbering: Numbering): SectionPlace {
  const { depth } = model;
  const before = siblings.slice(0, at).findLast(hasNumber);
  const next = siblings.slice(at).find(hasNumber);
  const plain = { gap, depth, form: withoutNumber(formOf(facts, model)), following: [] };
  if (!hasNumber(model) && !isBesideNumber(siblings, at, model)) return plain;
  if (!before && !next) return plain;
  const own = countedLike(moved, [before, next]) ?? (hasNumber(model) ? model : (next ?? before)!);
  const isNextAlike = next !== undefined && isCountedAlike(next, own);
  const previous = before && isCountedAlike(before, own) ? numbering.of(before) : undefined;
  const after = previous === undefined ? undefined : following(previous, siblings, at, numbering);
  const taken = isNextAlike ? numbering.of(next) : undefined;
  const number = taken === undefined || (after !== undefined && comesBefore(after, taken)) ? after : taken;
  if (number === undefined) return plain;
  return {
    gap,
    depth,
    number,
    form: formOf(facts, own, depth),
    following: isNextAlike
      ? [next, ...countedBehind(facts, next).filter((one) => siblings.includes(one))]
      : [],
  };
}

/**
 * Between the last section and the first appendix, a section stays a section and an appendix stays one. What has no number
 * is a section there.
 */
function countedLike(
  moved: SectionFacts | undefined,
  neighbours: readonly (SectionFacts | undefined)[],
): SectionFacts | undefined {
  if (!moved || moved.step !== undefined) return undefined;
  return neighbours.find(
    (one) => one && (hasNumber(moved) ? isCountedAlike(one, moved) : isPlainlyCounted(one)),
  );
}

/**
 * Beside a section without a number, what is inserted is counted where its other neighbour has a number of the plain
 * series. "References" behind the last number, and a section before the first appendix, have none.
 * @param at position among the siblings
 */
function isBesideNumber(siblings: readonly SectionFacts[], at: number, model: SectionFacts): boolean {
  const neighbour = siblings[at] === model ? siblings[at - 1] : siblings[at];
  return neighbour !== undefined && hasNumber(neighbour) && isPlainlyCounted(neighbour);
}

/** The number behind a section: 6 behind 5 and 5a, 6d behind 6c where all are lettered. */
function following(
  number: string,
  siblings: readonly SectionFacts[],
  at: number,
  numbering: Numbering,
): string | undefined {
  const split = splitNumber(number);
  const isRider =
    split?.kind === 'small' && siblings.slice(0, at).some((one) => numbering.of(one) === split.stem);
  return successor(isRider ? split.stem : number);
}

function comesBefore(one: string, other: string): boolean {
  const [a, b] = [splitNumber(one), splitNumber(other)];
  if (!a || !b || a.stem !== b.stem || a.kind !== b.kind) return false;
  return a.ordinal < b.ordinal;
}
