/** What a section says, without what may change when others are renumbered or rewritten: marks, addresses, numbers of sections. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { ownText } from './match.ts';

const NUMBERED_WORD = String.raw`\b(?:Sections?|Steps?|Appendix|Appendices|Annex|Chapters?|Parts?|Tables?|Figures?)\s+`;
const NUMBER = String.raw`(?:\d[\w.]*|[A-Z](?:\.\d+)*)(?!\w)`;
const JOINT = String.raw`(?:\s*[-–,]\s*|,?\s+(?:and|or|to)\s+)`;
/** "Sections 6-9 and 11", "§7.2". */
const SECTION_NUMBERS = new RegExp(`(§+\\s*|${NUMBERED_WORD})${NUMBER}(?:${JOINT}${NUMBER})*`, 'g');
/** The marks of a quote and of a list, by hand ones included: "- a. ", "> 2) ". */
const LINE_MARKS = /^[ \t]*(?:[-*+>][ \t]+)*(?:[-*+>]|\d+[.)]|[a-z][.)])[ \t]+/gm;
/** Sentences end with a sign, lines of tables and code with the line. */
const ENDS = /(?<=[.!?])\s+|\n\s*\n|\n(?=\s*[|>])/;

/** A sentence as it is compared, and as its author wrote it, markup aside. */
export interface Sentence {
  plain: string;
  written: string;
}

/** The sentences of a section up to its first subsection, its heading aside. */
export function sentencesOf(facts: DocumentFacts, section: SectionFacts): Sentence[] {
  const text = ownText(facts, section).replaceAll('\r', '');
  return text
    .slice(section.title.length)
    .replace(LINE_MARKS, '\n\n')
    .split(ENDS)
    .map((sentence) => readSentence(sentence))
    .filter(({ plain }) => /[\p{L}\p{N}]/u.test(plain));
}

function readSentence(sentence: string): Sentence {
  const written = sentence
    .replace(/\]\([^()\s]*(?:\s+"[^"]*")?\)/g, ']')
    .replace(/[`*_[\]]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return { plain: written.replace(SECTION_NUMBERS, '$1#'), written };
}

/** What differs between two versions of a section: the first sentence that is new, or one that is gone. */
export interface Difference {
  sentence: string;
  isRemoved: boolean;
}

/** @returns undefined where both say the same */
export function differenceOf(before: readonly Sentence[], now: readonly Sentence[]): Difference | undefined {
  const [added] = without(now, before);
  if (added !== undefined) return { sentence: added, isRemoved: false };
  const [removed] = without(before, now);
  return removed === undefined ? undefined : { sentence: removed, isRemoved: true };
}

function without(list: readonly Sentence[], other: readonly Sentence[]): string[] {
  const left = new Map<string, number>();
  for (const { plain } of other) left.set(plain, (left.get(plain) ?? 0) + 1);
  return list.flatMap(({ plain, written }) => {
    const count = left.get(plain) ?? 0;
    left.set(plain, count - 1);
    return count <= 0 ? [written] : [];
  });
}

/** A fingerprint of what a section says: 13 hexadecimal digits. The hash is cyrb53 (public domain, bryc). */
export function fingerprintOf(sentences: readonly Sentence[]): string {
  const text = sentences.map(({ plain }) => plain).join('\n');
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(16).padStart(14, '0').slice(-13);
}
