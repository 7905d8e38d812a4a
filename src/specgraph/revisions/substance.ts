/** What a section says, without what may change when others are renumbered or rewritten: marks, addresses, numbers of sections. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { ownText } from './match.ts';

const NUMBERED_WORD = String.raw`\b(?:Sections?|Steps?|Appendix|Appendices|Annex|Chapters?|Parts?|Tables?|Figures?)\s+`;
const NUMBER = String.raw`(?:\d[\w.]*|[A-Z](?:\.\d+)*)(?!\w)`;
const JOINT = String.raw`(?:\s*[-–,]\s*|,?\s+(?:and|or|to)\s+)`;
/** "Sections 6-9 and 11", "§7.2". */
const SECTION_NUMBERS = new RegExp(`(§+\\s*|${NUMBERED_WORD})${NUMBER}(?:${JOINT}${NUMBER})*`, 'g');
/** Sentences end with a sign, lines of lists, tables and code with the line. */
const ENDS = /(?<=[.!?])\s+|\n\s*\n|\n(?=\s*(?:[-*+|>]|\d+[.)]\s))/;

/** The sentences of a section up to its first subsection, its heading aside. */
export function sentencesOf(facts: DocumentFacts, section: SectionFacts): string[] {
  const text = ownText(facts, section).replaceAll('\r', '');
  return text
    .slice(section.title.length)
    .split(ENDS)
    .map((sentence) => plain(sentence))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

function plain(sentence: string): string {
  return sentence
    .replace(/\]\([^()\s]*(?:\s+"[^"]*")?\)/g, ']')
    .replace(/[`*_[\]]/g, '')
    .replace(SECTION_NUMBERS, '$1#')
    .replace(/\s+/g, ' ')
    .trim();
}

/** What differs between two versions of a section: the first sentence that is new, or one that is gone. */
export interface Difference {
  sentence: string;
  isRemoved: boolean;
}

/** @returns undefined where both say the same */
export function differenceOf(before: readonly string[], now: readonly string[]): Difference | undefined {
  const [added] = without(now, before);
  if (added !== undefined) return { sentence: added, isRemoved: false };
  const [removed] = without(before, now);
  return removed === undefined ? undefined : { sentence: removed, isRemoved: true };
}

function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1);
  return list.filter((one) => {
    const count = left.get(one) ?? 0;
    left.set(one, count - 1);
    return count <= 0;
  });
}

/** A fingerprint of what a section says: 13 hexadecimal digits. The hash is cyrb53 (public domain, bryc). */
export function fingerprintOf(sentences: readonly string[]): string {
  const text = sentences.join('\n');
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
