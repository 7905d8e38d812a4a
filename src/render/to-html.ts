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
import { element, textOf, visitElements } from './hast.ts';
import { limitDepth } from './limit-depth.ts';
import { sanitizeHtml } from './sanitize-html.ts';

type Highlighter = (settings: object) => (tree: Html) => Promise<void>;

/**
 * Settings of Shiki for all code of a site. The output holds the colours of both themes; the `color-scheme` of the page
 * selects one.
 */
export const CODE_COLOURS = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false as const,
  wrap: false,
};

let highlighter: Promise<(tree: Html) => Promise<void>> | undefined;

/** A build that recalls all articles needs no highlighter, which takes long to load. */
async function highlight(tree: Html): Promise<void> {
  highlighter ??= import('@astrojs/markdown-remark').then(({ rehypeShiki }) =>
    (rehypeShiki as unknown as Highlighter)({
      ...CODE_COLOURS,
      // Without a limit of time the colours do not depend on how busy the machine is: equal builds have equal bytes.
      transformers: [
        {
          preprocess: (_code: string, options: { tokenizeTimeLimit?: number }) =>
            void (options.tokenizeTimeLimit = 0),
        },
      ],
    }),
  );
  await (
    await highlighter
  )(tree);
}

/** Languages of the pages of the theme itself. */
const OWN_LANGUAGES = ['bash', 'html', 'json', 'lua', 'md', 'rust', 'toml', 'ts', 'yaml'];

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

const loaded = new Set<string>();

/**
 * Loads languages before any code is highlighted. Code of one language may hold code of another, which has colours only
 * if its language is loaded: they must not depend on what was rendered before.
 */
async function loadLanguages(languages: readonly string[]): Promise<void> {
  for (const language of [...new Set([...OWN_LANGUAGES, ...languages])].sort()) {
    if (loaded.has(language)) continue;
    loaded.add(language);
    const code = element('code', { className: [`language-${language}`] }, [{ type: 'text', value: ' ' }]);
    await highlight({ type: 'root', children: [element('pre', {}, [code])] });
  }
}

export async function toArticle(
  text: string,
  { markdown, html, addressOf, isPlain, languages = [] }: Steps,
): Promise<string> {
  const tree = parseMarkdown(text).root;
  limitDepth(tree);
  for (const change of markdown) change(tree);
  lowerLanguages(tree);
  const page = toHast(tree, { allowDangerousHtml: true }) as Html;
  // Before code is highlighted, since its colours would not pass.
  sanitizeHtml(page, addressOf);
  if (!isPlain && hasCode(tree)) {
    await loadLanguages(languages.map((language) => language.toLowerCase()));
    await highlight(page);
  }
  for (const change of html) change(page);
  return toHtml(page);
}

/** Shiki knows "json", but not "JSON". */
function lowerLanguages(tree: Parents): void {
  for (const node of tree.children) {
    if (node.type === 'code' && node.lang) node.lang = node.lang.toLowerCase();
    else if ('children' in node) lowerLanguages(node);
  }
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
