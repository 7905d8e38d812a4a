import { createMarkdownProcessor, rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { Element } from 'hast';
import type { DocumentFacts, GraphView } from '#specgraph';
import { nodeId } from '#specgraph';
import { withBreaks, withCodeNames, withoutFrame, withScrollFrames, withSections } from './article.ts';
import { withUses } from './definition-rows.ts';
import { linkReferences } from './link-references.ts';
import { safeMarkdown } from './safe-markdown.ts';

/** Both themes in one output: the page's `color-scheme` chooses. */
const SHIKI = {
  themes: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  defaultColor: false,
  wrap: false,
  langAlias: { promql: 'text', opennebula: 'ini' },
};
const OPTIONS = { gfm: true, smartypants: false, syntaxHighlight: 'shiki' as const, shikiConfig: SHIKI as never };

export interface RenderOptions {
  graph: GraphView;
  urlOf(node: string): string | undefined;
  /** What stands at the end of a section's own text. */
  afterSection(slug: string): Element | undefined;
  /** Node that the table row at a line defines. */
  definedAt?(line: number): string | undefined;
  /** Link to all uses of a node, for the row that defines it. */
  usesLink?(node: string): Element | undefined;
  /** Link from a heading to the Markdown of its section. */
  sourceLink?(slug: string): Element | undefined;
  /** Rehype plugins that see the finished article, each with its options. */
  finish?: [plugin: unknown, options: unknown][];
}

/** The article of a document as HTML: references linked, its title and header left to the page, no HTML of the author's. */
export async function renderDocument(facts: DocumentFacts, { graph, urlOf, afterSection, definedAt, usesLink, sourceLink, finish = [] }: RenderOptions): Promise<string> {
  const variableUrl = (name: string): string | undefined => {
    const node = graph.node(nodeId.variable(name));
    return node && urlOf(node.id);
  };
  const processor = await createMarkdownProcessor({
    ...OPTIONS,
    remarkPlugins: [safeMarkdown, [linkReferences as never, { graph, file: facts.path, urlOf, definedAt }]],
    rehypePlugins: [
      [withCodeNames as never, variableUrl], withoutFrame, withBreaks, [withUses as never, usesLink], withScrollFrames, rehypeHeadingIds,
      [withSections as never, { after: afterSection, source: sourceLink }], ...finish as never[],
    ],
  });
  return (await processor.render(facts.source)).code;
}

/** A page of prose of our own, such as a rule's documentation, with the same code blocks. */
export async function renderProse(markdown: string): Promise<string> {
  const processor = await createMarkdownProcessor({ ...OPTIONS, remarkPlugins: [safeMarkdown], rehypePlugins: [withoutFrame, withScrollFrames] });
  return (await processor.render(markdown)).code;
}
