/** What the places of a configuration find. */
import { isOfDocuments, type DefinitionForm, type Kind } from '../kinds/index.ts';
import type { DocumentFacts } from '../model/index.ts';
import { isDocumentCalled, isSectionCalled } from '../text/named.ts';
import { subtree } from './sections.ts';
import type { ThingIndex } from './things.ts';

export function documentsCalled(name: string, documents: readonly DocumentFacts[]): DocumentFacts[] {
  return documents.filter((document) => isDocumentCalled(document, name));
}

/** Whether a form defines at least one thing of its kind. */
export function formFinds(
  form: DefinitionForm,
  kind: Kind,
  { documents, things }: { documents: readonly DocumentFacts[]; things: ThingIndex },
): boolean {
  if (isOfDocuments(kind)) return things.numbersOf(kind).length > 0;
  const where = form.document === undefined ? documents : documentsCalled(form.document, documents);
  return where.some((document) => {
    const slugs = sectionsCalled(form.section, document);
    return document.definitions.some(
      (definition) =>
        definition.kind === kind.id &&
        definition.form === form.from &&
        (slugs === undefined || (definition.section !== undefined && slugs.has(definition.section))),
    );
  });
}

/** Slugs of the sections with this name and of all below them; undefined for the whole document. */
function sectionsCalled(name: string | undefined, facts: DocumentFacts): Set<string> | undefined {
  if (name === undefined) return undefined;
  return new Set(
    facts.sections
      .filter((section) => isSectionCalled(section, name))
      .flatMap((section) => [...subtree(facts, section)]),
  );
}
