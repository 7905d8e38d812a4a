/** Reads "Section 6d", "spec/14, Sections 6-9", "§10o", "Step 7b", "Phase 9". */
import type { RawReference } from '../../model/index.ts';
import { spanAt, type Unplaced, type Words } from '../prose.ts';
import { codeRunIn, wordsBeside } from './beside.ts';
import { isCount, isMeasured, readNumbers } from './numbers.ts';
import { CURRENT, isNamedAhead, ownerOf, sentenceAt, type Decision, type Surroundings } from './owner.ts';
import { findNumbered, type NumberedWord, type Vocabulary } from './vocabulary.ts';

/** "Section 3 and Section 4 of spec/14": the owner of the second is the owner of the first. */
const CHAIN = /^\s*(?:,|,?\s*(?:and|or)|&)\s*$/;

interface Found extends NumberedWord {
  start: number;
  end: number;
}

/** @param masked the unit's text without code spans */
export function readNumbered(
  around: Surroundings,
  masked: string,
  words: Vocabulary,
): Unplaced<RawReference>[] {
  const { unit } = around;
  const all: Found[] = [];
  for (const one of findNumbered(masked, words)) {
    // "Step 7b: …" at the head of a heading is the step itself.
    if (one.index === 0 && (unit.kind === 'heading' || isBoldHead(unit, one))) continue;
    if (isQuantity(unit.text, one)) continue;
    all.push({ ...one, start: one.index, end: one.index + one.text.length });
  }
  const decisions = decideAll(around, masked, all);
  const isForeign = otherWorks(unit);
  return all.flatMap((one, i) => {
    const decided = decisions[i];
    const mayBeForeign = isForeign(one, decided);
    const anchor = anchorBehind(unit.text, one);
    if (anchor !== undefined) return referencesOf(around, one, ANYWHERE, words, anchor);
    if (decided === 'outside' || isNumberOfLink(around, one)) return [];
    return referencesOf(around, one, mayBeForeign ? { ...decided, certain: false } : decided, words);
  });
}

/** @returns the owner of each of the words with numbers */
function decideAll(around: Surroundings, masked: string, all: readonly Found[]): (Decision | 'outside')[] {
  const decisions: (Decision | 'outside')[] = [];
  let behind: Decision | 'outside' | undefined;
  for (const [i, one] of [...all.entries()].reverse()) {
    const next = all[i + 1];
    const isChained =
      next !== undefined &&
      next.kind.kind === one.kind.kind &&
      next.start - one.end < 20 &&
      CHAIN.test(masked.slice(one.end, next.start));
    const own = one.kind.isOfDocument
      ? ownerOf(around, one.start, one.end, one.kind.isAction)
      : { owner: CURRENT, certain: true };
    const isPart = isPartOfBefore(one, masked);
    const isNamedBehind =
      isChained && behind && (behind === 'outside' || behind.named) && !isNamedAhead(around, one.start);
    const inherited = isNamedBehind ? inheritedBy(one, next, behind!) : undefined;
    const decided = isPart ? 'outside' : (inherited ?? own);
    behind = isPart ? own : decided;
    decisions[i] = decided;
  }
  return decisions;
}

/** "Section 5.4.1, Subsection 3.6": a part of the section before it, by whatever number. */
function isPartOfBefore({ text, start }: Found, masked: string): boolean {
  return /^sub/i.test(text) && /[\d\])]\s*,?\s*$/.test(masked.slice(Math.max(0, start - 20), start));
}

/**
 * "as [HAIP] Section 5 and the profile in Section 6 say": behind the number of another work, one of the same sentence may be
 * that work's, and everywhere in the paragraph a part of it: "… Section 5 only. Sections 5.1 and 5.2 do not matter."
 * @returns tells of each number, in the order of the text, whether one of another work stands before it
 */
function otherWorks(unit: Words): (one: Found, decided: Decision | 'outside') => boolean {
  const numbers = new Set<string>();
  let lastSentence: number | undefined;
  return (one, decided) => {
    const sentence = sentenceAt(unit, one.start)?.start ?? 0;
    if (isOfOtherWork(decided) && !isPartOfBefore(one, unit.text)) {
      numbers.add(one.list);
      lastSentence = sentence;
      return false;
    }
    if (decided === 'outside' || decided.owner.kind !== 'current' || decided.owner.isNamed) return false;
    return sentence === lastSentence || sectionsAbove(one.list).some((number) => numbers.has(number));
  };
}

/** "5" and "5.1" of "5.1.2". */
function sectionsAbove(number: string): string[] {
  return Array.from(number.matchAll(/\./g), ({ index }) => number.slice(0, index));
}

function isOfOtherWork(decided: Decision | 'outside'): boolean {
  if (decided === 'outside') return true;
  return decided.owner.kind === 'title' && decided.owner.otherwise === 'outside' && !decided.named;
}

/** "Appendix A, and Section 2.1 of spec/14": the document of the one may be that of the other, and need not be. */
function inheritedBy(one: NumberedWord, next: NumberedWord, behind: Decision | 'outside'): typeof behind {
  if (behind === 'outside' || one.kind.series === next.kind.series) return behind;
  const { owner } = behind;
  return owner.kind === 'document' ? { ...behind, owner: { ...owner, mayBeCurrent: true } } : behind;
}

const ANYWHERE: Decision = { owner: CURRENT, certain: false };

/**
 * "[Section 5.7.2][572-presentation]": a link whose label a tool defines is the anchor of a section of the set, whatever
 * work stands before it. The label begins with the digits of the number.
 */
function anchorBehind(text: string, { kind, list, start, end }: Found): string | undefined {
  if (!kind.plainHeadings || text[start - 1] !== '[' || !text.startsWith('][', end)) return undefined;
  const label = text.slice(end + 2, text.indexOf(']', end + 2));
  return /^[\w-]+$/.test(label) && label.startsWith(`${list.replaceAll('.', '')}-`) ? label : undefined;
}

const MARK = /^\s*[.:–—-]/;

/** "**Section 1 – Terms.** …", "**Step 2**: …": the paragraph is the section or the step itself. */
function isBoldHead({ text, emphases = [] }: Words, { text: words }: NumberedWord): boolean {
  const bold = emphases.find(({ start, isStrong }) => isStrong && start === 0);
  if (bold === undefined) return false;
  const rest = text.slice(words.length, bold.end);
  return rest.trim() === '' ? MARK.test(text.slice(bold.end)) : MARK.test(rest);
}

/** "This section 9 fields …", "a step 12 km long", "an appendix I wrote": the number or letter belongs to what follows. */
function isQuantity(text: string, { index, text: words, list }: NumberedWord): boolean {
  const after = text.slice(index + words.length, index + words.length + 20);
  if (list === 'I' && PRONOUN.test(after) && !isFirstPart(text.slice(0, index), words)) return true;
  if (/^\p{Lu}/u.test(words)) return false;
  if (DETERMINER.test(text.slice(Math.max(0, index - 12), index))) return !isOwnNumber(list, after);
  return /^\d+$/.test(list) && isMeasured(after);
}

/** "All rules in Part I also hold": a preposition alone leads to the capital word. */
function isFirstPart(before: string, words: string): boolean {
  return /^\p{Lu}/u.test(words) && /\b(?:in|of|from|under|to|by|with|see)\s+$/i.test(before);
}

/** "In this Section I show …": a verb follows. */
const PRONOUN = /^\s+(?!(?:above|below|of|to|and|or|in|is|are|for|on|with|through|until)\b)\p{Ll}/u;

/** "this section 4.", "in this section 7.5", "that step (5)": nothing follows that the number could count. */
function isOwnNumber(list: string, after: string): boolean {
  return /\d/.test(list) && (/[.(]/.test(list) || /^\s*(?:[.,;:)]|$)/.test(after));
}

const DETERMINER = /(?<![\w-])(?:this|each|every|another|that|which|what|next|previous)\s$/i;

/** Links with a fragment are compared with their text elsewhere: `[Section 3](#3-x)`, `Section [3](#3-x)`. */
function isNumberOfLink({ unit }: Surroundings, { start, end, list }: Found): boolean {
  return [start, end - list.length].some((at) => /#./.test(spanAt(unit.links, at)?.url ?? ''));
}

function referencesOf(
  { unit }: Surroundings,
  { start, end, list, isPlural, kind }: Found,
  decided: Decision,
  words: Vocabulary,
  anchor?: string,
): Unplaced<RawReference>[] {
  const listStart = end - list.length;
  let numbers = readNumbers(list, { forms: kind.forms, isPlural });
  const beside =
    numbers.length === 1 && kind.plainHeadings && numbers[0].item === undefined
      ? itemBeside(unit.text, start, end)
      : undefined;
  if (numbers.length > 1 && isCount(unit.text.slice(end, end + 60))) {
    const last = numbers.at(-1)!.start;
    const counted = numbers.filter((number) => number.start === last);
    if (counted.length === 1) numbers = numbers.slice(0, -1);
  }
  const text = beside?.text ?? unit.text.slice(start, listStart + numbers.at(-1)!.end);
  const component = kind.isAction ? componentBefore(unit.text, start, words) : undefined;
  const { owner, certain } =
    component && decided.owner.kind === 'title' ? { owner: CURRENT, certain: true } : decided;
  return numbers.map((number, i) => ({
    start: beside?.start ?? (i === 0 || number.start === 0 ? start : listStart + number.start),
    end: beside?.end ?? listStart + number.end,
    fact: {
      kind: kind.kind,
      series: kind.series,
      value: number.value,
      item: beside?.item ?? number.item,
      anchor,
      // The numbers of one list have one owner: the document that has the first.
      first: numbers.length > 1 ? numbers[0].value : undefined,
      where: 'prose',
      owner,
      text,
      context: unit.kind === 'row' ? unit.text : (sentenceAt(unit, start)?.text ?? unit.text),
      unsure: number.isInside || !certain || undefined,
      component,
      beside: numbers.length === 1 && kind.isOfDocument ? wordsBeside(unit, start, end) : undefined,
      runs: numbers.length === 1 && kind.isAction ? codeRunIn(unit, start, end) : undefined,
    },
  }));
}

const ITEM_AFTER = /^,?\s+(?:item|point)\s+\(?(?<item>\d{1,2}|[a-z])(?:\)|(?![\w.]\w))/;
const ITEM_BEFORE =
  /(?<![\w-])(?:[Ii]tem|[Pp]oint)\s+\(?(?<item>\d{1,2}|[a-z])\)?\s+(?:of|in)\s+(?:the\s+)?$/;

/** "Section 2, item 4", "item (d) of Section 2": one reference with the words of both. */
function itemBeside(
  text: string,
  start: number,
  end: number,
): { item: string; start: number; end: number; text: string } | undefined {
  const behind = ITEM_AFTER.exec(text.slice(end, end + 20));
  const before = behind ? null : ITEM_BEFORE.exec(text.slice(Math.max(0, start - 24), start));
  const item = (behind ?? before)?.groups!.item;
  if (item === undefined) return undefined;
  const from = before ? start - before[0].length : start;
  const to = behind ? end + behind[0].length : end;
  return { item, start: from, end: to, text: text.slice(from, to) };
}

/** "Client start Step 9": the component named directly before the word. */
function componentBefore(text: string, at: number, { components }: Vocabulary): string | undefined {
  const words = text.slice(Math.max(0, at - 40), at);
  return components.find(({ atEnd }) => atEnd.test(words))?.name;
}
