/** The word before a number: "Section 4" where "Appendix A" has become a section. */
import type { SectionFacts } from '../../model/index.ts';
import { seriesOf } from '../numbering.ts';

/** @returns the word for a section that is counted in another series now: "Appendix", "Section" */
export function changedWord(was: SectionFacts, now: SectionFacts): string | undefined {
  return seriesOf(was) === seriesOf(now) ? undefined : wordOf(now);
}

function wordOf({ heading, step, label, number }: SectionFacts): string | undefined {
  const written = /^(?:Appendix|Annex|Part|Chapter|Section|Step)\b/i.exec(heading)?.[0];
  const isNumbered = (step ?? label?.number ?? number) !== undefined;
  if (!isNumbered) return undefined;
  return written ? withCapital(written) : /^[A-Z]/.test(number ?? '') ? 'Appendix' : 'Section';
}

const WORD = /^(?<word>§+|[A-Za-z]+\.?)(?<blank>\s*)(?=\S)/;

/**
 * @param words a list of numbers with the word before it: "Appendices A and B"
 * @param word in the singular, with a capital letter
 * @returns undefined where no word stands before the numbers
 */
export function withWord(words: string, word: string): string | undefined {
  const { word: written, blank } = WORD.exec(words)?.groups ?? {};
  if (written === undefined) return undefined;
  const isPlural = /(?:s|ces)\.?$|^§§/i.test(written);
  const text = isPlural ? pluralOf(word) : word;
  const isSmall = /^[a-z]/.test(written);
  return (isSmall ? text.toLowerCase() : text) + (blank || ' ') + words.slice(written.length + blank.length);
}

function pluralOf(word: string): string {
  if (word === 'Appendix') return 'Appendices';
  return word + (word.endsWith('x') ? 'es' : 's');
}

function withCapital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}
