/**
 * Markdown to HTML: the engine's parser, the colours of Astro, and plugins in between. Astro's own processor parses
 * several times as slowly, and parses the finished HTML once more; here, only a tree that holds HTML is parsed again.
 */
import GithubSlugger from 'github-slugger';
import type { Root as Html } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { Parents, Root } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { parseMarkdown } from '#specgraph';
import { colourCode } from './code-colours.ts';
import { textOf, visitElements } from './hast.ts';
import { limitDepth } from './limit-depth.ts';
import { sanitizeHtml } from './sanitize-html.ts';

export interface Steps {
  /** Change the tree of the Markdown. */
  markdown: readonly ((tree: Root) => void)[];
  /** Where an address that HTML in the Markdown names leads on the site; undefined where it stays as it is. */
  addressOf?(url: string): string | undefined;
  /** Change the tree of the HTML, in which code is highlighted. */
  html: readonly ((tree: Html) => void)[];
  /** Whether code is shown without colours. */
  isPlain?: boolean;
  /** All languages of the set. */
  languages?: readonly string[];
}

export async function toArticle(
  text: string,
  { markdown, html, addressOf, isPlain, languages = [] }: Steps,
): Promise<string> {
  const tree = parseMarkdown(text).root;
  limitDepth(tree);
  for (const change of markdown) change(tree);
  const page = toHast(tree, { allowDangerousHtml: true }) as Html;
  // Before code is highlighted, since its colours would not pass.
  sanitizeHtml(page, addressOf);
  if (!isPlain && hasCode(tree)) await colourCode(page, languages);
  for (const change of html) change(page);
  return toHtml(page);
}

function hasCode(tree: Parents): boolean {
  return tree.children.some((node) => node.type === 'code' || ('children' in node && hasCode(node)));
}

/** Gives headings without an id the one that GitHub gives them. */
export function addMissingIds(tree: Html): void {
  const slugger = new GithubSlugger();
  visitElements(tree, (node) => {
    if (/^h[1-6]$/.test(node.tagName)) node.properties.id ??= slugger.slug(textOf(node));
  });
}
