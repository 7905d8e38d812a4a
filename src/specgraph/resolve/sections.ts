import type { DocumentFacts, SectionFacts } from '../model/index.ts';
import type { DocumentIndex, IndexedDocument } from './document-index.ts';

/** A document by the number or id that a configuration or contract gives. */
export function documentNamed(index: DocumentIndex, name: string): IndexedDocument | undefined {
  return index.byNumber.get(name) ?? index.byId.get(name) ?? index.byPath.get(name);
}

/**
 * A section by number ("10", "10o", "Appendix") or, where it has none, by its heading.
 */
export function sectionNamed(document: IndexedDocument, name: string): SectionFacts | undefined {
  return document.byNumber.get(name) ?? document.byWords.get(name);
}

/** The section and all below it, as a set of slugs. */
export function subtree(facts: DocumentFacts, section: SectionFacts): Set<string> {
  const slugs = new Set([section.slug]);
  for (const candidate of facts.sections) {
    if (candidate.parent !== undefined && slugs.has(candidate.parent)) slugs.add(candidate.slug);
  }
  return slugs;
}
