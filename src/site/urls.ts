/** The only module that knows routes and the base path. */
import { documentOf } from '#specgraph';

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
  searchIndex: (): string => route('search-index.json'),
};

/** What a node's own page or place is; undefined for a node without one. */
export function nodeUrl(id: string, slugOfStep: (step: string) => string | undefined): string | undefined {
  if (id.startsWith('variable:')) return urls.variable(id.slice(9));
  if (id.startsWith('attribute:')) return urls.attributes(id.slice(10));
  if (id.startsWith('requirement:')) return urls.requirements(id.slice(12));
  if (id.startsWith('phase:')) return urls.phase(id.slice(6));
  if (id.startsWith('missing:')) return undefined;
  const document = documentOf(id);
  if (id.startsWith('step:')) {
    const slug = slugOfStep(id);
    return document && slug ? urls.section(document, slug) : undefined;
  }
  const hash = id.indexOf('#');
  return hash < 0 ? urls.document(id) : urls.section(id.slice(0, hash), id.slice(hash + 1));
}
