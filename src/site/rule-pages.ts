/** The documentation of the rules: one Markdown file beside each module. */
import { renderProse } from '../integration/render/render-markdown.ts';

const pages = import.meta.glob<string>('../specgraph/rules/*.md', { query: '?raw', import: 'default', eager: true });

/** The page of a rule as Markdown; undefined while it is not written. */
export function rulePage(id: string): string | undefined {
  return pages[`../specgraph/rules/${id}.md`];
}

/** @returns the page as HTML, with code blocks like those of a document */
export function renderRule(markdown: string): Promise<string> {
  return renderProse(markdown);
}
