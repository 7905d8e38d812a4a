/** How the document of some numbers is named after a refactoring. */
import type { DocumentFacts } from '../../model/index.ts';
import { relativeUrl } from '../../text/describe.ts';
import { spanOf } from '../headings.ts';
import type { After, Before } from '../state.ts';
import { linkWordsOf } from './link-names.ts';
import { splitUrl } from './link-urls.ts';
import type { PlacedList } from './number-lists.ts';
import type { OwnerPhrase } from './owner-phrase.ts';
import type { ResolvedLink } from './read-pointers.ts';
import { targetNow, targetOf } from './targets.ts';

/** "spec/08" where documents are named so; else a link with the words by which others name it. */
export function nameOf(owner: DocumentFacts, holder: DocumentFacts, before: Before): string {
  if (owner.id === holder.id) return 'this document';
  const { documentPrefix: prefix } = before.project.config;
  if (prefix && owner.number) return `${prefix}/${owner.number}`;
  return `[${linkWordsOf(owner, before)}](${relativeUrl(holder.path, owner.path)})`;
}

/** The name of the new document in the style of the old one, with the section to which the link led. */
export function renamedPhrase(
  { pointers, holder }: PlacedList,
  { name: span, isSelf, isPronoun, link }: OwnerPhrase,
  owner: DocumentFacts,
  name: string,
  before: Before,
  after: After,
): string {
  if (isPronoun) return ` of ${name}`;
  if (isSelf) return name;
  const fragment = fragmentIn(owner, link, before, after);
  const written = pointers.facts.source.slice(span.start, span.end);
  return inStyleOf(written, owner, name, holder, before).replace(/\)$/, `${fragment})`);
}

/** The name of a document that stays: its link leads to the section to which it led, or to the document where that has gone. */
export function writtenName(
  { name: span, link }: OwnerPhrase,
  owner: DocumentFacts,
  { pointers: { facts }, holder }: PlacedList,
  before: Before,
  after: After,
): string {
  const written = facts.source.slice(span.start, span.end);
  if (!link || link.link.form !== 'link') return written;
  const place = spanOf(facts, link.link.urlRange);
  const [path, fragment] = splitUrl(facts.source.slice(place.start, place.end));
  const isInPlace = targetOf(link.edge, before)?.facts.path === owner.path && facts.path === holder.path;
  const pathNow = isInPlace ? path : relativeUrl(holder.path, owner.path);
  const url = pathNow + (fragment === undefined ? '' : fragmentIn(owner, link, before, after));
  return written.slice(0, place.start - span.start) + url + written.slice(place.end - span.start);
}

/** "#3-end" of the section to which a link led, where it is in this document. */
function fragmentIn(
  owner: DocumentFacts,
  link: ResolvedLink | undefined,
  before: Before,
  after: After,
): string {
  const target = link && targetOf(link.edge, before);
  const now = target?.section && targetNow(target, after);
  return now?.section && now.facts.id === owner.id ? `#${now.section.slug}` : '';
}

/** "[`spec/14-x.md`](14-x.md)" is written as a link, "`x.md`" as code. */
function inStyleOf(
  written: string,
  owner: DocumentFacts,
  name: string,
  holder: DocumentFacts,
  before: Before,
): string {
  const link = /^\[(?<words>.*)\]\((?<url>[^()]*)\)$/s.exec(written)?.groups;
  const file = owner.path.slice(owner.path.lastIndexOf('/') + 1);
  const pathLike = (words: string): string => (words.includes('/') ? owner.path : file);
  if (link) {
    const words = /^`.*`$/.test(link.words) ? `\`${pathLike(link.words)}\`` : linkWordsOf(owner, before);
    return `[${words}](${relativeUrl(holder.path, owner.path)})`;
  }
  if (/^`.*`$/.test(written)) return /\.\w+`$/.test(written) ? `\`${pathLike(written)}\`` : `\`${name}\``;
  return /\.(?:md|markdown|mdx)$/.test(written) ? pathLike(written) : name;
}
