import { createMarkdownProcessor, rehypeHeadingIds } from '@astrojs/markdown-remark';
import type { DocumentFacts } from '#specgraph';
import { nodeId } from '#specgraph';
import { backlinksOfSection } from '../backlinks.ts';
import { type Snapshot, urlOfNode } from '../graph.ts';
import { withCodeNames, withoutFrame, withScrollFrames, withSections } from './article.ts';
import { backlinksElement } from './backlinks-element.ts';
import { linkReferences } from './link-references.ts';

/** Both themes in one output: the page's `color-scheme` chooses. */
export const SHIKI = {
  themes: { light: 'github-light', dark: 'github-dark' },
  defaultColor: false,
  wrap: false,
  langAlias: { promql: 'text', opennebula: 'ini' },
} as const;

const rendered = new Map<string, { key: string; html: string }>();

/**
 * The article of a document as HTML: references linked, backlinks below each section, no raw HTML of the author's.
 * Rendered once for each state of the set.
 */
export async function renderDocument(facts: DocumentFacts, snapshot: Snapshot): Promise<string> {
  const kept = rendered.get(facts.id);
  if (kept?.key === snapshot.stamp) return kept.html;
  const { graph } = snapshot;
  const urlOf = (node: string): string | undefined => urlOfNode(snapshot, node);
  const variableUrl = (name: string): string | undefined => {
    const id = nodeId.variable(name);
    return graph.node(id) ? urlOf(id) : undefined;
  };
  const processor = await createMarkdownProcessor({
    gfm: true,
    smartypants: false,
    syntaxHighlight: 'shiki',
    shikiConfig: SHIKI as never,
    remarkPlugins: [[linkReferences as never, { graph, file: facts.path, urlOf }]],
    rehypePlugins: [
      [withCodeNames as never, variableUrl],
      withoutFrame,
      withScrollFrames,
      rehypeHeadingIds,
      [withSections as never, { after: (slug: string) => backlinksElement(backlinksOfSection(graph, facts.id, slug), urlOf) }],
    ],
  });
  const { code: html } = await processor.render(facts.source, { fileURL: new URL(`file:///${facts.path}`) });
  rendered.set(facts.id, { key: snapshot.stamp, html });
  return html;
}
