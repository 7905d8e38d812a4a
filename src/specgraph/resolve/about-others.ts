/** Documents and sections that speak of other works: the numbers in them may be those of another document. */
import type { DocumentFacts, RawReference, SectionFacts } from '../model/index.ts';
import { oncePer } from './once.ts';

/** The items of an agenda are numbered, and what minutes, errata and change logs call a section is one of another document. */
const DOCUMENTS =
  /(?<![a-z])(?:agendas?|change[ _-]?log|errata|meeting|minutes|release[ _-]?notes)(?![a-z])/i;
const HISTORY = /(?<![a-z])(?:change[ _-]?log|release[ _-]?notes)(?![a-z])/i;
/** "References", "Normative references": what stands there are other works. */
const REFERENCES =
  /^(?:(?:normative|informative|external|further)\s+)?(?:references|bibliography|citations|reading|works cited)$/i;
/** "Changes to the Relay specification", "Requirements to be added to Annex 2"; not "Change in Ownership". */
const CHANGES =
  /\b(?:additions?|amendments?|changes?|corrections?|edits?|modifications?|updates?)\s+to\s+(?!(?:this|our|these)\b)|\b(?:amendments|changes|corrections|edits|modifications|updates)\s+(?:of|in)\s+(?!(?:this|our|these)\b)|\bto\s+be\s+(?:added|amended|changed|inserted|made|removed|replaced|updated)\s+(?:to|in|into|from)\b/i;

/** "CHANGELOG": numbers are those of the time, also where a document is named. */
export function isHistory({ id }: Pick<DocumentFacts, 'id'>): boolean {
  return HISTORY.test(id);
}

/** Whether a reference without an owner may mean another document than the one in which it stands. */
export function isAboutOthers({ section }: RawReference, facts: DocumentFacts): boolean {
  const { id, title } = facts;
  if (DOCUMENTS.test(title) || DOCUMENTS.test(id)) return true;
  return section !== undefined && sectionsAboutOthers(facts).has(section);
}

const sectionsAboutOthers = oncePer(({ sections }: DocumentFacts): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const section of sections)
    if (speaksOfOthers(section) || (section.parent !== undefined && found.has(section.parent)))
      found.add(section.slug);
  return found;
});

function speaksOfOthers({ title, depth }: SectionFacts): boolean {
  return REFERENCES.test(title) || (depth > 1 && CHANGES.test(title));
}
