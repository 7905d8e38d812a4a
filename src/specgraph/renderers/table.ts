/** One row for each renderer that a configuration can name. */
import type { AnchorRules, LinkRules, Renderer, RendererName } from './renderer.ts';
import {
  bitbucketSlug,
  githubSlug,
  gitlabSlug,
  hugoSlug,
  kramdownSlug,
  mdbookSlug,
  pythonSlug,
  vitepressSlug,
} from './slugs.ts';

/** A forge shows files of a repository as they are. */
const OF_FORGE: LinkRules = {
  root: 'repository',
  staticFolders: [],
  omitsExtension: false,
  takesHtml: false,
  indexFiles: ['README.md'],
  hasFolderPages: false,
  addressesAreFiles: true,
};

const OF_SITE: LinkRules = {
  root: 'site',
  staticFolders: [],
  omitsExtension: true,
  takesHtml: true,
  indexFiles: ['index.md', 'index.mdx', 'README.md', 'README.mdx'],
  hasFolderPages: true,
  addressesAreFiles: false,
};

const OF_GITHUB: AnchorRules = {
  slug: githubSlug,
  duplicates: 'github',
  writtenIds: 'ignored',
  hasBlockAttributes: false,
  includesHtml: true,
};

const WRITTEN: Pick<AnchorRules, 'writtenIds' | 'hasBlockAttributes' | 'includesHtml'> = {
  writtenIds: 'instead',
  hasBlockAttributes: false,
  includesHtml: false,
};

const RENDERERS: Readonly<Record<RendererName, Renderer>> = {
  github: {
    name: 'github',
    sources: [
      'https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#section-links',
      'https://github.com/Flet/github-slugger',
    ],
    anchors: OF_GITHUB,
    links: OF_FORGE,
  },
  gitlab: {
    name: 'gitlab',
    sources: [
      'https://docs.gitlab.com/user/markdown/#heading-ids-and-links',
      'https://gitlab.com/gitlab-org/gitlab/-/blob/master/gems/gitlab-utils/lib/gitlab/utils/markdown.rb',
    ],
    anchors: { ...OF_GITHUB, slug: gitlabSlug, duplicates: 'count' },
    links: OF_FORGE,
  },
  bitbucket: {
    name: 'bitbucket',
    sources: [
      'https://bitbucket.org/tutorials/markdowndemo/src/master/README.md',
      'https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/toc.py',
    ],
    anchors: { ...OF_GITHUB, slug: bitbucketSlug, duplicates: 'underscore', includesHtml: false },
    links: OF_FORGE,
  },
  docusaurus: {
    name: 'docusaurus',
    sources: [
      'https://docusaurus.io/docs/markdown-features/toc#heading-ids',
      'https://docusaurus.io/docs/markdown-features/links',
      'https://github.com/facebook/docusaurus/blob/main/packages/docusaurus-utils/src/markdownUtils.ts',
    ],
    anchors: { ...OF_GITHUB, ...WRITTEN },
    links: { ...OF_SITE, staticFolders: ['static'] },
  },
  vitepress: {
    name: 'vitepress',
    sources: [
      'https://vitepress.dev/guide/markdown#header-anchors',
      'https://vitepress.dev/guide/routing',
      'https://github.com/mdit-vue/mdit-vue/blob/main/packages/shared/src/slugify.ts',
      'https://github.com/valeriangalliat/markdown-it-anchor',
    ],
    anchors: { slug: vitepressSlug, duplicates: 'free', ...WRITTEN },
    links: {
      ...OF_SITE,
      staticFolders: ['public'],
      indexFiles: ['index.md', 'README.md'],
      hasFolderPages: false,
      addressesAreFiles: true,
    },
  },
  mkdocs: {
    name: 'mkdocs',
    sources: [
      'https://www.mkdocs.org/user-guide/writing-your-docs/#internal-links',
      'https://python-markdown.github.io/extensions/attr_list/',
      'https://github.com/Python-Markdown/markdown/blob/master/markdown/extensions/toc.py',
    ],
    anchors: { slug: pythonSlug, duplicates: 'underscore', ...WRITTEN, hasBlockAttributes: true },
    links: { ...OF_SITE, indexFiles: ['index.md', 'README.md'] },
  },
  hugo: {
    name: 'hugo',
    sources: [
      'https://gohugo.io/configuration/markup/#parserautoidtype',
      'https://gohugo.io/content-management/organization/',
      'https://github.com/gohugoio/hugo/blob/master/markup/goldmark/autoid.go',
    ],
    anchors: { slug: hugoSlug, duplicates: 'free', empty: 'heading', ...WRITTEN },
    links: {
      ...OF_SITE,
      staticFolders: ['static', 'assets'],
      indexFiles: ['_index.md', 'index.md', '_index.html'],
    },
  },
  jekyll: {
    name: 'jekyll',
    sources: [
      'https://kramdown.gettalong.org/syntax.html#specifying-a-header-id',
      'https://jekyllrb.com/docs/permalinks/',
      'https://github.com/kramdown/parser-gfm/blob/master/lib/kramdown/parser/gfm.rb',
    ],
    anchors: { slug: kramdownSlug, duplicates: 'count', ...WRITTEN, hasBlockAttributes: true },
    links: { ...OF_SITE, indexFiles: ['index.md', 'README.md', 'index.html'], hasFolderPages: false },
  },
  mdbook: {
    name: 'mdbook',
    sources: [
      'https://rust-lang.github.io/mdBook/format/markdown.html#heading-attributes',
      'https://github.com/rust-lang/mdBook/blob/v0.4.40/src/utils/mod.rs',
    ],
    anchors: { slug: mdbookSlug, duplicates: 'count', ...WRITTEN, includesHtml: true },
    links: {
      ...OF_SITE,
      omitsExtension: false,
      indexFiles: ['index.md', 'README.md'],
      hasFolderPages: false,
    },
  },
  astro: {
    name: 'astro',
    sources: [
      'https://docs.astro.build/en/guides/markdown-content/#heading-ids',
      'https://github.com/withastro/astro/blob/main/packages/markdown/remark/src/rehype-collect-headings.ts',
    ],
    anchors: { ...OF_GITHUB, includesHtml: false },
    links: { ...OF_SITE, staticFolders: ['public'], takesHtml: false },
  },
};

/**
 * Without a configuration documents are read as GitHub shows them. An anchor that is written in a heading is taken for one:
 * whoever writes it renders the document elsewhere.
 */
const UNCONFIGURED: Renderer = {
  ...RENDERERS.github,
  anchors: { ...OF_GITHUB, writtenIds: 'besides' },
};

/** Of MDX without a configuration: it is written for a site, of which nothing is known. */
export const UNKNOWN_SITE: LinkRules = { ...OF_SITE, staticFolders: ['public', 'static'] };

/** The renderers that a configuration names, at least one. */
export function renderersNamed(
  names: readonly RendererName[] | undefined,
): readonly [Renderer, ...Renderer[]] {
  const [first = UNCONFIGURED, ...others] = (names ?? []).map((name) => RENDERERS[name]);
  return [first, ...others];
}
