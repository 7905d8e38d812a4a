/**
 * Tags of HTML that stands in Markdown. Each is read by itself: whole trees can be nested a hundred thousand deep, and only
 * the text of a tag tells where its attributes stand.
 */
import { htmlToHast } from 'satteri';

export interface Tag {
  /** In lower case. */
  name: string;
  /** The tag as written. */
  text: string;
  /** Offset in the piece of HTML. */
  at: number;
}

const NAME = String.raw`[a-z][\w-]*`;
const ATTRIBUTES = String.raw`(?:[^"'<>]|"[^"]*"|'[^']*')*`;
/** A comment, or the start of an element with its attributes. */
const TAG = new RegExp(`<!--[^]*?(?:-->|$)|<(${NAME})(${ATTRIBUTES})>`, 'gi');
/** Elements whose content is text. */
const RAW_TEXT = /^(?:script|style|textarea|title)$/i;

/** The starts of elements, in order; comments and scripts hold none. */
export function* tagsOf(html: string): Iterable<Tag> {
  let after = 0;
  for (const match of html.matchAll(TAG)) {
    const [text, name] = match;
    if (name === undefined || match.index < after) continue;
    if (RAW_TEXT.test(name)) after = endOfText(html, name, match.index + text.length);
    yield { name: name.toLowerCase(), text, at: match.index };
  }
}

function endOfText(html: string, name: string, from: number): number {
  const rest = html.slice(from);
  const at = rest.search(new RegExp(`</${name}`, 'i'));
  return at < 0 ? html.length : from + at;
}

export interface Attribute {
  value: string;
  /** The value as written, without quotes. */
  raw: string;
  /** Offset of `raw` in the tag. */
  at: number;
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

/** The attributes of a tag by their names in lower case. Where a name is repeated, the first attribute counts. */
export function attributesOf(tag: string): Map<string, Attribute> {
  const attributes = new Map<string, Attribute>();
  const start = /^<[^\s/>]+/.exec(tag)![0].length;
  for (const match of tag.slice(start).matchAll(ATTRIBUTE)) {
    const [all, name, double, single, bare] = match;
    const raw = double ?? single ?? bare;
    if (raw === undefined || attributes.has(name.toLowerCase())) continue;
    const at = start + match.index + all.length - raw.length - (bare === undefined ? 1 : 0);
    attributes.set(name.toLowerCase(), { value: decodeEntities(raw), raw, at });
  }
  return attributes;
}

/** "A &amp; B" gives "A & B". */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  const root = htmlToHast(`<i title="${text.replaceAll('"', '&quot;')}">`, { fragment: true }) as {
    children: { properties?: { title?: unknown } }[];
  };
  const decoded = root.children[0]?.properties?.title;
  return typeof decoded === 'string' ? decoded : text;
}

/** The words of a piece of HTML: without tags and comments, blanks as they stand. */
export function textOfHtml(html: string): string {
  return decodeEntities(html.replace(new RegExp(`${TAG.source}|</[^<>]*>`, 'gi'), ''));
}
