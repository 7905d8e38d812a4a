/**
 * Who owns a section or step number, in this order:
 *
 * 1. an explicit owner: the link the words stand in, "of spec/14", "of this document", "above", "below", "of it";
 * 2. the document named last before it in the same sentence, or in an earlier cell of the same table row;
 * 3. the document of the list item above it, where that item is nothing but its name;
 * 4. a title directly before the number, if exactly one document of the set has it; otherwise nothing is certain;
 * 5. the current document.
 *
 * Numbers of works outside the set ("RFC 5280, Section 4.2") are nobody's here.
 */
import type { Owner, Sentence } from '../../model/index.ts';
import { countWhere, lastWhere } from '../../text/ordered.ts';
import { CELL_JOIN, spanAt, type Words } from '../prose.ts';
import type { Landmark } from './landmarks.ts';
import { titleBefore } from './titles.ts';

export interface Decision {
  owner: Owner;
  /** False where the words may mean something else: then nothing is reported if the number does not exist. */
  certain: boolean;
  /** The owner is named behind the number: "Section 3 of spec/14". */
  named?: boolean;
}

/** What surrounds the numbers of a unit; worked out once for all of them. */
export interface Surroundings {
  unit: Words;
  /** In order of the text, the longer of two that begin together first. */
  landmarks: readonly Landmark[];
  /** The furthest end of a landmark and all before it. */
  furthest: readonly number[];
  /** Where the cells of a row begin. */
  cells: readonly number[];
  /** Rows with a date tell of the past: the numbers of old versions. */
  dated: boolean;
}

export const CURRENT: Owner = { kind: 'current' };
/** So many characters behind or before a number can name its owner; more would make a long paragraph slow. */
const MAX_AHEAD = 200;
const MAX_BEHIND = 120;
/** Within so many characters a link stands beside a number whatever its words are: "[here](https://…) (see Section 3)". */
const MAX_BESIDE = 16;
const UNCERTAIN: Decision = { owner: CURRENT, certain: false };

const MONTH = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;
const YEAR = String.raw`(?:19|20)\d\d`;
/** "2015-09-22", "22/09/2015", "September 22, 2015", "22 Sep 2015". */
const DATED_ROW = new RegExp(
  String.raw`(?<!\d)${YEAR}[-/]\d\d[-/]\d\d(?!\d)|(?<!\d)\d\d?[./]\d\d?[./]${YEAR}(?!\d)` +
    String.raw`|\b${MONTH}\s+\d{1,2}(?:st|nd|rd|th)?,?\s${YEAR}\b|\b\d{1,2}\.?\s${MONTH},?\s${YEAR}\b`,
);
const CELL_BORDER = new RegExp(CELL_JOIN.replace('|', String.raw`\|`), 'g');

const HERE = /^[,)]?\s*(?:above|below|here)\b/;
const OF_IT =
  /^\s*(?:,\s*)?(?:of|in)\s+(?:it|that (?:document|file|specification|page)|the same (?:document|file))\b|^\s+there(?:of|in)\b/;
const JOINT =
  /^(?:,\s*respectively,?)?\s*(?:\((?:of\s+|in\s+)?|(?:of|in|from)\s+(?:(?:the|an?|our|your|their)\s+)?(?:file\s+|document\s+)?)/;
/** "Section 7 is explained in [b](b.md)": of this document or of the one that is named. */
const TOLD_ELSEWHERE =
  /^,?\s+(?:(?:which\s+)?(?:is|are|was|were|can be|may be)\s+)?(?:explained|described|defined|specified|found|given|covered|documented|discussed|detailed|listed)\s+(?:in|by)\b/;
/** "Section 2.1 the [Trust Mark Specification] says": the "of" is missing. */
const WITHOUT_OF = /^\s+(?:the\s+)?\[(?=\p{Lu}[^\]]* )/u;
/** A title or a paragraph between the number and its owner: `Section 4.2 ("Keys") of RFC 5280`. */
const ASIDE =
  /^\s*(?:\([^()]{1,60}\)|(?:,?\s*(?:titled|entitled|called|named)\s+)?["“][^"”]{1,80}["”]|,?\s*(?:paragraph|item|bullet|sentence)\s+\w{1,4}|,?\s*(?:on\s+)?(?:page|p\.)\s*\d+)/;
const APPOSITION = /^,\s*(?:of\s+)?(?:the\s+)?/;
/** "Section 4 of the Relay specification". */
const OF_TITLE = new RegExp(
  String.raw`^\s*,?\s*(?:of|in|from)\s+(?:the\s+)?(?<title>["“*]?[A-Z][\w'’-]*(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?[A-Z][\w'’-]*){0,6}["”*]?` +
    String.raw`(?:\s+(?:specification|spec|document|guide|handbook|manual|standard|documentation))?)(?=[\s,.;:)]|$)`,
);
/** "step 2 of the algorithm": of the section with this title, if there is one. */
const OF_WORDS =
  /^\s+(?:of|in|from)\s+the\s+(?<words>\p{Ll}[\p{Ll}-]*(?:\s+\p{Ll}[\p{Ll}-]*){0,2})(?=\s*[,.;:)]|$)/u;
/** "For Section 5 see [the guide](guide.md)": of this document or of the one that is named. */
const SEE_AFTER = /^\s*,?\s*(?:see|refer to|read|consult)\s+(?:the\s+)?/;
/** "The guide is short. Its Section 5 …", "There, Section 5 …". */
const ITS = /(?:\b[Ii]ts|^\s*(?:There|In it|Therein),?(?:\s+see)?)\s+$/;
/** "[Knuth, Section 9]", "[1, §2]": a place in a cited work. */
const IN_CITATION = /\[[^\][]*[\w.],\s*$/;

/** "Section 3 (2) of the Baseline Requirements": an owner is named that is no landmark: it is none of ours. */
const OF_ANOTHER_WORK = new RegExp(
  String.raw`^\s*(?:\([\w.]+\)\s*)*(?:,\s*)?(?:of|from)\s+(?!(?:this|these|it|its|which|the same|[Ss]ections?|[Cc]hapter|[Aa]ppendix|[Ss]teps?|[Pp]hases?|both|each)\b|§)` +
    String.raw`|^\s+in\s+(?:(?:the|an?)\s+)?(?:[A-Z][\w.-]*\s+)*[A-Z\w][\w.-]*\s+` +
    String.raw`(?:guide|manual|documentation|docs|handbook|standard|spec|specification|RFC|paper|book|report|act|agreement|contract|licen[cs]e|guidelines|requirements)\b`,
);

export function surroundingsOf(unit: Words, landmarks: readonly Landmark[]): Surroundings {
  let end = 0;
  const cells =
    unit.kind === 'row'
      ? [...unit.text.matchAll(CELL_BORDER)].map((match) => match.index + CELL_JOIN.length)
      : [];
  return {
    unit,
    landmarks,
    cells,
    furthest: landmarks.map((mark) => (end = Math.max(end, mark.end))),
    dated: unit.kind === 'row' && DATED_ROW.test(unit.text),
  };
}

/**
 * @param start of the words, and `end` of their numbers, as offsets in the unit's text
 * @param isAction whether the number is that of something to do: a step
 */
export function ownerOf(
  around: Surroundings,
  start: number,
  end: number,
  isAction?: boolean,
): Decision | 'outside' {
  const { unit, landmarks } = around;
  const holding = landmarks[countWhere(around.furthest, (reach) => reach < end)];
  if (holding && holding.start <= start) return given(holding.owner);
  return (
    namedAfter(around, start, end) ?? namedBefore(around, start, isAction) ?? unnamed(unit, around, start)
  );
}

function given(owner: Owner | 'outside', named?: boolean): Decision | 'outside' {
  return owner === 'outside' ? 'outside' : { owner, certain: true, named };
}

/** "above", "of it", "of spec/14", "(spec/14)", "of the Baseline Requirements". */
function namedAfter(around: Surroundings, start: number, end: number): Decision | 'outside' | undefined {
  const { unit, landmarks } = around;
  const after = unit.text.slice(end, end + MAX_AHEAD);
  if (HERE.test(after)) return { owner: { kind: 'current', isNamed: true }, certain: true };
  if (OF_IT.test(after)) {
    const before = lastOfSet(landmarks, start);
    return before ? given(before.owner, true) : UNCERTAIN;
  }
  if (WITHOUT_OF.test(after)) return UNCERTAIN;
  if (TOLD_ELSEWHERE.test(after)) return namedBefore(around, start) ?? UNCERTAIN;
  const aside = ASIDE.exec(after)?.[0].length ?? 0;
  for (const skipped of aside > 0 ? [0, aside] : [0]) {
    const rest = after.slice(skipped);
    const joint = JOINT.exec(rest);
    const owner = joint && ownerAt(around, end + skipped, joint[0]);
    if (owner && owner !== 'outside' && owner.kind === 'title')
      return { ...titled(owner.name, 'outside', true), named: true };
    if (owner) return given(owner, true);
    const apposition = APPOSITION.exec(rest);
    if (apposition && ownerAt(around, end + skipped, apposition[0]) === 'outside') return 'outside';
    const title = OF_TITLE.exec(rest)?.groups!.title;
    if (title) return { ...titled(title.replace(/["“”*]/g, ''), 'outside', true), named: true };
    const words = OF_WORDS.exec(rest)?.groups!.words;
    if (words) return { ...titled(words, 'outside'), named: true };
    if (OF_ANOTHER_WORK.test(rest)) return 'outside';
  }
  const see = /\b[Ff]or\s+$/.test(unit.text.slice(Math.max(0, start - 6), start)) && SEE_AFTER.exec(after);
  return see && ownerAt(around, end, see[0]) ? UNCERTAIN : undefined;
}

/** The document of the set that is named last before a place, in whichever sentence. */
function lastOfSet(landmarks: readonly Landmark[], before: number): Landmark | undefined {
  let i = countWhere(landmarks, (mark) => mark.start < before) - 1;
  while (i >= 0 && (landmarks[i].end > before || landmarks[i].owner === 'outside')) i--;
  return landmarks[i];
}

/** The landmark behind some joining words; a link may hold their article: "of [the guide](guide.md)". */
function ownerAt({ landmarks }: Surroundings, from: number, joint: string): Landmark['owner'] | undefined {
  const to = from + joint.length;
  const at = landmarks[countWhere(landmarks, ({ start }) => start < to)];
  if (at?.start === to) return at.owner;
  const inside = landmarks[countWhere(landmarks, ({ start }) => start <= from)];
  return inside && inside.start < to && inside.end > to ? inside.owner : undefined;
}

const NAMED_AHEAD = /^,?\s+$/;
/** What stands before a name that belongs to a number before it: "Section 3 of", "Appendix A of the". */
export const NUMBER_BEFORE_NAME = /(?:\d[a-z]?\)?|\b[A-Z])\s+(?:of|in)\s+(?:the\s+)?$/;

/** "RFC 5280, Section 4.2": a name stands directly before a number, and does not belong to one before it. */
export function isNamedAhead({ unit: { text }, landmarks }: Surroundings, start: number): boolean {
  const last = lastWithin(landmarks, Math.max(0, start - MAX_BEHIND), start);
  return (
    last !== undefined &&
    NAMED_AHEAD.test(text.slice(last.end, start)) &&
    !NUMBER_BEFORE_NAME.test(text.slice(Math.max(0, last.start - 16), last.start))
  );
}

function namedBefore(
  around: Surroundings,
  start: number,
  isAction?: boolean,
): Decision | 'outside' | undefined {
  const scope = scopeOf(around, start);
  const words = around.unit.text.slice(Math.max(scope.sentenceStart, start - MAX_BEHIND), start);
  if (IN_CITATION.test(words)) return 'outside';
  if (ITS.test(words)) {
    const last = around.landmarks[countWhere(around.landmarks, (mark) => mark.end <= start) - 1];
    return last ? given(last.owner) : UNCERTAIN;
  }
  const before = lastWithin(around.landmarks, scope.sentenceStart, start);
  if (before) return given(before.owner);
  const inRow = lastWithin(around.landmarks, 0, scope.cellStart);
  // "| [Their agent](https://…) | has done Step 1 |": the row tells how far they are with the steps of this document.
  return inRow && (isAction && inRow.owner === 'outside' ? UNCERTAIN : given(inRow.owner));
}

function unnamed(unit: Words, around: Surroundings, start: number): Decision | 'outside' {
  if (unit.under)
    return unit.under.owner === 'outside' ? 'outside' : { ...unit.under, owner: unit.under.owner };
  if (around.dated) return UNCERTAIN;
  const { sentenceStart } = scopeOf(around, start);
  const from = Math.max(sentenceStart, start - MAX_BEHIND);
  const text = unit.text.slice(from, start);
  const trimmed = from + text.trimEnd().length;
  const code = spanAt(unit.codes, trimmed - 1);
  if (code && code.end === trimmed) return titled(unit.text.slice(code.start, code.end), 'maybe-current');
  if (isBehindCitedWork(unit, from, start)) return UNCERTAIN;
  const title = titleBefore(text.replace(/^\s*\[![A-Z]+\]\s*/, ''));
  const isMarked = (unit.emphases ?? []).some(({ end }) => /^["”]?,?\s*$/.test(unit.text.slice(end, start)));
  if (title) return titled(title.name, title.isWork ? 'outside' : 'maybe-current', isMarked || undefined);
  const inBrackets = /^(.*\S)\s*\($/s.exec(text);
  const before = inBrackets && titleBefore(inBrackets[1]);
  return before && !before.isWork
    ? titled(before.name, before.isDocument ? 'maybe-current' : 'current')
    : { owner: CURRENT, certain: true };
}

/**
 * "See *A Specification of Ledgers*, v1.21 (2020-07-23), Section 5": the work in italics is cited, with no more than its
 * authors, version and date behind it.
 */
function isBehindCitedWork({ text, emphases = [] }: Words, from: number, start: number): boolean {
  const cited = emphases.findLast(
    ({ start: begin, end, isStrong }) => !isStrong && begin >= from && end <= start,
  );
  if (!cited || capitalWords(text.slice(cited.start, cited.end)) < 2) return false;
  const between = text.slice(cited.end, start).replaceAll(/\([^()]*\)/g, ' ');
  return between.split(/[\s,.;:]+/).every((word) => /^(?:v?\p{Lu}?[\p{Lu}\d‑–-]*)$/u.test(word));
}

function capitalWords(text: string): number {
  return text.match(/(?<!\S)\p{Lu}/gu)?.length ?? 0;
}

/** Whether the number exists can be said once all titles are known. */
function titled(
  name: string,
  otherwise: (Owner & { kind: 'title' })['otherwise'],
  isNamed?: boolean,
): Decision {
  return { owner: { kind: 'title', name, otherwise, isNamed }, certain: true };
}

interface Scope {
  /** The sentence, within one cell. */
  sentenceStart: number;
  /** Where the cell begins: documents of earlier cells count, earlier sentences of the same cell do not. */
  cellStart: number;
}

function scopeOf({ unit, cells }: Surroundings, at: number): Scope {
  const cellStart = cells[countWhere(cells, (start) => start <= at) - 1] ?? 0;
  return { sentenceStart: Math.max(sentenceAt(unit, at)?.start ?? 0, cellStart), cellStart };
}

/** The last landmark between two positions; those that reach over the second one are few. */
function lastWithin(landmarks: readonly Landmark[], from: number, to: number): Landmark | undefined {
  let i = countWhere(landmarks, (mark) => mark.start < to) - 1;
  for (; i >= 0 && landmarks[i].start >= from; i--) {
    const { end, isNoName } = landmarks[i];
    if (end <= to && !(isNoName && to - end > MAX_BESIDE)) return landmarks[i];
  }
  return undefined;
}

export function sentenceAt(unit: Words, at: number): Sentence | undefined {
  return lastWhere(unit.sentences, (sentence) => sentence.start <= at);
}
