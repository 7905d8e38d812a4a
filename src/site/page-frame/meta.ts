/** What the head of a page says to search engines, previews and browsers. */
import { urls } from '../urls.ts';

export const SITE_NAME = 'Flower on OpenNebula';

/** Search engines cut what is longer. */
const MAX_DESCRIPTION_LENGTH = 160;

export interface PageMeta {
  /** Title with the site's name behind it, unless it is the name. */
  title: string;
  description: string;
  canonical: string;
  image: string;
  imageText: string;
}

export interface PageMetaInput {
  title: string;
  description: string;
  /** Path of the page, its base included. */
  path: string;
  /** Address of the site: paths become absolute. */
  site: URL;
  /** Id and short name of the document that the page shows. */
  document?: string;
}

export function pageMeta({ title, description, path, site, document }: PageMetaInput): PageMeta {
  return {
    title: title === SITE_NAME ? title : `${title} · ${SITE_NAME}`,
    description: shorten(description, MAX_DESCRIPTION_LENGTH),
    canonical: new URL(path, site).href,
    image: new URL(urls.picture(document), site).href,
    imageText: document
      ? `Title of the document and its place in the map of the specification`
      : 'Map of the documents and variables of the specification',
  };
}

/** Cuts at a word, and says so. */
export function shorten(text: string, longest: number): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  if (plain.length <= longest) return plain;
  const cut = plain.slice(0, longest - 1);
  return `${/\s/.test(plain[longest - 1]) ? cut : cut.replace(/\s\S*$/, '')}…`;
}

/** The web app manifest. */
export function manifest(): object {
  return {
    name: `${SITE_NAME}: Specification`,
    short_name: SITE_NAME,
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

/** Everything may be read; the list of pages is named. */
export function robotsText(site: URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL(urls.sitemap(), site).href}\n`;
}
