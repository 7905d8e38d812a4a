/** Reads what prose demands, forbids and bounds: "`a` MUST NOT be a label", "no label `a`", "`a` SHALL be at least `b`". */
import type { StatedDemand } from '../model/index.ts';
import { singular } from '../text/singular.ts';
import type { FlatUnit, Span } from './prose.ts';

/** Stands for each character of a code span. */
const CODE = '\u0001';
const MODAL =
  /\b(?:(?<no>(?:MUST|SHALL|SHOULD|must|shall|should) (?:NOT|not|never)|MAY NOT|cannot)|(?<yes>MUST|SHALL|SHOULD|must|shall|should))(?= )/g;
const LOWER =
  'at least|no less than|not less than|no fewer than|not fewer than|greater than or equal to|>=|≥';
const UPPER =
  'at most|no more than|not more than|no greater than|not greater than|less than or equal to|<=|≤';
const BOUND = new RegExp(
  String.raw`(?<![\w-])(?:(?<lower>${LOWER})|(?<upper>${UPPER})) (?:as [a-z]+ as )?(?:(?:the |its )?(?<code>${CODE}+)|(?<number>\d[\d.]*) (?<unit>[A-Za-z]+)|(?:the|its) (?<thing>[a-z-]+(?: [a-z-]+){0,3}))`,
  'g',
);
const NEVER = new RegExp(
  `\\b(?:[Nn]ever|[Nn]o (?<noun>[a-z]{4,})) (?<first>${CODE}+)(?: (?:or|and|nor) (?<second>${CODE}+))?`,
  'g',
);
/** What follows depends on something, and so may its opposite. */
const IS_CONDITIONAL =
  /\b(?:if|when|whenever|unless|until|till|except|without|otherwise|only|once|where|while|either|neither|than the|instead|rather|though|although|but|yet|any longer|no longer)\b|, then\b/i;
/** More words say more than what is demanded. */
const MAX_WORDS = 4;
const IS_BOUND = /\b(?:least|most|more|less|fewer)\b/;
/** Words that name the end of a scale. */
const SUPERLATIVE = /^(?:largest|smallest|highest|lowest|longest|shortest|greatest|maximum|minimum)\b/;
const END_OF_THING = /\s(?:of|in|on|for|so|and|or|that|which|before|after|to|is|are|as|by|with|from|at)\b.*$/;
const EMPTY =
  /^(?:a|an|the|be|been|is|are|it|its|this|that|these|those|of|to|in|on|by|with|as|and|or|any|all|each|every|also|then|always|ever|must|shall|should|may|not|least|most)$/i;

export function readDemands(units: readonly FlatUnit[], source: string): StatedDemand[] {
  return units.flatMap((unit) => {
    if (unit.kind === 'heading' || !HAS_DEMAND.test(unit.text)) return [];
    const masked = maskCode(unit);
    return clausesOf(unit, masked).flatMap((clause) =>
      readClause(unit, masked, clause).map((one) => (isItem(unit, source) ? { ...one, isItem: true } : one)),
    );
  });
}

/** Whether a paragraph is the text of a list item. */
function isItem({ stretches: { start } }: FlatUnit, source: string): boolean {
  return /^[\s>]*(?:[-*+]|\d+[.)])\s/.test(source.slice(source.lastIndexOf('\n', start - 1) + 1, start + 1));
}

const HAS_DEMAND =
  /\b(?:must|shall|should|cannot|never|MAY NOT|no|not|least|most|less|more|fewer|greater)\b|[<>]=|[≤≥]/i;

function maskCode({ text, codes }: FlatUnit): string {
  let masked = text;
  for (const { start, end } of codes)
    masked = masked.slice(0, start) + CODE.repeat(end - start) + masked.slice(end);
  return masked;
}

/** Sentences and cells, cut at semicolons. */
function clausesOf({ kind, sentences, text }: FlatUnit, masked: string): Span[] {
  const whole =
    kind === 'row'
      ? [{ start: 0, end: text.length }]
      : sentences.map(({ start, text: own }) => ({ start, end: start + own.length }));
  return whole.flatMap(({ start, end }) => {
    const parts: Span[] = [];
    let from = start;
    for (let at = start; at <= end; at++)
      if (at === end || masked[at] === ';' || (kind === 'row' && masked[at] === '|')) {
        parts.push({ start: from, end: at });
        from = at + 1;
      }
    return parts;
  });
}

/** A stretch of a unit, with its code masked. */
interface Clause extends Span {
  unit: FlatUnit;
  masked: string;
  text: string;
}

type Said = Pick<StatedDemand, 'form' | 'isPositive' | 'what'>;

function readClause(unit: FlatUnit, masked: string, { start, end }: Span): StatedDemand[] {
  const text = masked.slice(start, end);
  if (IS_CONDITIONAL.test(text)) return [];
  const clause = { unit, masked, text, start, end };
  return [...dutiesIn(clause), ...refusalsIn(clause), ...boundsIn(clause)];
}

function* dutiesIn(clause: Clause): Iterable<StatedDemand> {
  for (const match of clause.text.matchAll(MODAL)) {
    const at = clause.start + match.index + match[0].length;
    const [predicate] = /^[^.:,()|]*/.exec(clause.masked.slice(at, clause.end))!;
    const words = wordsOf(predicate);
    if (words.length === 0 || words.length > MAX_WORDS || IS_BOUND.test(predicate)) continue;
    const last = at + predicate.trimEnd().length;
    const said: Said = { form: 'duty', isPositive: match.groups!.yes !== undefined, what: words.join(' ') };
    yield demandAt(clause, clause.start + match.index, last, said, codesIn(clause.unit, at, last));
  }
}

/** "never `a` or `b`", "no label `a`". */
function* refusalsIn(clause: Clause): Iterable<StatedDemand> {
  for (const match of clause.text.matchAll(NEVER)) {
    const { noun, second } = match.groups!;
    const at = clause.start + match.index;
    const last = at + match[0].length;
    const names = codesIn(clause.unit, at, last);
    if (names.length !== (second ? 2 : 1)) continue;
    const said: Said = { form: noun ? 'duty' : 'never', isPositive: false, what: noun ? singular(noun) : '' };
    const demand = demandAt(clause, at, last, said, noun ? [] : names);
    yield { ...demand, subjects: noun ? names : [], isNamed: true };
  }
}

function* boundsIn(clause: Clause): Iterable<StatedDemand> {
  for (const match of clause.text.matchAll(BOUND)) {
    const { lower, code, number, unit: measure, thing } = match.groups!;
    const at = clause.start + match.index;
    const last = at + match[0].length;
    const what = code ? clause.unit.text.slice(last - code.length, last) : objectOf(thing, number, measure);
    if (what !== undefined)
      yield demandAt(clause, at, last, { form: 'bound', isPositive: lower !== undefined, what }, []);
  }
}

function demandAt(
  { unit, text, start }: Clause,
  at: number,
  last: number,
  said: Said,
  objects: string[],
): StatedDemand {
  const own = codesIn(unit, start, at);
  return {
    ...said,
    subjects: own.length > 0 || unit.kind === 'row' ? own : codesIn(unit, 0, at),
    isNamed: own.length > 0,
    objects,
    words: wordsOf(text.slice(0, at - start)),
    text: unit.text.slice(at, last).trim(),
    range: unit.place(at, last),
  };
}

function codesIn({ codes, text }: FlatUnit, from: number, to: number): string[] {
  const inside = codes.filter(({ start, end }) => start >= from && end <= to);
  return [...new Set(inside.map(({ start, end }) => text.slice(start, end)))];
}

/** What a bound is: "largest", "round duration", "8 characters"; one is no bound, since "at least one" and "at most one" are exactly one. */
function objectOf(thing?: string, number?: string, unit?: string): string | undefined {
  if (number !== undefined) return Number(number) > 1 ? `${number} ${singular(unit!)}` : undefined;
  const [superlative] = SUPERLATIVE.exec(thing!) ?? [];
  const words = thing!.replace(END_OF_THING, '').split(' ').slice(-2);
  return superlative ?? (words.length === 2 ? words.join(' ') : undefined);
}

function wordsOf(text: string): string[] {
  return (text.match(/[A-Za-z][A-Za-z-]*/g) ?? [])
    .filter((word) => !EMPTY.test(word))
    .map((word) => singular(word.toLowerCase()));
}
