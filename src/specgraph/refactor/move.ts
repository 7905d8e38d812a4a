/** Moves a section with its subsections to another place, of this document or another one. */
import type { DocumentFacts, GraphNode, SectionFacts } from '../model/index.ts';
import { UsageError } from '../usage-error.ts';
import { dropEntries } from './contents/drop.ts';
import { headingParts, withDescendants } from './headings.ts';
import { anchorOf } from './insert.ts';
import { withoutNumber } from './heading-form.ts';
import { aroundBlock, blockOf, gapBehind, newlineOf } from './layout.ts';
import { countedBehind, Numbering, sharesNumber } from './numbering.ts';
import { placeBeside, type SectionPlace } from './places.ts';
import { keepAnchor } from './rename.ts';
import type { RefactorRequest } from './request.ts';
import { emptyDraft, type Before, type Draft } from './state.ts';

type MoveRequest = Extract<RefactorRequest, { action: 'move' }>;

/** @param node what moves @param beside where it goes */
export function draftMove(
  node: GraphNode,
  beside: GraphNode,
  { side, keepAnchors }: MoveRequest,
  before: Before,
): Draft {
  const { facts, section } = anchorOf(node, before);
  if (!section) throw new UsageError('a document is moved by renaming its file', `rename ${facts.path} NEW`);
  const target = anchorOf(beside, before);
  if (!target.section && side === 'before')
    throw new UsageError('no section stands before a document', 'use --under');
  const block = new Set(withDescendants(facts, section));
  if (target.section && block.has(target.section))
    throw new UsageError('a section cannot be moved beside itself or into itself');
  const draft = emptyDraft();
  const numbering = new Numbering(facts);
  const isWithin = target.facts === facts;
  const numberingThere = isWithin ? numbering : new Numbering(target.facts);
  const number = numbering.of(section);
  if (number !== undefined && !sharesNumber(facts, section)) {
    const behind = countedBehind(facts, section);
    const rider = behind.find(
      (one) => numbering.of(one)?.slice(0, -1) === number && /[a-z]$/.test(numbering.of(one)!),
    );
    if (rider) throw new UsageError(`${numbering.of(rider)} counts from ${number}`, 'move it first');
    numbering.close(behind, number);
  }
  const found = placeBeside(target, side, numberingThere, isWithin ? block : new Set(), section);
  const place = isOfSteps(found) && section.step === undefined ? withoutStep(found) : found;
  if (place.number !== undefined)
    numberingThere.open(
      place.following.filter((one) => !block.has(one)),
      place.number,
    );
  moveBlock(draft, facts, section, target.facts, place);
  const dropped = dropEntries(draft.changes, facts, block, before.graph);
  draft.droppedEntries = new Set(dropped);
  draft.movedSections = isWithin ? new Set(dropped.map((entry) => entry.section)) : block;
  setNumber(draft, numbering, section, place, target.facts);
  setDepth(draft, facts, block, place.depth - section.depth);
  numbering.write(draft.changes);
  if (!isWithin) numberingThere.write(draft.changes);
  if (keepAnchors)
    for (const one of block)
      if (!isWithin) leaveAnchor(draft, facts, section, one);
      else keepAnchor(draft, facts, one);
  return draft;
}

/** Whether the headings at a place are steps. */
function isOfSteps({ form }: SectionPlace): boolean {
  return /\bStep\s*$/i.test(form.lead);
}

/** A section that moves among steps does not become one. */
function withoutStep(place: SectionPlace): SectionPlace {
  return { ...place, number: undefined, form: withoutNumber(place.form), following: [] };
}

function moveBlock(
  draft: Draft,
  facts: DocumentFacts,
  section: SectionFacts,
  to: DocumentFacts,
  { gap, depth }: SectionPlace,
): void {
  const { span, text, separator } = blockOf(facts, section);
  const isBeside = gap.offset === span.start || gap.offset === span.end;
  const isInside = gap.offset > span.start && gap.offset < span.end;
  if (to === facts && (isInside || (isBeside && depth === section.depth)))
    throw new UsageError('the section is there already');
  const newline = newlineOf(to);
  const isOtherNewline = newlineOf(facts) !== newline;
  const apart = isOtherNewline ? separator.replaceAll(/\r\n|\n/g, newline) : separator;
  const { lead, trail } = aroundBlock(to, gap, apart || undefined);
  draft.changes.move = {
    from: { path: facts.path, ...text },
    to: { path: to.path, offset: gap.offset },
    lead,
    trail,
  };
  for (const [start, end] of [
    [span.start, text.start],
    [text.end, span.end],
  ])
    if (start < end) draft.changes.add(facts.path, { start, end, text: '', sort: 'whole section' });
  if (isOtherNewline) changeLineEnds(draft, facts, text, newline);
}

function changeLineEnds(
  draft: Draft,
  { source, path }: DocumentFacts,
  { start, end }: { start: number; end: number },
  newline: string,
): void {
  for (const match of source.slice(start, end).matchAll(/\r\n|\n/g))
    draft.changes.add(path, {
      start: start + match.index,
      end: start + match.index + match[0].length,
      text: newline,
      sort: 'whole section',
    });
}

/** The number at the new place, in the form of the headings there. */
function setNumber(
  draft: Draft,
  numbering: Numbering,
  section: SectionFacts,
  place: SectionPlace,
  to: DocumentFacts,
): void {
  const { facts } = numbering;
  const parts = headingParts(facts, section);
  const before = numbering.of(section);
  if (before === place.number && to === facts) return;
  const keepsForm =
    before !== undefined && place.number !== undefined && parts.number && sameSort(before, place.number);
  if (keepsForm && to === facts) {
    numbering.set(section, place.number!);
    return;
  }
  const descendants = withDescendants(facts, section).slice(1);
  if (place.number === undefined) {
    for (const one of [section, ...descendants]) {
      const own = headingParts(facts, one);
      if (own.number)
        draft.changes.add(facts.path, {
          start: startOfTitle(facts, one),
          end: own.title.start,
          text: '',
          sort: 'heading',
        });
    }
    return;
  }
  if (facts.source[parts.whole.start] !== '#' && before === undefined)
    throw new UsageError(`"${section.heading}" would be read as a list with a number`, 'write it with "#"');
  const text = (place.form.isShort ? place.number.slice(-1) : place.number) + place.form.mark;
  const lead = place.form.lead.replace(/^#*[ \t]*/, '');
  draft.changes.add(facts.path, {
    start: startOfTitle(facts, section),
    end: parts.title.start,
    text: lead + text,
    sort: 'heading',
  });
  if (before !== undefined) {
    numbering.set(section, place.number);
  }
}

/** Behind the signs of a heading. */
function startOfTitle(facts: DocumentFacts, section: SectionFacts): number {
  const { whole } = headingParts(facts, section);
  return whole.start + /^#*[ \t]*/.exec(facts.source.slice(whole.start, whole.end))![0].length;
}

/** "7" and "7.2" are written alike, "7" and "A" or "7d" are not. */
function sameSort(one: string, other: string): boolean {
  const sort = (number: string): string =>
    /^[A-Z]/.test(number) ? 'letter' : /[a-z]$/.test(number) ? 'small' : 'digits';
  const levels = (number: string): number => number.split('.').length;
  return sort(one) === sort(other) && levels(one) === levels(other);
}

function setDepth(draft: Draft, facts: DocumentFacts, block: ReadonlySet<SectionFacts>, by: number): void {
  if (by === 0) return;
  for (const section of block) {
    const { whole } = headingParts(facts, section);
    const signs = /^#+/.exec(facts.source.slice(whole.start, whole.end))?.[0];
    if (!signs)
      throw new UsageError(
        `"${section.heading}" has no signs whose number could change`,
        'write it with "#"',
      );
    if (signs.length + by > 6 || signs.length + by < 1)
      throw new UsageError(
        `"${section.heading}" would have ${signs.length + by} signs`,
        'a heading has one to six',
      );
    draft.changes.add(facts.path, {
      start: whole.start,
      end: whole.start + signs.length,
      text: '#'.repeat(signs.length + by),
      sort: 'heading',
    });
  }
}

/** An element with the old anchor where the section was. */
function leaveAnchor(draft: Draft, facts: DocumentFacts, moved: SectionFacts, { slug }: SectionFacts): void {
  const { span, text } = blockOf(facts, moved);
  const { isEnd } = gapBehind(facts, moved);
  const { lead, trail } = aroundBlock(facts, { offset: isEnd ? span.start : text.start, isEnd });
  draft.changes.add(facts.path, {
    start: span.start,
    end: span.start,
    text: `${lead}<a id="${slug}"></a>${trail}`,
    sort: 'anchor',
  });
}
