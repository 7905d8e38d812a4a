/** Lets links follow: their destinations and, where these name the target, their words. */
import { spanOf } from '../headings.ts';
import type { After, Before } from '../state.ts';
import { urlNow } from './link-urls.ts';
import { wordsNow } from './link-words.ts';
import type { DocumentPointers, Pointers } from './read-pointers.ts';
import type { FileChange, Rewrite } from './rewrite.ts';
import { holderNow } from './targets.ts';

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
    const words = wordsNow(resolved, url ?? facts.source.slice(place.start, place.end), facts, before, after);
    if (words) changes.push(words);
    return changes.length > 0 ? [{ at: link.range, alternatives: [changes] }] : [];
  });
}
