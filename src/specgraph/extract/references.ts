/**
 * Reads the pointers that prose makes: "Section 6d", "spec/14, Sections 6-9", "Step 7b", "Phase 9", `FL_READY`,
 * ORCH-03. The heart is the owner of a section or step number; who owns it is decided in `ownerOf`, in this order:
 *
 * 1. an explicit owner: the link the words stand in, "of spec/14", "of this document", "above", "below";
 * 2. the document named last before it in the same sentence, or in an earlier cell of the same table row;
 * 3. the current document; but where a document is named only later in the sentence, the owner is not certain,
 *    and nothing is reported when the number does not exist.
 *
 * Numbers of works outside the set ("RFC 5280, Section 4.2") are nobody's here.
 */
import type { SpecConfig } from '../config.ts';
import type { Owner, RawReference, Sentence } from '../model/index.ts';
import { countWhere, lastWhere } from '../text/ordered.ts';
import { CELL_JOIN, spanAt, type LinkSpan, type Unplaced, type Words } from './prose.ts';
import { LETTER_LIST, NUMBER_ITEM, NUMBER_LIST, readNumbers } from './number-list.ts';

/** Patterns made once for a configuration. */
export interface Vocabulary {
  /** A document by number or file name in running text: "spec/14", "spec/14-edge-and-auto-scaling.md". */
  document?: RegExp;
  /** The same as the whole of a code span. */
  wholeDocument?: RegExp;
  /** Names that claim to be variables or attributes. */
  name?: RegExp;
  requirement?: RegExp;
  phases: boolean;
  appliances: string[];
}

export function vocabulary(config: SpecConfig): Vocabulary {
  const prefix = config.documentPrefix;
  const kinds = [...new Set((config.requirements ?? []).map((r) => r.id.replace(/-?\d+$/, '')))];
  const document = prefix && String.raw`(?<![\w/.-])${escape(prefix)}/(\d+)(?:-[\w-]+(?:\.md)?)?(?![\w/])`;
  return {
    document: document ? new RegExp(document, 'g') : undefined,
    wholeDocument: document ? new RegExp(`^${document}$`) : undefined,
    name: config.names ? new RegExp(config.names.pattern, 'g') : undefined,
    requirement:
      kinds.length > 0
        ? new RegExp(String.raw`(?<![\w-])(?:${kinds.map(escape).join('|')})-\d{2}(?![\w-])`, 'g')
        : undefined,
    phases: (config.phases ?? []).length > 0,
    appliances: (config.bootSequences ?? []).map((s) => s.appliance),
  };
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** Something in a unit that can own section numbers. */
interface Landmark {
  start: number;
  end: number;
  owner: Owner | 'outside';
}

const NUMBERED_WORDS = new RegExp(
  [
    String.raw`\b(?<many>[Ss]ections|Steps|Phases)\s+(?<manyList>${NUMBER_LIST})`,
    String.raw`\b(?<one>[Ss]ection|Step|Phase)\s+(?<oneList>${NUMBER_ITEM})`,
    String.raw`(?<sign>§§?)\s*(?<signList>${NUMBER_LIST})`,
    String.raw`\b(?<letters>Appendix|Appendices)\s+(?<letterList>${LETTER_LIST})`,
  ].join('|'),
  'g',
);
/** What every numbered reference begins with; most prose has none. */
const NUMBERED_WORD = /[Ss]ection|Step|Phase|§|Append/;
const SELF =
  /\b(?:this (?:document|specification|spec|page|file|policy|standard|proposal)|these (?:guidelines|requirements))\b/gi;
const OUTSIDE =
  /\b(?:RFC|ISO(?:\/IEC)?|IEC|IEEE|NIST|FIPS|PEP|CIS|X\.)\s?(?:SP\s*)?\d[\d.-]*|\b(?:PEP|W3C|WHATWG|ECMA-\d+|POSIX|CommonMark|GDPR|HIPAA)\b/g;
/** "Section 3 (2) of the Baseline Requirements": an owner is named after the number; where it is no landmark, it is none of ours. */
const OF_ANOTHER_WORK =
  /^\s*(?:\([\w.]+\)\s*)*(?:,\s*)?(?:of|from)\s+(?!(?:this|these|it|its|which|the same|[Ss]ections?|[Cc]hapter|[Aa]ppendix|[Ss]teps?|[Pp]hases?|both|each)\b|§)|^\s+in\s+(?:(?:the|an?)\s+)?(?:[A-Z][\w.-]*\s+)*[A-Z\w][\w.-]*\s+(?:guide|manual|documentation|docs|handbook|standard|specification|RFC|paper|book|report|act|agreement|contract|licen[cs]e|guidelines|requirements)\b/;
/** "CommonMark Section 2", "[JSON Schema], Section 5": a title directly before the number may own it; the first word of a sentence is none. */
const TITLE_BEFORE = /[^\s.?!:;|(]\s+(?:[A-Z][\w-]*[a-z\d]|[A-Z]{2,})[\w-]*\s*,?\s*$|\]\s*,?\s*$/;
/** "spec/14", "chapter-3.md": names a document, but which one only a configuration could tell. */
const UNKNOWN_DOCUMENT =
  /(?<![\w/.-])(?:[A-Za-z][\w.-]*\/\d[\w-]*|[\w-]+\.(?:md|markdown|rst|adoc|html?|pdf))(?![\w/])/g;
/** Rows with a date tell of what was: the numbers of old versions. */
const DATED_ROW = /(?<!\d)(?:19|20)\d\d-\d\d-\d\d(?!\d)/;
const MARKDOWN_PATH = /^[\w./-]+\.(?:md|markdown|mdx)$/;
const CODE_TOKEN = /(?<![\w-])[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*(?![\w*{-])/g;

/** @returns references of the unit in reading order; their place and `section` are left to the caller */
export function readUnit(unit: Words, words: Vocabulary): Unplaced<RawReference>[] {
  const found: Unplaced<RawReference>[] = [];
  const numbered = NUMBERED_WORD.test(unit.text);
  const coded = unit.codes.length > 0;
  if (!numbered && !coded && !words.document && !words.name && !words.requirement) return found;
  const masked = coded ? maskCode(unit) : unit.text;
  const surroundings = surroundingsOf(unit, readLandmarks(unit, masked, words, numbered, found));
  if (numbered)
    for (const match of masked.matchAll(NUMBERED_WORDS)) {
      // "Step 7b: …" at the head of a heading is the step itself.
      if (unit.kind !== 'heading' || match.index > 0) readNumbered(surroundings, match, words, found);
    }
  readNames(unit, masked, words, found);
  return found;
}

/** Code spans hold no prose: their characters become U+FFFC, of the same length. */
function maskCode(unit: Words): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of unit.codes) {
    masked += unit.text.slice(from, start) + '\uFFFC'.repeat(end - start);
    from = end;
  }
  return masked + unit.text.slice(from);
}

// ---------------------------------------------------------------- documents

/** Names of documents are found wherever they stand; the other landmarks matter only where a number needs an owner. */
function readLandmarks(
  unit: Words,
  masked: string,
  words: Vocabulary,
  numbered: boolean,
  found: Unplaced<RawReference>[],
): Landmark[] {
  const landmarks: Landmark[] = [];
  for (const span of unit.links) {
    const owner = linkOwner(span);
    if (owner) landmarks.push({ start: span.start, end: span.end, owner });
  }
  const document = (start: number, end: number, name: string, where: 'prose' | 'code'): void => {
    if (spanAt(unit.links, start)) return;
    landmarks.push({ start, end, owner: { kind: 'document', name } });
    found.push(reference(unit, 'document', name, start, end, where));
  };
  for (const span of unit.codes) {
    const text = unit.text.slice(span.start, span.end).trim();
    if (MARKDOWN_PATH.test(text) || words.wholeDocument?.test(text))
      document(span.start, span.end, text, 'code');
  }
  if (words.document) {
    for (const match of masked.matchAll(words.document))
      document(match.index, match.index + match[0].length, match[0], 'prose');
  }
  if (!numbered) return landmarks;
  if (!words.document) {
    for (const match of masked.matchAll(UNKNOWN_DOCUMENT))
      landmarks.push({ start: match.index, end: match.index + match[0].length, owner: 'outside' });
  }
  for (const match of masked.matchAll(SELF)) {
    landmarks.push({ start: match.index, end: match.index + match[0].length, owner: { kind: 'current' } });
  }
  for (const match of masked.matchAll(OUTSIDE)) {
    landmarks.push({ start: match.index, end: match.index + match[0].length, owner: 'outside' });
  }
  return landmarks.sort((a, b) => a.start - b.start || b.end - a.end);
}

function linkOwner({ url }: LinkSpan): Owner | 'outside' | undefined {
  if (url.startsWith('#')) return { kind: 'current' };
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(url)) return 'outside';
  const path = url.replace(/[?#].*$/, '');
  return MARKDOWN_PATH.test(decode(path)) ? { kind: 'document', name: `./${decode(path)}` } : undefined;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// ---------------------------------------------------------------- sections, steps, phases

function readNumbered(
  around: Surroundings,
  match: RegExpExecArray,
  words: Vocabulary,
  found: Unplaced<RawReference>[],
): void {
  const { unit } = around;
  const groups = match.groups!;
  const word = (groups.many ?? groups.one ?? groups.letters ?? 'Section').toLowerCase();
  const list = groups.manyList ?? groups.oneList ?? groups.signList ?? groups.letterList;
  const kind = word.startsWith('phase') ? 'phase' : word.startsWith('step') ? 'step' : 'section';
  if (kind === 'phase' && !words.phases) return;
  const start = match.index;
  const end = start + match[0].length;
  const listStart = end - list.length;
  const decided = kind === 'phase' ? { owner: CURRENT, certain: true } : ownerOf(around, start, end);
  if (decided === 'outside' || insideLinkWithFragment(unit, start)) return;
  readNumbers(list).forEach((number, i) => {
    const from = i === 0 || number.start === 0 ? start : listStart + number.start;
    const { fact, ...span } = reference(unit, kind, number.value, from, listStart + number.end, 'prose');
    found.push({
      ...span,
      fact: {
        ...fact,
        text: match[0],
        owner: decided.owner,
        unsure: number.unsure || !decided.certain || undefined,
        appliance: kind === 'step' ? applianceBefore(unit.text, start, words.appliances) : undefined,
      },
    });
  });
}

const CURRENT: Owner = { kind: 'current' };

/** What surrounds the numbers of a unit; worked out once for all of them. */
interface Surroundings {
  unit: Words;
  /** In order of the text, the longer of two that begin together first. */
  landmarks: Landmark[];
  /** The furthest end of a landmark and all before it. */
  furthest: number[];
  /** Where the cells of a row begin. */
  cells: number[];
  dated: boolean;
}

function surroundingsOf(unit: Words, landmarks: Landmark[]): Surroundings {
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

const CELL_BORDER = new RegExp(CELL_JOIN.replace('|', String.raw`\|`), 'g');

function ownerOf(
  around: Surroundings,
  start: number,
  end: number,
): { owner: Owner; certain: boolean } | 'outside' {
  const { unit, landmarks } = around;
  const given = (owner: Owner | 'outside'): { owner: Owner; certain: boolean } | 'outside' =>
    owner === 'outside' ? 'outside' : { owner, certain: true };
  const holding = landmarks[countWhere(around.furthest, (reach) => reach < end)];
  if (holding && holding.start <= start) return given(holding.owner);

  const after = unit.text.slice(end);
  if (/^[,)]?\s*(?:above|below|here)\b/.test(after)) return given(CURRENT);
  const joint = /^\s*(?:\((?:of\s+|in\s+)?|(?:of|in|from)\s+(?:the\s+)?)/.exec(after);
  const at = joint ? end + joint[0].length : -1;
  const named = landmarks[countWhere(landmarks, (mark) => mark.start < at)];
  if (named?.start === at) return given(named.owner);
  if (OF_ANOTHER_WORK.test(after)) return 'outside';

  const scope = scopeOf(around, start);
  const before =
    lastWithin(landmarks, scope.sentenceStart, start) ?? lastWithin(landmarks, 0, scope.cellStart);
  if (before) return given(before.owner);
  if (around.dated) return { owner: CURRENT, certain: false };
  const next = landmarks[countWhere(landmarks, (mark) => mark.start < end)];
  const later = next !== undefined && next.start < scope.sentenceEnd;
  return {
    owner: CURRENT,
    certain: !later && !TITLE_BEFORE.test(unit.text.slice(Math.max(scope.sentenceStart, start - 60), start)),
  };
}

interface Scope {
  /** The sentence, within one cell. */
  sentenceStart: number;
  sentenceEnd: number;
  /** Where the cell begins: documents of earlier cells count, earlier sentences of the same cell do not. */
  cellStart: number;
}

/** The last landmark between two positions; those that reach over the second one are few. */
function lastWithin(landmarks: readonly Landmark[], from: number, to: number): Landmark | undefined {
  for (
    let i = countWhere(landmarks, (mark) => mark.start < to) - 1;
    i >= 0 && landmarks[i].start >= from;
    i--
  ) {
    if (landmarks[i].end <= to) return landmarks[i];
  }
  return undefined;
}

function scopeOf({ unit, cells }: Surroundings, at: number): Scope {
  const cell = countWhere(cells, (start) => start <= at);
  const cellStart = cells[cell - 1] ?? 0;
  const nextCell = cells[cell] === undefined ? unit.text.length : cells[cell] - CELL_JOIN.length;
  const sentence = sentenceAt(unit, at);
  const sentenceEnd = sentence ? sentence.start + sentence.text.length : unit.text.length;
  return {
    sentenceStart: Math.max(sentence?.start ?? 0, cellStart),
    sentenceEnd: Math.min(sentenceEnd, nextCell),
    cellStart,
  };
}

function insideLinkWithFragment(unit: Words, at: number): boolean {
  return /#./.test(spanAt(unit.links, at)?.url ?? '');
}

/** "SuperNode boot Step 9": the appliance named directly before the word. */
function applianceBefore(text: string, at: number, appliances: string[]): string | undefined {
  const words = text.slice(Math.max(0, at - 40), at);
  return appliances.find((name) =>
    new RegExp(`\\b${name}(?:['’]s)?\\s+(?:boot\\s+)?(?:sequence\\s+)?[,(]?\\s*$`).test(words),
  );
}

// ---------------------------------------------------------------- names and requirements

function readNames(unit: Words, masked: string, words: Vocabulary, found: Unplaced<RawReference>[]): void {
  const add = (
    kind: 'name' | 'requirement',
    match: RegExpExecArray,
    base: number,
    where: 'prose' | 'code',
  ): void => {
    const start = base + match.index;
    found.push(reference(unit, kind, match[0], start, start + match[0].length, where));
  };
  if (words.requirement)
    for (const match of unit.text.matchAll(words.requirement)) add('requirement', match, 0, 'prose');
  if (!words.name) return;
  for (const match of masked.matchAll(words.name)) add('name', match, 0, 'prose');
  for (const span of unit.codes) {
    for (const match of namesInCode(unit.text.slice(span.start, span.end), words.name))
      add('name', match, span.start, 'code');
  }
}

/** Names by their prefix, and any other word in capitals: whether that is a name is known once all documents are read. */
export function namesInCode(code: string, name: RegExp): RegExpExecArray[] {
  const matches = [...code.matchAll(name)];
  const taken = new Set(matches.map((match) => match.index));
  for (const match of code.matchAll(CODE_TOKEN)) {
    if (match[0].length > 3 && !taken.has(match.index)) matches.push(match);
  }
  return matches;
}

function reference(
  unit: Words,
  kind: RawReference['kind'],
  value: string,
  start: number,
  end: number,
  where: 'prose' | 'code',
): Unplaced<RawReference> {
  return {
    start,
    end,
    fact: {
      kind,
      value,
      where,
      owner: CURRENT,
      text: unit.text.slice(start, end),
      context: contextAt(unit, start),
    },
  };
}

function contextAt(unit: Words, at: number): string {
  return unit.kind === 'row' ? unit.text : (sentenceAt(unit, at)?.text ?? unit.text);
}

function sentenceAt(unit: Words, at: number): Sentence | undefined {
  return lastWhere(unit.sentences, (sentence) => sentence.start <= at);
}
