/** Reads how many items a text announces: "Four reasons speak for it:", "in one of three ways:", "two roles (A and B)". */
import { fillNumber, readNumeral } from '../../text/numerals.ts';

/** A number that counts things, with its place in the sentence. */
export interface Counted {
  value: number;
  /** The number as written. */
  number: string;
  /** What it counts, up to the first plural: "short reasons". */
  things: string;
  /** UTF-16 offset of the number in the sentence. */
  start: number;
  /** UTF-16 offset behind the things. */
  end: number;
}

/** More items are rarely counted by hand, and larger numbers are often quantities. */
const MAX_ITEMS = 40;

/** Words that may stand between a number and its noun, but join it to something else. */
const JOINS = 'and|or|of|in|on|to|with|from|by|for|at|as|is|are|was|were|has|have|that|which|than|more|less';
const NO_PLURALS =
  'is|was|has|does|as|this|its|us|thus|across|always|perhaps|towards|plus|contains|previous|yes';
/** Up to three words and a noun in the plural. */
const THINGS = String.raw`(?<things>(?:(?!(?:${JOINS})\b)[A-Za-z][\w-]* ){0,3}?(?!(?:${NO_PLURALS})\b)(?:[a-z][\w-]*[^\Wsu_]s|criteria|people|bus(?:es)?|class(?:es)?|processes|addresses))\b`;
const COUNTED = new RegExp(fillNumber(`{n} ${THINGS}`).exact, 'gi');
/** Finds sentences that are worth a look: the exact expression tries every letter. */
const ROUGH =
  /\b(?:\d{1,2}|[a-z]*(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|ty)) [a-z]/i;
const ANY_NUMBER = new RegExp(fillNumber('{n}').exact, 'gi');

/** Whether a text is worth a look at its sentences: most texts hold no number of things. */
export function mayCount(text: string): boolean {
  return ROUGH.test(text);
}

/** The number is a bound, a share, a name or one of several. */
const NOT_A_COUNT =
  /(?:\b(?:least|most|than|to|about|around|approximately|nearly|over|under|any|either|first|last|another|every|up|each|per|of|section|step|phase|version|table|figure|level|chapter|page|rfc|layer|other|within|after|next|previous|top|remaining|same|and|or|plus|rank|class|type|tier|stage|case|option)|[~<>≤≥#§.=×+/$-]) *$/i;
/** "of" before a number that counts after all: "consists of two parts", "one of three ways". */
const BEFORE_COUNT =
  /\b(?:consists?|consisting|made up|composed|set|list|sequence|series|one|each|all|any|comprised|combination|total) of(?: the| these)? *$/i;
/** The number belongs to things that are known already: "for the two nodes". */
const KNOWN_THINGS =
  /\b(?:of|to|for|in|on|between|by|from|with|at|under|across|over|among|into|via|through|within) (?:the|these|those|its|their|our|all|both|such|your)(?: same| other)? *$/i;
/** The words before a number that tell what it is are shorter. */
const MAX_BEFORE = 60;
const UNITS =
  /\b(?:milliseconds|seconds|minutes|hours|days|weeks|months|years|bytes|bits|characters|digits|times|octets|blocks|slots|epochs|percents?|points|spaces|words|cores|pixels|cycles|values?|copies)$/i;

/**
 * @param sentence a sentence whose code is masked
 * @returns its numbers above 1 that count things
 */
export function readCounts(sentence: string): Counted[] {
  if (!ROUGH.test(sentence)) return [];
  return [...sentence.matchAll(COUNTED)].flatMap((match) => countedIn(sentence, match) ?? []);
}

/** @returns the only number of things that a sentence has; undefined where there is none, or several */
function readCounted(sentence: string): Counted | undefined {
  if (!ROUGH.test(sentence)) return undefined;
  const [counted, second] = sentence.matchAll(COUNTED);
  return counted && !second ? countedIn(sentence, counted) : undefined;
}

function countedIn(sentence: string, { index, 0: text, groups }: RegExpExecArray): Counted | undefined {
  const { n: number, things } = groups!;
  const value = readNumeral(number);
  const before = sentence.slice(Math.max(0, index - MAX_BEFORE), index);
  const isCount = BEFORE_COUNT.test(before) || !NOT_A_COUNT.test(before);
  if (value < 2 || value > MAX_ITEMS || !isCount || UNITS.test(things)) return undefined;
  return { value, number, things, start: index, end: index + text.length };
}

/** Another announcement stands behind the number, or what is listed are parts of the things. */
const OTHER_LIST = /\b(?:following|follows|several|these|those|than|each(?! other)|called)\b/i;
/** The number stands in a clause or phrase that only leads to what is announced. */
const LEADING_CLAUSE =
  /^[\s*_"(]*(?:using|given|with|for|at|from|since|if|because|as|when|while|after|once|before|until|where|to)\b[^,]*$|\b(?:whether|if|when|that) *$/i;
const DEFINITE = /\b(?:the|these|those|its|their|our|your|both|all) *$/i;
/** The things are named at once: "two forms, synchronous and asynchronous:". */
const NAMED_AT_ONCE =
  /^(?:,|\s?\(| [-–—])(?! ?(?:both|each|all|none|which)\b).*\b(?:and|or)\b|\uFFFC,? (?:and|or) \uFFFC/i;
/** Others are announced with them: "eight syscalls and one structure:". */
const WITH_OTHERS = /\b(?:and|or|plus) (?:an?|one|another|some)\b/i;
/** What follows says when or how something holds: "Two types are equivalent if:", "by comparing two files this way:". */
const OF_CONDITIONS =
  /\b(?:if|when|whenever|where|unless|because|by|and|or|either|both|(?:this|that|which) (?:way|order|manner))(?: \([^()]*\))?$/i;

/** A number that stands for the things themselves: "These four are no inputs:". */
const BARE = new RegExp(
  fillNumber(
    String.raw`^[*_]*(?:These|The following) {n} (?=(?:are|have|do|were|must|shall|should|can|may|will)\b)`,
  ).exact,
  'i',
);

/** "All eight are gauges.": all rows of the table below. */
const ALL = new RegExp(
  fillNumber(String.raw`^All {n} (?=(?:are|have|do|were|must|shall|should)\b)`).exact,
  'i',
);

/** @returns the number of a sentence that speaks of all rows of the table below it, which it does not introduce */
export function readAll(sentence: string): Counted | undefined {
  const number = ALL.exec(sentence)?.groups!.n;
  const value = number === undefined ? Number.NaN : readNumeral(number);
  if (!(value >= MIN_OF_ALL && value <= MAX_ITEMS) || countNumbers(sentence) > 1) return undefined;
  const start = sentence.indexOf(number!);
  return { value, number: number!, things: '', start, end: start + number!.length };
}

/** Fewer things were often named before. */
const MIN_OF_ALL = 4;

function readBareCount(sentence: string): Counted | undefined {
  const match = BARE.exec(sentence);
  const number = match?.groups!.n;
  const value = number === undefined ? Number.NaN : readNumeral(number);
  if (!(value >= 2 && value <= MAX_ITEMS)) return undefined;
  const start = match![0].lastIndexOf(number!);
  return { value, number: number!, things: '', start, end: start + number!.length };
}

/**
 * @param sentence a sentence directly above a list, a table or code, its code masked
 * @returns undefined where it announces no number of items, or where it cannot be told
 */
export function readAnnouncement(sentence: string): Counted | undefined {
  const isOpen = /:\s*$/.test(sentence);
  if (!isOpen && !/\bfollowing\b/i.test(sentence)) return undefined;
  const bare = isOpen ? readBareCount(sentence) : undefined;
  if (bare && countNumbers(sentence) === 1) return bare;
  const counted = readCounted(sentence);
  if (!counted) return undefined;
  const before = sentence.slice(0, counted.start);
  const after = sentence.slice(counted.end).replace(/\s*:?\s*$/, '');
  if (/\bfollowing *$/i.test(before)) return counted;
  if (!isOpen || countNumbers(sentence) > 1) return undefined;
  if (LEADING_CLAUSE.test(before) || OTHER_LIST.test(after) || NAMED_AT_ONCE.test(after)) return undefined;
  if (WITH_OTHERS.test(after) || OF_CONDITIONS.test(after)) return undefined;
  if (KNOWN_THINGS.test(before) && !BEFORE_COUNT.test(before)) return undefined;
  if (DEFINITE.test(before) && !/^(?: (?:are|below|apply|hold|is|must|shall))*$/.test(after))
    return undefined;
  return counted;
}

function countNumbers(sentence: string): number {
  return [...sentence.matchAll(ANY_NUMBER)].filter(({ 0: words }) => readNumeral(words) > 1).length;
}

/** A number with the items that the same sentence lists behind it. */
export interface CountedInline extends Counted {
  /** The numbers of items that the words can be read as. */
  counts: number[];
}

/** What opens a list in a sentence: "roles: ", "roles (". */
const OPENING = /^(?:(?<colon>: )|(?<bracket> \())/;
/** Longer parts are clauses, whose commas are their own. */
const MAX_WORDS = 5;

/**
 * Reads "three roles (server, client and operator)" and "three roles: server, client and operator".
 * @param sentence its code masked
 */
export function readInlineCount(sentence: string): CountedInline | undefined {
  const counted = readCounted(sentence);
  if (!counted) return undefined;
  const rest = sentence.slice(counted.end);
  const opening = OPENING.exec(rest);
  if (!opening) return undefined;
  const behind = rest.slice(opening[0].length);
  const list = opening.groups!.bracket
    ? inBracket(behind)
    : behind.replace(/\s*[.:]?\s*$/, '').split(' | ')[0];
  if (list === undefined) return undefined;
  const counts = readItems(list.replace(/ ?\([^()]*\)|; (?:see|[\w/]*, [Ss]ection)\b.*/g, ''));
  return counts && { ...counted, counts };
}

function inBracket(text: string): string | undefined {
  const end = /^[^()]*(?:\([^()]*\)[^()]*)*\)/.exec(text)?.[0];
  return end?.slice(0, -1);
}

/** Signs that the words give an example, a part or an explanation. */
const NO_FULL_LIST =
  /…|\.\.\.|\betc\b|\be\.g|\bi\.e|\bfor example\b|\bsuch as\b|\binclud|\bso on\b|\bothers?\b|\bnamely\b|\bsee\b|\bsection\b|\bif\b|\bwhen\b|\bwhich\b|\bthat\b|\bthis\b|\bthese\b|\bthose\b|[!?=<>|→]|: |\bnot\b|\bthrough\b|\brespectively\b|\d ?[-–] ?(?:[a-z]+[.-]?)?\d/i;

function readItems(list: string): number[] | undefined {
  if (NO_FULL_LIST.test(list)) return undefined;
  const [first, ...more] = list.split(/; (?:and |or )?/);
  const parts = first.split(/, (?:and |or )?/);
  const last = parts.at(-1)!;
  const joined = last.split(/ (?:and|or) | ?& ?/);
  const items = more.length > 0 ? [first, ...more] : [...parts.slice(0, -1), ...joined];
  if (items.length < 2 || items.some((item) => item.trim() === '')) return undefined;
  if (items.some((item) => item.trim().split(/\s+/).length > MAX_WORDS)) return undefined;
  // "24 parameters (11 base, 8 more)" are shares.
  if (items.every((item) => /^\s*\d/.test(item))) return undefined;
  const distinct = new Set(items.map((item) => item.trim().toLowerCase())).size;
  const counts = new Set([items.length, parts.length, parts.length - 1 + joined.length, distinct]);
  // "A, B and C and uses …": the second "and" may join a clause.
  if (joined.length > 2) counts.add(parts.length - 2 + joined.length);
  // "auto-generation, the default, or the operator": words behind a comma may explain the item before it.
  if (parts.some((part) => /^(?:the|a|an|both|all|each|with|for|in|on)\b/i.test(part.trim())))
    for (let count = 1; count < items.length; count++) counts.add(count);
  return [items.length, ...counts];
}
