/** The pages of the sitemap, with the day of their last change. */
import type { SitemapItem, SitemapOptions } from '@astrojs/sitemap';
import { lastChanges, latestDay } from '../git/last-changes.ts';

const DOCUMENT_PATH = /\/spec\/(.+)\/$/;

/** Leaves out the print page, which repeats the others. The page of a document has the day of its file, other pages the latest day. */
export function sitemapOptions(cwd = process.cwd(), folder = 'spec'): NonNullable<SitemapOptions> {
  const days = new Map([...lastChanges(cwd, folder)].filter(([file]) => file.endsWith('.md')));
  const newest = latestDay(days.values());
  return {
    filter: (page) => !page.endsWith('/print/'),
    serialize: (item: SitemapItem): SitemapItem => {
      const document = DOCUMENT_PATH.exec(new URL(item.url).pathname)?.[1];
      const day = document === undefined ? newest : (days.get(`${folder}/${document}.md`) ?? newest);
      return day === undefined ? item : { ...item, lastmod: day };
    },
  };
}
