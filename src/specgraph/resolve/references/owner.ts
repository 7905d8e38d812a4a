/** Finds the document that a section or step number belongs to. */
import { sectionKind } from '../../kinds/section.ts';
import type { DocumentFacts, Owner, RawReference } from '../../model/index.ts';
import { isAboutOthers, isHistory } from '../about-others.ts';
import { wordsOf, type DocumentIndex, type IndexedDocument } from '../document-index.ts';
import { oncePer } from '../once.ts';
import type { ThingIndex } from '../things.ts';
import type { ReferenceScope } from './scope.ts';

/** The document that owns a number, and whether that is certain. */
export function ownerOf(
  reference: RawReference,
  from: DocumentFacts,
  { index, things, requirements }: Pick<ReferenceScope, 'index' | 'things' | 'requirements'>,
): { owner: IndexedDocument | undefined; isCertain: boolean } {
  const current = index.byPath.get(from.path)!;
  const { owner } = reference;
  if (owner.kind === 'current')
    return {
      owner: current,
      isCertain: !reference.unsure && (owner.isNamed === true || !isAboutOthers(reference, current.facts)),
    };
  if (owner.kind === 'document')
    return {
      owner: owner.numberOf
        ? documentByNumber(owner.numberOf, owner.name, index, things)
        : index.find(owner.name, from),
      isCertain: !reference.unsure && !isHistory(current.facts),
    };
  const titled = longestTitle(owner, reference.value, current, index);
  if (titled) return { ...titled, isCertain: titled.isCertain && !reference.unsure };
  // "Security Considerations, Section 9": the title of the section itself.
  const section = current.byNumber.get(reference.value);
  if (/^\p{Lu}/u.test(owner.name) && section && wordsOf(section.title).includes(wordsOf(owner.name)))
    return { owner: current, isCertain: !reference.unsure };
  if (owner.otherwise === 'maybe-current' && isForeignAbbreviation(owner.name, current.facts))
    return { owner: undefined, isCertain: false };
  // "Sections 2-5 meet EDGE-01, Sections 6-9 …": an id of the set looks like the name of a standard.
  if (requirements.has(owner.name)) return { owner: current, isCertain: false };
  return {
    owner: owner.otherwise === 'outside' ? undefined : current,
    isCertain: owner.otherwise === 'current' && !reference.unsure,
  };
}

/** "BOLT #2". */
function documentByNumber(
  kindId: string,
  number: string,
  index: DocumentIndex,
  things: ThingIndex,
): IndexedDocument | undefined {
  const kind = things.kind(kindId);
  const facts = kind && things.documentOf(kind, number);
  return facts ? index.byPath.get(facts.path) : undefined;
}

/** "GPP", "ARF2": the abbreviation of a name. */
const ABBREVIATION = /^\p{Lu}{2,}\d*$/u;

/** Whether an abbreviation before a number names another work: the titles of the document do not have it. */
function isForeignAbbreviation(name: string, { title, otherTitle = '', sections }: DocumentFacts): boolean {
  const isOwn = [title, otherTitle, ...sections.map(({ heading }) => heading)].some((words) =>
    words.split(/[^\p{L}\p{N}]+/u).includes(name),
  );
  return ABBREVIATION.test(name) && !isOwn;
}

/**
 * The document whose title ends the words: "Read Server Basics" names "Server Basics". A single word, and the end of a
 * longer name, may mean something else.
 */
function longestTitle(
  { name, isNamed }: Owner & { kind: 'title' },
  value: string,
  current: IndexedDocument,
  index: DocumentIndex,
): { owner: IndexedDocument; isCertain: boolean } | undefined {
  const list = name.split(' ');
  for (let from = 0; from < list.length; from++) {
    const found = index.findByTitle(list.slice(from).join(' '));
    if (!found) continue;
    const length = list.length - from;
    return {
      owner: found,
      isCertain: from === 0 ? length > 1 || isNamed === true : from === 1 && length > 1,
    };
  }
  // "Section 9.6.3 of the Baseline Requirements": of the "Baseline Requirements for the Issuance of …".
  const beginning = isNamed && list.length > 1 ? index.findByBeginning(name) : undefined;
  if (beginning && beginning !== current)
    return { owner: beginning, isCertain: isUsualName(name, value, current, beginning) };
  // "Section 4 of the ARF": of the "Architecture and Reference Framework".
  const byInitials = /^\p{Lu}{3,}$/u.test(name) ? index.findByInitials(name) : undefined;
  return byInitials && { owner: byInitials, isCertain: false };
}

/** Fewer references may lead there by chance. */
const MIN_OTHERS = 3;

/** Whether the other numbers that a document gives to a work of this name are all numbers of the one that it may be. */
function isUsualName(
  name: string,
  value: string,
  { facts }: IndexedDocument,
  other: IndexedDocument,
): boolean {
  const others = (numbersByTitle(facts).get(name) ?? new Set()).difference(new Set([value]));
  return others.size >= MIN_OTHERS && [...others].every((number) => other.byNumber.has(number));
}

const numbersByTitle = oncePer(({ references }: DocumentFacts): ReadonlyMap<string, ReadonlySet<string>> => {
  const numbers = new Map<string, Set<string>>();
  for (const { owner, kind, value } of references)
    if (kind === sectionKind.id && owner.kind === 'title')
      numbers.set(owner.name, (numbers.get(owner.name) ?? new Set()).add(value));
  return numbers;
});
