/** The metadata of a page for search engines, link previews and browsers. */
import { urls } from '../urls.ts';
import type { Identity } from './identity.ts';

/** Search engines cut longer descriptions. */
const MAX_DESCRIPTION_LENGTH = 160;

export interface PageMeta {
  /** The title followed by the name of the site; the name alone for the home page. */
  title: string;
  description: string;
  /** Absent where the address of the site is not known. */
  canonical?: string;
  image?: string;
  imageText: string;
}

export interface PageMetaInput {
  title: string;
  description: string;
  /** Path of the page, with the base path. */
  path: string;
  /** URL of the site, to make paths absolute; undefined where it is not known. */
  site: URL | undefined;
  /** Name of the site. */
  siteName: string;
  /** Id of the document that the page shows. */
  document?: string;
}

export function pageMeta({ title, description, path, site, siteName, document }: PageMetaInput): PageMeta {
  return {
    title: title === siteName ? title : `${title} · ${siteName}`,
    description: shorten(description, MAX_DESCRIPTION_LENGTH),
    canonical: site && new URL(path, site).href,
    image: site && new URL(urls.picture(document), site).href,
    imageText: document
      ? `Title of the document and its place in the map of the specification`
      : 'Map of the documents and what they define',
  };
}

/** Cuts a text after a word; the cut is shown as "…". */
function shorten(text: string, maxLength: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= maxLength) return plain;
  const cut = plain.slice(0, maxLength - 1);
  return `${/\s/.test(plain[maxLength - 1]) ? cut : cut.replace(/\s\S*$/, '')}…`;
}

/** The web app manifest. */
export function manifest({ name, title }: Identity): object {
  return {
    name: title,
    short_name: name,
    start_url: urls.home(),
    scope: urls.home(),
    display: 'browser',
    background_color: '#fdfdfc',
    theme_color: '#fdfdfc',
    icons: [
      { src: urls.favicon(), sizes: 'any', type: 'image/svg+xml' },
      { src: urls.icon(), sizes: '180x180', type: 'image/png' },
    ],
  };
}

/** Allows everything, and names the sitemap where the address of the site is known. */
export function robotsText(site: URL | undefined): string {
  const sitemap = site ? `\nSitemap: ${new URL(urls.sitemap(), site).href}\n` : '';
  return `User-agent: *\nAllow: /\n${sitemap}`;
}
