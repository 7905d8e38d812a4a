/** What is known of a renderer: the anchors that it gives to headings, and how it reads the destinations of links. */

export const RENDERER_NAMES = [
  'github',
  'gitlab',
  'bitbucket',
  'docusaurus',
  'vitepress',
  'mkdocs',
  'hugo',
  'jekyll',
  'mdbook',
  'astro',
] as const;

export type RendererName = (typeof RENDERER_NAMES)[number];

export interface Renderer {
  name: RendererName;
  /** Documentation and source files that this row was written from. */
  sources: readonly string[];
  anchors: AnchorRules;
  links: LinkRules;
}

export interface AnchorRules {
  /** @param words what the heading shows, without markup and pictures */
  slug(words: string): string;
  /** How the second heading with the same slug is told from the first. */
  duplicates: Duplicates;
  /** Anchor of a heading whose words give an empty slug; without it, it has none. */
  empty?: string;
  /**
   * What `## Words {#id}` and `## Words {: #id }` mean: nothing, the anchor, or one besides that of the words, where it is
   * not known how the document is rendered.
   */
  writtenIds: 'ignored' | 'instead' | 'besides';
  /** Whether `{: #id}` on a line of its own gives an anchor to the block beside it. */
  hasBlockAttributes: boolean;
  /** Whether headings that are written in HTML get an anchor. */
  includesHtml: boolean;
}

/**
 * - `github`: "-1", "-2", skipping slugs that exist (github-slugger)
 * - `free`: the first of "-1", "-2" … that does not exist
 * - `count`: how many equal slugs came before, whatever else exists
 * - `underscore`: "_1", and the number at the end of a slug counts on
 */
export type Duplicates = 'github' | 'free' | 'count' | 'underscore';

export interface LinkRules {
  /** What "/x" is relative to: the repository, or the root of a site, which is a folder that holds the document. */
  root: 'repository' | 'site';
  /** Folders whose files are served from the root of the site. */
  staticFolders: readonly string[];
  /** Whether "guide" and "guide/" lead to guide.md. */
  omitsExtension: boolean;
  /** Whether "guide.html" leads to guide.md. */
  takesHtml: boolean;
  /** Files that are the page of their folder, in the order of preference. */
  indexFiles: readonly string[];
  /** Whether the page of a.md is "a/", so that a relative address may begin there. */
  hasFolderPages: boolean;
  /**
   * Whether the address of a page follows from its file alone. Elsewhere settings, front matter or plugins make addresses,
   * and an address without a file may be right.
   */
  addressesAreFiles: boolean;
}
