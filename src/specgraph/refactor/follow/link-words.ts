/** The words of links after a refactoring, where they name the target. */
import type { DocumentFacts, RawLink, SectionFacts } from '../../model/index.ts';
import { wordsOf } from '../../resolve/document-index.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { spanOf, writtenNumber, type Span } from '../headings.ts';
import type { After, Before } from '../state.ts';
import { changedWord, withWord } from './announcing-words.ts';
import { splitUrl } from './link-urls.ts';
import {
  documentWords,
  headSpelledOtherwise,
  headThatChanges,
  titleWords,
  withoutNumber,
} from './names-of-targets.ts';
import type { ResolvedLink } from './read-pointers.ts';
import type { FileChange } from './rewrite.ts';
import { targetNow, targetOf, type Target } from './targets.ts';

/**
 * @param url the destination as it is written now
 * @returns the words of a link as they must be written now; undefined where they stay
 */
export function wordsNow(
  { link, edge }: ResolvedLink,
  url: string,
  facts: DocumentFacts,
  before: Before,
  after: After,
): FileChange | undefined {
  const target = targetOf(edge, before);
  const now = target && targetNow(target, after);
  const place = linkWords(link, facts);
  if (!target || !now || !place) return undefined;
  const { words } = place;
  const written = target.section
    ? ownerWords(sectionWords(words, target, now, link) ?? words, target.facts, now.facts, target.section)
    : (pathWords(words, link, url) ?? documentWords(words, target.facts, now.facts, before));
  if (written === undefined || written === words) return undefined;
  const text = place.label === undefined ? written : withLabel(written, place.label, facts);
  return { path: facts.path, start: place.start, end: place.end, text, sort: 'link text' };
}

/** "[Start][Setup]", and "[Setup]" or "[Setup][]" where the words are the label. */
function withLabel(words: string, label: string, { source }: DocumentFacts): string {
  if (words !== label) return `[${words}][${label}]`;
  return source.includes('][]') ? `[${label}][]` : `[${label}]`;
}

/**
 * The words of a link in the source; undefined where a link has none.
 * @returns the place of the words alone, or, with the label of a definition, that of the whole link
 */
function linkWords(
  link: RawLink,
  facts: DocumentFacts,
): (Span & { words: string; label?: string }) | undefined {
  const { start, end } = spanOf(facts, link.range);
  const source = facts.source.slice(start, end);
  if (link.form === 'link') {
    const place = spanOf(facts, link.urlRange);
    const close = facts.source.lastIndexOf('](', place.start);
    return source.startsWith('[') && close > start
      ? { start: start + 1, end: close, words: facts.source.slice(start + 1, close) }
      : undefined;
  }
  if (link.form !== 'use' || !source.startsWith('[')) return undefined;
  const full = /^\[(?<words>(?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\[(?<label>[^\]]+)\]$/s.exec(source)?.groups;
  if (full) return { start, end, words: full.words, label: full.label };
  const short = /^\[(?<words>(?:[^[\]\\]|\\.)*)\](?:\[\])?$/s.exec(source)?.groups;
  // The words are the label as well, which must stay: "[Setup]" becomes "[Start][Setup]".
  return short && { start, end, words: short.words, label: short.words };
}

/** Words that are the destination itself: "[`a.md`](./a.md)". */
function pathWords(words: string, link: RawLink, url: string): string | undefined {
  const bare = (path: string): string => splitUrl(path)[0].replace(/^\.\//, '');
  const [before, path, behind] = /^([`*_]*)(.*?)([`*_]*)$/s.exec(words)!.slice(1);
  if (path === '' || bare(path) !== path || bare(link.url.trim()) !== path) return undefined;
  return before + bare(url) + behind;
}

/** "Alpha", "Section 3 of Alpha" and "BOLT #4: Packets" of a link to a section of a document with another title now. */
function ownerWords(words: string, was: DocumentFacts, is: DocumentFacts, section: SectionFacts): string {
  if (was.title === is.title || was.title === '' || words.trim() === section.title) return words;
  const head = headThatChanges(was, is);
  if (head && (words === head.from || words.startsWith(`${head.from}:`)))
    return head.to + words.slice(head.from.length);
  const spelled = headSpelledOtherwise(words, was, is);
  if (spelled !== undefined) return spelled;
  if (words.trim() === was.title) return words.replace(was.title, () => is.title);
  if (words.trim() === withoutNumber(was.title)) return withoutNumber(is.title);
  const title = escapeExpression(was.title);
  const named = new RegExp(
    String.raw`(?<=\b(?:of|in)\s+)${title}$|^${title}(?=[,:]?\s+(?:§|[Ss]ection|[Cc]hapter))`,
  );
  return words.replace(named, () => is.title);
}

/** "7.2 Metrics", "§7.2", "Metrics", "Section 7: Metrics". */
function sectionWords(words: string, target: Target, now: Target, link: RawLink): string | undefined {
  const [was, is] = [target.section!, now.section!];
  const renamed = titleWords(words, target, now);
  let written = renamed ?? words;
  const [from, to] = [writtenNumber(was), writtenNumber(is)];
  const word = changedWord(was, is);
  const isOtherSort = word !== undefined || (from !== undefined && to === undefined);
  if (isOtherSort && words.trim() === was.heading) return is.heading;
  const namesNumber =
    from !== undefined &&
    (link.names?.number === from ||
      isCertainlyNumber(link.names?.doubtful, was) ||
      renamed !== undefined ||
      isNumber(words, from) ||
      isAnnounced(words, from));
  if (from !== undefined && to !== undefined && from !== to && namesNumber)
    written = withOtherWord(written, from, word).replace(numberExpression(from), () => to);
  return written;
}

/** "Section A" of "Appendix A" that has become a section. */
function withOtherWord(words: string, number: string, word: string | undefined): string {
  const at = numberExpression(number).exec(words)?.index ?? 0;
  const before = /(?:§+|[A-Za-z]+)\s*$/.exec(words.slice(0, at));
  if (word === undefined || !before || !WORD_BEFORE.test(words.slice(0, at))) return words;
  return (
    words.slice(0, before.index) + (withWord(words.slice(before.index), word) ?? words.slice(before.index))
  );
}

/** "3 Scope" of a link to Section 3, which is called so: a rule compares the number as well. */
function isCertainlyNumber(
  doubtful: NonNullable<RawLink['names']>['doubtful'],
  { number, title }: SectionFacts,
): boolean {
  if (doubtful === undefined || doubtful.number !== number) return false;
  return doubtful.title === undefined || wordsOf(doubtful.title) === wordsOf(title);
}

function numberExpression(number: string): RegExp {
  const escaped = escapeExpression(number);
  return new RegExp(String.raw`(?<![\w.])${escaped}(?![\w]|\.\d)`);
}

const WORD_BEFORE =
  /(?:§+\s*|\b(?:sections?|sec\.|sect\.|chapters?|clauses?|steps?|parts?|appendix|annex)\s+)$/i;

/** A word for sections stands before the number: "Alpha §2.2: Values". */
function isAnnounced(words: string, number: string): boolean {
  const match = numberExpression(number).exec(words);
  return match !== null && WORD_BEFORE.test(words.slice(0, match.index));
}

/** The words are the number alone, or a word and the number. */
function isNumber(words: string, number: string): boolean {
  const match = numberExpression(number).exec(words);
  return (
    match !== null &&
    /^[^\d]*$/.test(words.slice(0, match.index)) &&
    words.slice(match.index + match[0].length).trim().length <= 1
  );
}
