/** The heading that is the title of a document. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';

type Facts = Pick<DocumentFacts, 'sections'>;

/** The first heading of the first level; undefined for a document that has none. Further ones are sections. */
export function titleSection({ sections }: Facts): SectionFacts | undefined {
  return sections.find(({ depth }) => depth === 1);
}

/** Whether a section, by its anchor, is the title and what stands under it. */
export function isTitleSection(slug: string, facts: Facts): boolean {
  return titleSection(facts)?.slug === slug;
}

/** Whether a document is written in several parts, each with a heading of the first level. */
export function hasSeveralTitles({ sections }: Facts): boolean {
  return sections.filter(({ depth }) => depth === 1).length > 1;
}
