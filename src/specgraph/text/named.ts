/** Whether a document or a section is the one that a configuration names. */
import type { DocumentFacts, SectionFacts } from '../model/index.ts';

export type DocumentName = Pick<DocumentFacts, 'path' | 'id' | 'number' | 'title'>;

/** @param name number, id, path, file name with or without its extension, or title; letter case does not count */
export function isDocumentCalled({ path, id, number, title }: DocumentName, name: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1);
  const wanted = name.toLowerCase();
  return [number, id, path, file, file.replace(/\.\w+$/, ''), title].some(
    (known) => known?.toLowerCase() === wanted,
  );
}

/** @param name number, heading, title or slug; letter case does not count */
export function isSectionCalled({ number, heading, title, slug }: SectionFacts, name: string): boolean {
  const wanted = name.toLowerCase();
  return [number, heading, title, slug].some((known) => known?.toLowerCase() === wanted);
}
