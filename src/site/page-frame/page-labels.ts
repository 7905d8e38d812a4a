/** What the pages of the theme are called. */
import type { GraphView, SiteConfig } from '#specgraph';

/** A page of the theme that the configuration may call differently. */
export type NamedPage = keyof NonNullable<SiteConfig['labels']>;

/** What pages are called unless the configuration says otherwise, and words by which readers look for them besides. */
export const PAGES: Readonly<Record<NamedPage, { label: string; aliases?: readonly string[] }>> = {
  about: { label: 'About' },
  attributes: { label: 'Attributes', aliases: ['all attributes'] },
  boot: { label: 'Boot sequences', aliases: ['boot', 'boot sequence', 'boot steps', 'boot order'] },
  builder: {
    label: 'Context builder',
    aliases: ['builder', 'context block', 'context blocks', 'generator'],
  },
  documents: { label: 'Documents' },
  graph: { label: 'Graph', aliases: ['map', 'matrix', 'picture', 'diagram', 'dependencies', 'impact'] },
  integrity: { label: 'Integrity', aliases: ['findings', 'checks', 'errors', 'problems', 'rules'] },
  phases: { label: 'Phases', aliases: ['all phases'] },
  requirements: { label: 'Requirements', aliases: ['coverage', 'all requirements'] },
  variables: { label: 'Variables', aliases: ['all variables', 'variable list', 'table of variables'] },
};

/** What a page is called. */
export function labelOf(page: NamedPage, { config }: Pick<GraphView, 'config'>): string {
  return config.site?.labels?.[page] ?? PAGES[page].label;
}
