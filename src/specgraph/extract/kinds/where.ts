/** Which part of a set a definition form speaks of. */
import type { DefinitionWhere } from '../../kinds/index.ts';
import type { RawDefinition, SectionFacts } from '../../model/index.ts';
import { isDocumentCalled, isSectionCalled, type DocumentName } from '../../text/named.ts';

export type { DocumentName } from '../../text/named.ts';

export function isWithin(
  { section }: RawDefinition,
  where: DefinitionWhere,
  from: { document: DocumentName; sections: readonly SectionFacts[] },
): boolean {
  if (where.document !== undefined && !isDocumentCalled(from.document, where.document)) return false;
  if (where.section === undefined) return true;
  const bySlug = new Map(from.sections.map((one) => [one.slug, one]));
  for (let at = section; at !== undefined; at = bySlug.get(at)?.parent)
    if (isSectionCalled(bySlug.get(at)!, where.section)) return true;
  return false;
}
