/** How a heading is written: signs, number, mark and title. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import { UsageError } from '../usage-error.ts';
import { headingParts } from './headings.ts';
import { newlineOf } from './layout.ts';

export interface HeadingForm {
  /** Before the number: "## ", "### Step ". */
  lead: string;
  /** Between number and title: ". ", ": "; empty where there is no number. */
  mark: string;
  /** Behind the title: " ##", or the line below a heading without signs. */
  tail: string;
  /** The number is the last letter alone: "d. Join" of 6d. */
  isShort: boolean;
}

/** The form of a heading of the document, with as many signs as the depth asks for. */
export function formOf(facts: DocumentFacts, section: SectionFacts, depth = section.depth): HeadingForm {
  const { whole, number, title } = headingParts(facts, section);
  const { source } = facts;
  const isSetext = source[whole.start] !== '#';
  const signs = '#'.repeat(depth);
  const before = source.slice(whole.start, (number ?? title).start).replace(/<[^>]*>/g, '');
  const underline = isSetext && depth <= 2 ? newlineOf(facts) + (depth === 1 ? '=' : '-') : '';
  const closing = isSetext ? '' : /[ \t]+#+[ \t]*$/.exec(source.slice(title.end, whole.end))?.[0];
  return {
    lead: (underline === '' ? signs : '') + before.replace(/^#*/, underline === '' && isSetext ? ' ' : ''),
    mark: number ? source.slice(number.end, title.start) : '',
    tail: closing ? closing.replace(/#+/, signs) : underline,
    isShort: number !== undefined && /^[a-z]$/.test(source.slice(number.start, number.end)),
  };
}

/** The form of a heading without a number. */
export function plainForm(depth: number): HeadingForm {
  return { lead: `${'#'.repeat(depth)} `, mark: '', tail: '', isShort: false };
}

/**
 * The words of a heading as they are written, without blanks around them.
 * @throws UsageError where they are not one line of words
 */
export function headingWords(title: string): string {
  const words = title.trim();
  if (words === '' || /[\r\n]/.test(words)) throw new UsageError('a heading has one line of words');
  // "#" at the end closes a heading, and is no part of its words.
  if (/(?:^|\s)#+$/.test(words)) throw new UsageError('a title cannot end with "#" behind a blank');
  return words;
}

export function writeHeading(
  { lead, mark, tail, isShort }: HeadingForm,
  number: string | undefined,
  title: string,
): string {
  const underline = /^(?<newline>\r?\n)(?<sign>[=-])$/.exec(tail)?.groups;
  const shown = number === undefined ? '' : (isShort ? number.slice(-1) : number) + mark;
  const words = lead + shown + title;
  return words + (underline ? underline.newline + underline.sign.repeat(Math.max(3, words.length)) : tail);
}

/** The form without its number: "## " of "## Step ". */
export function withoutNumber(form: HeadingForm): HeadingForm {
  return { ...form, lead: /^#*[ \t]*/.exec(form.lead)![0], mark: '', isShort: false };
}
