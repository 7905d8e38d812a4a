/** The only module that knows routes and the base path. */
import type { GraphView } from '#specgraph';

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/?$/, '/');

/** A path of the site under the base path: `route('variables/')`. */
export function route(path = ''): string {
  return base + path.replace(/^\//, '');
}

export const urls = {
  home: (): string => route(),
  about: (): string => route('about/'),
  document: (id: string): string => route(`spec/${id}/`),
  section: (document: string, slug: string): string => `${route(`spec/${document}/`)}#${slug}`,
  markdown: (id: string): string => route(`spec/${id}.md`),
  variables: (): string => route('variables/'),
  variable: (name: string): string => route(`variables/${name}/`),
  graph: (focus?: string): string => route('graph/') + (focus ? `?focus=${encodeURIComponent(focus)}` : ''),
  phases: (): string => route('phases/'),
  phase: (number: string): string => route(`phases/${number}/`),
  requirements: (id?: string): string => route('requirements/') + (id ? `#${id.toLowerCase()}` : ''),
  attributes: (name?: string): string => route('attributes/') + (name ? `#${name.toLowerCase()}` : ''),
  integrity: (): string => route('integrity/'),
  rule: (id: string): string => route(`integrity/rules/${id}/`),
  llms: (): string => route('llms.txt'),
  favicon: (): string => route('favicon.svg'),
  graphLarge: (): string => route('graph-large.json'),
  graphJson: (): string => route('graph.json'),
  variablesJson: (): string => route('variables.json'),
  searchIndex: (): string => route('search-index.json'),
};

/** The page or place of a node; undefined for a node that does not exist. */
export function urlOfNode(graph: GraphView, id: string): string | undefined {
  const node = graph.node(id);
  switch (node?.kind) {
    case 'document': return urls.document(id);
    case 'section': return urls.section(node.document, node.slug);
    case 'step': return urls.section(node.document, node.slug);
    case 'variable': return urls.variable(node.name);
    case 'attribute': return urls.attributes(node.name);
    case 'requirement': return urls.requirements(id.slice('requirement:'.length));
    case 'phase': return urls.phase(node.number);
    default: return undefined;
  }
}

/** The page of a place in a source file: the section that holds the line. */
export function urlOfPlace(graph: GraphView, { file, line }: { file: string; line: number }): string | undefined {
  const facts = graph.document(file);
  const section = facts?.sections.findLast((candidate) => candidate.range.line <= line);
  return facts && (section && section.depth > 1 ? urls.section(facts.id, section.slug) : urls.document(facts.id));
}

/** The place in words: "spec/03:207". */
export function nameOfPlace(graph: GraphView, { file, line }: { file: string; line: number }): string {
  const facts = graph.document(file);
  return `${facts?.number ? `spec/${facts.number}` : file}:${line}`;
}
