/** The destinations of links after a refactoring. */
import type { DocumentFacts } from '../../model/index.ts';
import { destinationOf, pathOf } from '../../resolve/destinations.ts';
import { directory, joinPath } from '../../resolve/paths.ts';
import { relativeUrl } from '../../text/describe.ts';
import { spanOf } from '../headings.ts';
import type { After, Before } from '../state.ts';
import type { Pointers, ResolvedLink } from './read-pointers.ts';
import { holderNow, targetNow, targetOf, type Target } from './targets.ts';

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
  const homeBefore = before.graph.documents.find((one) => after.documentNow(one) === home) ?? target.facts;
  const leavesPath = target.facts !== facts && !namesItself(homeBefore);
  if (isHome && (writtenPath === '' || leavesPath)) return withHash(fragment);
  const path = pathNow(writtenPath, { target, home, facts, holder }, destination, scope);
  return path === undefined ? undefined : path + withHash(fragment);
}

/** Whether most links of a document to its own sections hold its file name: "delegates.md#203-members". */
function namesItself({ path, links }: DocumentFacts): boolean {
  const own = links.filter(({ url }) => url.startsWith('#'));
  const named = links.filter(
    ({ url }) => /^[^#:]+#/.test(url) && joinPath(directory(path), url.replace(/#.*$/s, '')) === path,
  );
  return named.length > own.length;
}

/** @returns the path of a destination, and what stands behind its "#" */
export function splitUrl(url: string): [string, string | undefined] {
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
  const folder = pathOf(destination, facts, scope);
  if (!isDirect && folder === directory(target.facts.path)) {
    // A folder stands for the file in it that is shown: README.md, index.md.
    const isShown = nameOf(target.facts.path) === nameOf(home.path);
    if (isShown)
      return relativeUrl(holder.path, directory(home.path)) + (path.endsWith('/') ? '/' : '') + behind;
    return relativeUrl(holder.path, home.path) + behind;
  }
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

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function stemOf(path: string): string {
  return nameOf(path).replace(/\.\w+$/, '');
}
