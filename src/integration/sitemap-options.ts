/** Which pages the sitemap lists, and since when they are as they are. */
import type { SitemapItem, SitemapOptions } from '@astrojs/sitemap';
import { lastChanges, latestDay } from '../git/last-changes.ts';

const DOCUMENT = /\/spec\/([^/]+)\/$/;

/** The page for paper repeats all others and is left out; pages of documents have the day of their file, the rest the latest. */
export function sitemapOptions(cwd = process.cwd(), folder = 'spec'): NonNullable<SitemapOptions> {
  const days = new Map([...lastChanges(cwd, folder)].filter(([file]) => file.endsWith('.md')));
  const newest = latestDay(days.values());
  return {
    filter: (page) => !page.endsWith('/print/'),
    serialize: (item: SitemapItem): SitemapItem => {
      const document = DOCUMENT.exec(new URL(item.url).pathname)?.[1];
      const day = document === undefined ? newest : (days.get(`${folder}/${document}.md`) ?? newest);
      return day === undefined ? item : { ...item, lastmod: day };
    },
  };
}
