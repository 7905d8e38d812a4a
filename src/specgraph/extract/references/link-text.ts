/**
 * Which section the words of a link name: "§2.1", "Section 2.1: Managed types", "2.1 Managed types". A title without a
 * number counts where nothing else can be meant: in an entry of a table of contents, and beside the word "section".
 */
import type { NamedSection } from '../../model/index.ts';
import { NUMBERED_KINDS, PLAIN_SERIES } from '../../kinds/numbered.ts';
import type { LinkSpan, Span, Words } from '../prose.ts';
import { OUTSIDE } from './landmarks.ts';
import { numberPattern } from './numbers.ts';
import { wordPattern } from './vocabulary.ts';

/** Kinds that headings define: links lead to headings. */
const SECTION_KINDS = NUMBERED_KINDS.filter(
  ({ isOfDocument, isOfCaptions }) => isOfDocument && !isOfCaptions,
);
const LEAD = String.raw`(?:(?:[Ss]ee|[Ii]n|[Cc]f\.?)\s+)?(?:the\s+)?`;
const TITLE = String.raw`(?:\s*[.:,)–—-]*\s+["“(]?(?<title>[^\s"“(].*?)["”)]?)?`;

const PATTERNS = SECTION_KINDS.map((kind) => {
  const words = [
    ...[...kind.plural, ...kind.singular].map((word) => `${wordPattern(word, kind)}\\s+`),
    ...(kind.signs ?? []).map((sign) => `${sign}\\s*`),
  ].join('|');
  const number = `(?<number>${numberPattern(kind.forms)})`;
  return {
    series: kind.series,
    /** The whole text, or its end behind the name of a document. */
    text: new RegExp(
      String.raw`^${LEAD}(?:${words})${number}${TITLE}$|[\s,](?:${words})(?<last>${numberPattern(kind.forms)})$`,
    ),
    before: new RegExp(String.raw`(?<![\w.-])(?:${words})$`),
    whole: new RegExp(`^${number}$`),
  };
});
const NUMBER_AND_TITLE =
  /^(?<number>\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)+)(?<mark>[.):]|\s[-–—](?=\s))?\s+(?<title>\S.*)$/;
const NUMBER = /\d|(?<![A-Za-z])[A-Z](?![A-Za-z])/;
/** Without "g": it keeps no place between two texts. */
const NAMES_A_WORK = new RegExp(OUTSIDE.source);
/** A number, a mark and the beginning of a title. */
const IN_TITLE =
  /^[^\d]*\d+(?:\.\d+)*[a-z]?(?:\s*[.:–—]|\s+[-–—])\s|^(?:Appendix|Annex)\s[A-Z](?:\.\d+)*(?:\s*[.:–—]|\s+[-–—])\s/;
/** What stands before the link in an entry of a table of contents. */
const ENTRY_NUMBER = /^\s*(\d+(?:\.\d+)+)\.?\s+$/;
const MAX_LENGTH = 200;

/** "Sections [1](…), [2](…) and [3](…)": the word stands before the first number only. */
const CHAIN = /^\s*(?:,|,?\s*(?:and|or)|&|[-–—]|to)\s*$/;

/** @returns for each link of the unit the section that it names; undefined for most words */
export function namedByLinks(unit: Words): (NamedSection | undefined)[] {
  let before: { series: string; end: number } | undefined;
  return unit.links.map((link) => {
    const isChained =
      before && link.start - before.end < 12 && CHAIN.test(unit.text.slice(before.end, link.start));
    const named = namedByLink(unit, link, isChained ? before?.series : undefined);
    before =
      named?.series === undefined || named.doubtful ? undefined : { series: named.series, end: link.end };
    return named;
  });
}

/** @param chained the series of the link before it in the same list */
function namedByLink(unit: Words, { start, end, url }: LinkSpan, chained?: string): NamedSection | undefined {
  const written = unit.text
    .slice(start, end)
    .trim()
    .replace(/^\((.*)\)$/s, '$1');
  const text = written.replace(/\s+section$/i, '');
  if (text === '' || text.length > MAX_LENGTH || isOfWork(text)) return undefined;
  const title = text !== written || isTitle(unit, { start, end }, url) ? { title: text } : undefined;
  if (!NUMBER.test(text)) return title;
  for (const { series, text: pattern, before, whole } of PATTERNS) {
    const groups = pattern.exec(text)?.groups;
    if (groups) return { series, number: withoutItem(groups.number ?? groups.last), title: groups.title };
    const single = whole.exec(text)?.groups;
    if (single && (chained === series || before.test(unit.text.slice(Math.max(0, start - 20), start))))
      return { series, number: withoutItem(single.number) };
  }
  // "[4.9.9](#499-checking)", "[A.1](#appendix-a)": the anchor is one of a number as well.
  if (/^\d+(?:\.\d+)+$/.test(text) && url.includes('#'))
    return /#\d/.test(url)
      ? { series: PLAIN_SERIES, number: text }
      : { series: PLAIN_SERIES, doubtful: { number: text } };
  if (/^[A-Z](?:\.\d+)+$/.test(text) && /#(?:appendix|annex|[a-z]\d)/.test(url))
    return { series: PLAIN_SERIES, number: text };
  // "- 2.1 [Managed types](#21-managed-types)": an entry of a table of contents with the number before the link.
  const before = ENTRY_NUMBER.exec(unit.text.slice(0, start))?.[1];
  if (before && title && unit.text.slice(end).trim() === '')
    return { series: PLAIN_SERIES, number: before, title: text };
  const numbered = NUMBER_AND_TITLE.exec(text)?.groups;
  if (!numbered) return title;
  // "3 ways to …" begins with a number that is none of a section.
  const isSure = numbered.mark !== undefined || /\D/.test(numbered.number);
  const { number, title: words } = numbered;
  return isSure
    ? { series: PLAIN_SERIES, number, title: words }
    : { ...title, doubtful: { number, title: words } };
}

/**
 * "RFC 5280, Section 4" and "Section 4 of RFC 5280". The title of a section may hold the name of a work as well:
 * "Appendix C: Using RFC 6570".
 */
function isOfWork(text: string): boolean {
  const at = text.search(NAMES_A_WORK);
  return at >= 0 && !(at > 0 && IN_TITLE.test(text.slice(0, at)));
}

/** "6(d)" leads to Section 6. */
function withoutItem(number: string): string {
  return number.replace(/\s*\(.*$/, '');
}

function isTitle(unit: Words, { start, end }: Span, url: string): boolean {
  const isEntry =
    url.startsWith('#') &&
    unit.kind === 'paragraph' &&
    unit.text.slice(end).trim() === '' &&
    (unit.text.slice(0, start).trim() === '' || ENTRY_NUMBER.test(unit.text.slice(0, start)));
  return (
    isEntry ||
    /\b[Ss]ection\s+["“*]?$/.test(unit.text.slice(Math.max(0, start - 30), start)) ||
    /^["”*]?\s+section\b/.test(unit.text.slice(end))
  );
}
