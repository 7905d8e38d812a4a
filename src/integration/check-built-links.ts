/** Checks every internal link and anchor of a built site. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { htmlToHast } from 'satteri';
import { recallOrMake, type EarlierWork } from '../payloads/earlier-work.ts';
import { plural } from '#specgraph/text/lists';
import { toPrintable } from '#specgraph/text/printable';

export interface DeadLink {
  /** URL path of the page that holds the link. */
  page: string;
  href: string;
  reason: string;
  /** Whether an author wrote it in a document: then the check of the documents has judged it. */
  isOfDocument: boolean;
}

export interface BuiltLinks {
  pages: number;
  links: number;
  dead: DeadLink[];
}

interface FoundInPage {
  ids: string[];
  links: { href: string; isOfDocument: boolean }[];
}

type Page = Pick<FoundInPage, 'links'> & { ids: ReadonlySet<string> };

interface Node {
  type: string;
  tagName?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
}

/**
 * @param folder the built site on disk
 * @param base path under which the site will be served ("/specs/")
 * @param elsewhere addresses on the same host that are no part of the site, such as another specification
 * @param earlier what earlier builds found in the same pages
 */
export async function checkBuiltLinks(
  folder: string,
  base: string,
  elsewhere: readonly string[] = [],
  earlier?: EarlierWork,
): Promise<BuiltLinks> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const pages = new Map<string, Page>();
  for (const file of files.filter((name) => name.endsWith('.html'))) {
    const html = await readFile(path.join(folder, file), 'utf8');
    const found = await recallOrMake(earlier, 'links', html, () => JSON.stringify(readPage(html)));
    const { ids, links } = JSON.parse(found) as FoundInPage;
    pages.set(urlOf(file, base), { ids: new Set(ids), links });
  }
  const assets = new Set(files.map((file) => prefix(base) + file));
  const links = [...pages].flatMap(([page, { links: own }]) =>
    own
      .filter(({ href }) => isInternal(href) && !elsewhere.includes(href))
      .map((link) => ({ page, ...link })),
  );
  // What the frame of the pages links to is on all of them.
  const problems = new Map<string, string | undefined>();
  const dead = links.flatMap((link) => {
    const key = link.href.startsWith('/') ? link.href : `${link.page} ${link.href}`;
    if (!problems.has(key)) problems.set(key, linkProblem(link.href, link.page, pages, assets));
    const reason = problems.get(key);
    return reason === undefined ? [] : [{ ...link, reason }];
  });
  return { pages: pages.size, links: links.length, dead };
}

/** One line an address: what the frame of the pages links to is on all of them. */
export function describeDead(dead: readonly DeadLink[]): string[] {
  const byAddress = Map.groupBy(dead, ({ href, reason }) => `${JSON.stringify(href)} ${reason}`);
  return [...byAddress].map(([what, links]) => {
    const pages = new Set(links.map(({ page }) => page));
    const more = pages.size > 1 ? ` and ${plural(pages.size - 1, 'other page')}` : '';
    return toPrintable(`${links[0].page}${more}: ${what}`);
  });
}

function isInternal(href: string): boolean {
  return !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(href);
}

/** @returns what is wrong with an internal link; undefined when its target exists */
function linkProblem(
  href: string,
  page: string,
  pages: ReadonlyMap<string, Page>,
  assets: ReadonlySet<string>,
): string | undefined {
  const url = URL.parse(href, `http://site${page}`);
  if (!url) return 'is no address';
  const pathname = decodeFragment(url.pathname);
  const target = pages.get(pathname) ?? pages.get(`${pathname}/`);
  if (!target) return assets.has(pathname) ? undefined : 'has no page';
  const fragment = decodeFragment(url.hash.slice(1).replace(/:~:.*$/s, ''));
  const exists = fragment === '' || fragment === 'top' || target.ids.has(fragment);
  return exists ? undefined : 'has no such anchor';
}

/** Decodes percent escapes; a text with a broken escape stays as it is. */
function decodeFragment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function urlOf(file: string, base: string): string {
  return prefix(base) + file.replace(/(?:^|(?<=\/))index\.html$/, '');
}

function prefix(base: string): string {
  return `/${base}/`.replace(/\/{2,}/g, '/');
}

function readPage(html: string): FoundInPage {
  const page: FoundInPage = { ids: [], links: [] };
  const stack = [{ node: htmlToHast(html) as unknown as Node, isOfDocument: false }];
  for (let entry = stack.pop(); entry; entry = stack.pop()) {
    const { node } = entry;
    const isOfDocument = entry.isOfDocument || node.properties?.dataDocument !== undefined;
    const { id, name, href, src } = node.properties ?? {};
    if (typeof id === 'string') page.ids.push(id);
    if (node.tagName === 'a' && typeof name === 'string') page.ids.push(name);
    if (node.tagName === 'a' && typeof href === 'string') page.links.push({ href, isOfDocument });
    if ((node.tagName === 'img' || node.tagName === 'script') && typeof src === 'string')
      page.links.push({ href: src, isOfDocument });
    if (node.tagName === 'link' && typeof href === 'string') page.links.push({ href, isOfDocument });
    stack.push(...(node.children ?? []).map((child) => ({ node: child, isOfDocument })));
  }
  return page;
}
