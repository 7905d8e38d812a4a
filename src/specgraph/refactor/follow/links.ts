/** Lets links follow: their destinations and, where these name the target, their words. */
import type { DocumentFacts, RawLink, SectionFacts } from '../../model/index.ts';
import { destinationOf, pathOf } from '../../resolve/destinations.ts';
import { wordsOf } from '../../resolve/document-index.ts';
import { directory, joinPath } from '../../resolve/paths.ts';
import { relativeUrl } from '../../text/describe.ts';
import { escapeExpression } from '../../text/expressions.ts';
import { spanOf, writtenNumber } from '../headings.ts';
import type { After, Before } from '../state.ts';
import { documentWords, headSpelledOtherwise, headThatChanges, titleWords } from './names-of-targets.ts';
import type { DocumentPointers, Pointers, ResolvedLink } from './read-pointers.ts';
import type { FileChange, Rewrite } from './rewrite.ts';
import { holderNow, targetNow, targetOf, type Target } from './targets.ts';

export function followLinks(
  { facts, links }: DocumentPointers,
  { scope }: Pointers,
  before: Before,
  after: After,
): Rewrite[] {
  return links.flatMap((resolved): Rewrite[] => {
    const { link } = resolved;
    const at = spanOf(facts, link.range);
    const holder = holderNow(facts, at.start, before, after);
    if (!holder) return [];
    const url = link.form === 'use' ? undefined : urlNow(resolved, facts, holder, scope, before, after);
    const changes: FileChange[] = [];
    const place = spanOf(facts, link.urlRange);
    if (url !== undefined && url !== facts.source.slice(place.start, place.end))
      changes.push({ path: facts.path, ...place, text: url, sort: 'link' });
    const words = wordsEdit(
      resolved,
      url ?? facts.source.slice(place.start, place.end),
      facts,
      before,
      after,
    );
    if (words) changes.push(words);
    return changes.length > 0 ? [{ at: link.range, alternatives: [changes] }] : [];
  });
}

/**
 * @param holder the document in which the link stands now
 * @returns the destination as it must be written now; undefined where it stays
 */
export function urlNow(
  { link, edge }: ResolvedLink,
  facts: DocumentFacts,
  holder: DocumentFacts,
  scope: Pointers['scope'],
  before: Before,
  after: After,
): string | undefined {
  const url = link.url.trim();
  const destination = destinationOf(url, scope);
  if (!destination || url === '') return undefined;
  const target = targetOf(edge, before) ?? anchorTarget(url, facts, edge?.resolved ?? false);
  const place = spanOf(facts, link.urlRange);
  const written = facts.source.slice(place.start, place.end);
  const [writtenPath, writtenFragment] = splitUrl(written);
  if (!target) {
    // Files that are no documents, and broken links: they keep their file where the document moves.
    const isRelative =
      destination.prefix === '' && destination.path !== '' && !destination.path.startsWith('/');
    const file = pathOf(destination, facts, scope);
    const fileNow = after.pathNow(file);
    const isSame = relativeUrl(holder.path, fileNow) === relativeUrl(facts.path, file);
    if (!isRelative || isSame || (file === fileNow && directory(holder.path) === directory(facts.path)))
      return undefined;
    return relativeUrl(holder.path, fileNow) + written.slice(writtenPath.length);
  }
  const now = targetNow(target, after) ?? { facts: after.documentNow(target.facts) };
  const anchored = destination.fragment
    ? anchorOwner(destination.fragment, target, before, after)
    : undefined;
  const home = anchored ?? now.facts;
  const fragment = fragmentNow(writtenFragment, target, now);
  const isMoved = home.path !== target.facts.path || holder.path !== facts.path;
  if (!isMoved) return fragment === writtenFragment ? undefined : writtenPath + withHash(fragment);
  const isHome = home === holder && fragment !== undefined;
  const leavesPath = target.facts !== facts && !namesItself(target.facts);
  if (isHome && (writtenPath === '' || leavesPath)) return withHash(fragment);
  const path = pathNow(writtenPath, { target, home, facts, holder }, destination, scope);
  return path === undefined ? undefined : path + withHash(fragment);
}

/** Whether the links of a document to its own sections hold its file name: "delegates.md#203-members". */
function namesItself({ path, links }: DocumentFacts): boolean {
  return links.some(
    ({ url }) => /^[^#:]+#/.test(url) && joinPath(directory(path), url.replace(/#.*$/s, '')) === path,
  );
}

function splitUrl(url: string): [string, string | undefined] {
  const [, path, fragment] = /^([^#]*)(?:#(.*))?$/s.exec(url)!;
  return [path, fragment];
}

function withHash(fragment: string | undefined): string {
  return fragment === undefined ? '' : `#${fragment}`;
}

/** A fragment alone that is no heading: an anchor of the same document. */
function anchorTarget(url: string, facts: DocumentFacts, isResolved: boolean): Target | undefined {
  return isResolved && url.startsWith('#') ? { facts } : undefined;
}

/** The document that holds an anchor now which is written in the text. */
function anchorOwner(
  fragment: string,
  { facts, section }: Target,
  before: Before,
  after: After,
): DocumentFacts | undefined {
  if (section && anchorsOf(section).includes(fragment)) return undefined;
  const anchor = facts.anchors.find(({ name }) => name === fragment);
  return anchor && holderNow(facts, spanOf(facts, anchor.range).start, before, after);
}

/** The anchor of the heading now, by the renderer whose anchor is written. */
function fragmentNow(written: string | undefined, { section }: Target, now: Target): string | undefined {
  if (written === undefined || !section || !now.section) return written;
  const prefix = /^user-content-/.exec(written)?.[0] ?? '';
  const bare = decode(written.slice(prefix.length));
  const [was, is] = [anchorsOf(section), anchorsOf(now.section)];
  const renderer = Math.max(
    was.findIndex((slug) => slug === bare),
    0,
  );
  if (was[renderer] !== bare && was[renderer].toLowerCase() !== bare.toLowerCase()) return written;
  const slug = is[renderer] || is[0];
  if (slug === was[renderer]) return written;
  const isEncoded = bare !== written.slice(prefix.length);
  return prefix + (isEncoded ? encodeURIComponent(slug) : slug);
}

function anchorsOf({ slug, otherSlugs = [] }: { slug: string; otherSlugs?: string[] }): string[] {
  return [slug, ...otherSlugs];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The path of a link, in the form in which it is written; undefined where the form is not understood. */
function pathNow(
  written: string,
  {
    target,
    home,
    facts,
    holder,
  }: { target: Target; home: DocumentFacts; facts: DocumentFacts; holder: DocumentFacts },
  destination: NonNullable<ReturnType<typeof destinationOf>>,
  scope: Pointers['scope'],
): string | undefined {
  if (written === '') return relativeUrl(holder.path, home.path);
  const isDirect = pathOf(destination, facts, scope) === target.facts.path;
  const [path, query] = /^([^?]*)(\?.*)?$/s.exec(written)!.slice(1);
  const behind = query ?? '';
  if (!isDirect) {
    // An address of a site: its last part changes with the name of the file.
    const [was, is] = [stemOf(target.facts.path), stemOf(home.path)];
    const isInPlace = directory(target.facts.path) === directory(home.path) && holder.path === facts.path;
    const at = path.lastIndexOf(was);
    return isInPlace && at >= 0 ? path.slice(0, at) + is + path.slice(at + was.length) + behind : undefined;
  }
  if (destination.prefix !== '' || path.startsWith('/')) {
    const root = scope.repositoryRoot === '.' ? '' : `${scope.repositoryRoot}/`;
    const lead = destination.prefix === '' ? '/' : destination.prefix;
    return lead + relativeUrl(`${root}x`, home.path) + behind;
  }
  const dot = path.startsWith('./') ? './' : '';
  const relative = relativeUrl(holder.path, home.path);
  return (relative.startsWith('../') ? '' : dot) + relative + behind;
}

function stemOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '');
}

// ---------------------------------------------------------------- words

/** The place of the words of a link in the source; undefined where a link has none. */
function linkWords(
  link: RawLink,
  facts: DocumentFacts,
): { start: number; end: number; label?: 'own' } | undefined {
  const { start, end } = spanOf(facts, link.range);
  const source = facts.source.slice(start, end);
  if (link.form === 'link') {
    const place = spanOf(facts, link.urlRange);
    const close = facts.source.lastIndexOf('](', place.start);
    return source.startsWith('[') && close > start ? { start: start + 1, end: close } : undefined;
  }
  if (link.form !== 'use' || !source.startsWith('[')) return undefined;
  const full = /^\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]\[[^\]]+\]$/s.exec(source);
  if (full) return { start: start + 1, end: start + 1 + full[1].length };
  const short = /^\[((?:[^[\]\\]|\\.)*)\](?:\[\])?$/s.exec(source);
  // The words are the label as well, which must stay: "[Setup]" becomes "[Start][Setup]".
  return short ? { start, end, label: 'own' } : undefined;
}

/** @param url the destination as it is written now */
function wordsEdit(
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
  const source = facts.source.slice(place.start, place.end);
  const words = place.label ? source.replace(/^\[|\](?:\[\])?$/g, '') : source;
  const written = target.section
    ? ownerWords(sectionWords(words, target, now, link) ?? words, target.facts, now.facts)
    : (pathWords(words, link, url) ?? documentWords(words, target.facts, now.facts, before));
  if (written === undefined || written === words) return undefined;
  const text = place.label ? `[${written}][${words}]` : written;
  return { path: facts.path, start: place.start, end: place.end, text, sort: 'link text' };
}

/** Words that are the destination itself: "[`a.md`](./a.md)". */
function pathWords(words: string, link: RawLink, url: string): string | undefined {
  const bare = (path: string): string => splitUrl(path)[0].replace(/^\.\//, '');
  const [before, path, behind] = /^([`*_]*)(.*?)([`*_]*)$/s.exec(words)!.slice(1);
  if (path === '' || bare(path) !== path || bare(link.url.trim()) !== path) return undefined;
  return before + bare(url) + behind;
}

/** "Alpha", "Section 3 of Alpha" and "BOLT #4: Packets" of a link to a section of a document with another title now. */
function ownerWords(words: string, was: DocumentFacts, is: DocumentFacts): string {
  if (was.title === is.title || was.title === '') return words;
  const head = headThatChanges(was, is);
  if (head && (words === head.from || words.startsWith(`${head.from}:`)))
    return head.to + words.slice(head.from.length);
  const spelled = headSpelledOtherwise(words, was, is);
  if (spelled !== undefined) return spelled;
  if (words.trim() === was.title) return words.replace(was.title, () => is.title);
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
  const namesNumber =
    from !== undefined &&
    (link.names?.number === from ||
      isCertainlyNumber(link.names?.doubtful, was) ||
      renamed !== undefined ||
      isNumber(words, from) ||
      isAnnounced(words, from));
  if (from !== undefined && to !== undefined && from !== to && namesNumber)
    written = written.replace(numberExpression(from), () => to);
  return written;
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
  const escaped = number.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
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
