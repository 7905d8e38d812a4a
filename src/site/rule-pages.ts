/** The documentation of the rules: one Markdown file beside each module. */
const pages = import.meta.glob<string>('../specgraph/rules/*.md', { query: '?raw', import: 'default', eager: true });

/** The page of a rule as Markdown; undefined while it is not written. */
export function rulePage(id: string): string | undefined {
  return pages[`../specgraph/rules/${id}.md`];
}
