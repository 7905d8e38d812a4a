/** Resolves sections by number ("Section 6d"), by title and by place ("the next section"). */
import { LETTER_SERIES, NUMBERED_KINDS, PLAIN_SERIES } from '../../kinds/numbered.ts';
import type { DocumentFacts, RawReference, SectionFacts } from '../../model/index.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { inDigits } from '../../text/numerals.ts';
import { wordsOf, type DocumentIndex, type IndexedDocument } from '../document-index.ts';
import { nodeId } from '../ids.ts';
import { lacksItem } from '../items.ts';
import { lacksParagraph, paragraphOf } from '../numbered-paragraphs.ts';
import { isTitleSection, titleSection } from '../title-section.ts';
import { seriesInTitles, type NumbersInTitles } from '../numbers-in-titles.ts';
import { missingFile } from './documents.ts';
import { ownerOf } from './owner.ts';
import type { Outcome, ReferenceScope } from './scope.ts';

/** A document that may have the section: the owner, or another part of its work. */
interface Candidate {
  part: IndexedDocument;
  section: ReturnType<typeof sectionOf>;
  /** Whether the section is there but lacks the item that the reference names: "Section 3(d)". */
  lacksItem: boolean;
}

export function resolveSection(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const found = resolveInOwner(reference, from, scope);
  const { owner } = reference;
  if (found?.resolved || !(owner.kind === 'document' && owner.mayBeCurrent)) return found;
  // The numbers of one list have one owner: the document that has the first of them.
  const { first = reference.value } = reference;
  if (first !== reference.value && resolveInOwner({ ...reference, value: first }, from, scope)?.resolved)
    return found;
  const own = resolveInOwner({ ...reference, owner: { kind: 'current' } }, from, scope);
  return own?.resolved ? own : found;
}

function resolveInOwner(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const { index } = scope;
  if (reference.anchor !== undefined) return resolveAnchor(reference.anchor, from, index);
  const { owner, isCertain } = ownerOf(reference, from, scope);
  if (!owner)
    return reference.owner.kind === 'document' && isCertain
      ? missingFile(reference, reference.owner.name, from, scope)
      : undefined;
  if (reference.by === 'place') return resolvePlace(reference, owner);
  if (reference.by === 'title') return resolveTitle(reference, owner, index);
  const series = seriesInTitles(reference, owner.facts);
  if (series) return resolveInTitles(reference, owner, isCertain, series);
  const candidates = candidatesFor(reference, owner, isCertain, index);
  for (const { part, section, lacksItem } of candidates)
    if (typeof section === 'object' && !lacksItem)
      return { kind: 'refers', target: nodeId.section(part.facts.id, section.slug), resolved: true };
  if (reference.owner.kind === 'current' && isCertain && !owner.facts.part && mayBePlain(reference)) {
    const found = index.ofChapters(owner, reference.value);
    if (found)
      return { kind: 'refers', target: nodeId.section(found.facts.id, found.section.slug), resolved: true };
  }
  const part = resolvePart(reference, owner, from, isCertain, index);
  if (part) return part;
  const outside = resolveInParagraphs(reference, owner) ?? resolveElsewhere(reference, owner, index);
  if (outside) return outside.resolved || isCertain ? outside : undefined;
  if (!isCertain || isOfLaw(reference, owner) || isRoman(reference, owner)) return undefined;
  return missingSection(reference, owner, candidates, index);
}

/** The section with this anchor in the document itself, or else the only one of the set. */
function resolveAnchor(anchor: string, from: DocumentFacts, index: DocumentIndex): Outcome | undefined {
  const all = index.all.filter(({ bySlug }) => bySlug.has(anchor));
  const found = all.find(({ facts }) => facts === from) ?? (all.length === 1 ? all[0] : undefined);
  return found && { kind: 'refers', target: nodeId.section(found.facts.id, anchor), resolved: true };
}

/**
 * "Appendix C" where another document is Appendix C, "section 4" where the file of that number is the chapter, and "Section
 * 6.3 of the ARF" where the documents beside the one that is called so have the numbers.
 */
function resolvePart(
  { series = PLAIN_SERIES, value, owner: named }: RawReference,
  owner: IndexedDocument,
  from: DocumentFacts,
  isCertain: boolean,
  index: DocumentIndex,
): Outcome | undefined {
  const titled = titleSection(owner.facts)?.label;
  if (named.kind !== 'current' && named.kind !== 'title') {
    // "[Topic 56](annex-2.02.md) in Annex 2": the document behind the link is a part of it.
    const isPart = titled?.series === series && titled.number.startsWith(`${value}.`);
    return isPart ? { kind: 'refers', target: nodeId.document(owner.facts.id), resolved: true } : undefined;
  }
  const labels = owner.byLabel.get(series);
  if (labels && (!titled || labels.size > 1)) return undefined;
  const isLettered = /^[A-Z]/.test(value);
  if (
    [...owner.byNumber.keys()].some(
      (number) => /^[A-Z]/.test(number) === isLettered && (isLettered || mayBePlain({ series, value })),
    )
  )
    return undefined;
  const document = series === PLAIN_SERIES ? undefined : index.findPart(series, value, from);
  if (document && document.facts !== from)
    return { kind: 'refers', target: nodeId.document(document.facts.id), resolved: true };
  const chapter = mayBePlain({ series, value }) ? index.findChapter(value, from) : undefined;
  if (chapter && owner.facts === from && chapter !== owner)
    return { kind: 'refers', target: nodeId.document(chapter.facts.id), resolved: true };
  const beside = !isCertain && owner.facts !== from ? index.ofFolder(owner, value) : undefined;
  return beside && mayBePlain({ series, value })
    ? { kind: 'refers', target: nodeId.section(beside.facts.id, beside.section.slug), resolved: true }
    : undefined;
}

/** "Conformance Clause 12". The heading itself names its own number. */
function resolveInTitles(
  { value, section: from, owner }: RawReference,
  { facts }: IndexedDocument,
  isCertain: boolean,
  { name, sections }: NumbersInTitles,
): Outcome | undefined {
  const section = sections.get(value);
  if (section)
    return section.slug === from
      ? undefined
      : { kind: 'refers', target: nodeId.section(facts.id, section.slug), resolved: true };
  // The capital word before the number is no title of another work, but one of the series.
  const isOwn = isCertain || (owner.kind === 'title' && owner.otherwise !== 'outside');
  return isOwn ? missing(facts.id, value, { series: name, number: value }) : undefined;
}

/** "Section 2.1" where paragraphs have the numbers and headings have none. */
function resolveInParagraphs(reference: RawReference, { facts }: IndexedDocument): Outcome | undefined {
  if (!mayBePlain(reference)) return undefined;
  const { value } = reference;
  const paragraph = paragraphOf(value, facts);
  if (paragraph) {
    const { section } = paragraph;
    const target = section === undefined ? nodeId.document(facts.id) : nodeId.section(facts.id, section);
    return { kind: 'refers', target, resolved: true };
  }
  return lacksParagraph(reference, facts) ? missing(facts.id, value, { number: value }) : undefined;
}

/** "Section 7.5" where "7. Notes" is nothing but a link to the document that has its text. */
function resolveElsewhere(
  { value }: RawReference,
  owner: IndexedDocument,
  index: DocumentIndex,
): Outcome | undefined {
  const top = /^\w+/.exec(value)?.[0];
  const url = owner.facts.sections.find(
    ({ number, written, elsewhere }) => elsewhere !== undefined && (number ?? written) === top,
  )?.elsewhere;
  const other = url === undefined ? undefined : index.find(`./${url.replace(/#.*$/, '')}`, owner.facts);
  if (!other || other === owner) return undefined;
  const { id, sections } = other.facts;
  const numbered = sections.filter((section) => (section.number ?? section.written) !== undefined);
  const section = numbered.find(({ number, written }) => (number ?? written) === value);
  if (section) return { kind: 'refers', target: nodeId.section(id, section.slug), resolved: true };
  return numbered.length > 0 ? missing(id, value, { number: value }) : undefined;
}

function missing(id: string, number: string, names: Outcome['names']): Outcome {
  return {
    kind: 'refers',
    target: nodeId.missingSection(id, number),
    resolved: false,
    why: 'missing-section',
    owner: id,
    names,
  };
}

function candidatesFor(
  reference: RawReference,
  owner: IndexedDocument,
  isCertain: boolean,
  index: DocumentIndex,
): Candidate[] {
  const { item } = reference;
  return [owner, ...index.otherParts(owner)].map((part) => {
    const section = sectionOf(reference, part);
    const isWithoutItem =
      typeof section === 'object' && item !== undefined && isCertain && lacksItem(section, item, part.facts);
    return { part, section, lacksItem: isWithoutItem };
  });
}

/** @returns undefined where the number may be one of another document, or one that a tool writes later */
function missingSection(
  { series, value, item, owner: named }: RawReference,
  owner: IndexedDocument,
  candidates: readonly Candidate[],
  index: DocumentIndex,
): Outcome | undefined {
  // Where most parts have no numbers, a tool writes them later.
  const unnumbered = candidates.filter(({ section }) => section === 'unnumbered');
  if (unnumbered.length * 2 >= candidates.length) return undefined;
  const isItemMissing = candidates.some((candidate) => candidate.lacksItem);
  const mayBeNeighbours = !isItemMissing && !owner.facts.part && named.kind === 'current';
  if (mayBeNeighbours && isOfNeighbour(value, owner, index)) return undefined;
  const glued = owner.facts.sections.find((section) => isGlued(value, section));
  if (glued) return { kind: 'refers', target: nodeId.section(owner.facts.id, glued.slug), resolved: true };
  const number = isItemMissing ? `${value}(${item})` : value;
  return missing(owner.facts.id, number, { series, number: value, item: isItemMissing ? item : undefined });
}

/** "# 2Terms": a converter has lost the blank behind the number. */
function isGlued(value: string, { heading }: SectionFacts): boolean {
  return heading.startsWith(value) && /^\p{Lu}\p{Ll}/u.test(heading.slice(value.length));
}

/** "Civil Code § 1798": ten times as far as the sections go, the number is one of a law. */
function isOfLaw({ value, text }: RawReference, { byNumber }: IndexedDocument): boolean {
  const top = Number.parseInt(value, 10);
  return (
    text.startsWith('§') &&
    top >= 100 &&
    ![...byNumber.keys()].some((own) => Number.parseInt(own, 10) * 10 >= top)
  );
}

/** "Annex V" where the document ends with Annex A: the fifth one of another work. */
function isRoman({ series, value }: RawReference, { byNumber }: IndexedDocument): boolean {
  if (series !== LETTER_SERIES || !/^[IVX]$/.test(value)) return false;
  const last = [...byNumber.keys()]
    .filter((own) => /^[A-Z]$/.test(own))
    .toSorted()
    .at(-1);
  return last !== undefined && value.charCodeAt(0) - last.charCodeAt(0) > MAX_LETTERS_BEHIND;
}

const MAX_LETTERS_BEHIND = 3;

/**
 * A book whose chapters are files counts on from one to the next: "Section 7.5" is the neighbour's where this one ends
 * with 6, and "Section A.3" where the neighbour is Annex A.
 */
function isOfNeighbour(number: string, owner: IndexedDocument, index: DocumentIndex): boolean {
  const letter = /^[A-Z]/.exec(number)?.[0];
  if (letter) return !owner.byNumber.has(letter) && index.hasAppendixBeside(owner, letter);
  const chapter = /^\d+/.exec(number)?.[0];
  return chapter !== undefined && !owner.byNumber.has(chapter) && index.isChapter(owner);
}

const HAS_PLAIN_HEADINGS = new Set(
  NUMBERED_KINDS.filter((kind) => kind.plainHeadings).map((kind) => kind.series),
);

/**
 * Whether a number can be one of those of the headings, which may have letters besides: "Annex A" and "Appendix 1". One
 * heading alone is enough for an appendix, but "Annex 2.01" is the title of a file among others.
 */
function mayCount(
  { series, value }: Pick<RawReference, 'series' | 'value'>,
  labels: ReadonlyMap<string, SectionFacts>,
  { facts }: IndexedDocument,
): boolean {
  const parts = partsOf(inDigits(value));
  const own = [...labels].filter(([number]) => partsOf(number) === parts);
  return (
    own.length > 1 || (series === LETTER_SERIES && own.some(([, { slug }]) => !isTitleSection(slug, facts)))
  );
}

/** "1" for "2", "2" for "2.01", "letters" for "D.2". */
function partsOf(number: string): string {
  return /^\d/.test(number) ? String(number.split('.').length) : 'letters';
}

/** Whether a heading with nothing but the number can be meant. "Annex 2" is not Section 2. */
function mayBePlain({ series = PLAIN_SERIES, value }: Pick<RawReference, 'series' | 'value'>): boolean {
  return HAS_PLAIN_HEADINGS.has(series) && !(series === LETTER_SERIES && /^\d/.test(value));
}

/** The section that a word and a number name; "unnumbered" where the document has no sections of that sort at all. */
function sectionOf(
  { series = PLAIN_SERIES, value, item }: RawReference,
  owner: IndexedDocument,
): SectionFacts | 'unnumbered' | undefined {
  const labels = owner.byLabel.get(series);
  const labelled = labels?.get(inDigits(value));
  // "## Section 3: Rules" and "## 4. Limits" may stand in one document.
  if (labelled) return labelled;
  if (labels && series !== PLAIN_SERIES)
    return mayCount({ series, value }, labels, owner) ? undefined : 'unnumbered';
  if (labels && owner.byNumber.size === 0) return undefined;
  if (!mayBePlain({ series, value })) return 'unnumbered';
  const isLetter = /^[A-Z]/.test(value);
  const found = (item !== undefined && owner.byNumber.get(value + item)) || owner.byNumber.get(value);
  if (found) return found;
  const known = owner.byNumber.keys().some((number) => /^[A-Z]/.test(number) === isLetter);
  return known ? undefined : 'unnumbered';
}

function resolveTitle(
  reference: RawReference,
  owner: IndexedDocument,
  index: DocumentIndex,
): Outcome | undefined {
  const { id, sections } = owner.facts;
  const words = wordsOf(reference.value);
  const found = sections.filter(
    (section) => wordsOf(section.title) === words || wordsOf(section.heading) === words,
  );
  if (found.length > 0) {
    return found.length === 1
      ? { kind: 'refers', target: nodeId.section(id, found[0].slug), resolved: true }
      : undefined;
  }
  if (
    reference.unsure ||
    index.hasHeading(reference.value) ||
    sections.some((section) => isAlike(section.heading, words))
  )
    return undefined;
  return {
    kind: 'refers',
    target: nodeId.missing(`${id} section "${reference.value}"`),
    resolved: false,
    why: 'missing-section',
    owner: id,
    names: { title: reference.value },
    nearest: didYouMean(
      reference.value,
      sections.map((section) => section.title),
    ),
  };
}

/** A heading that is quoted in part or with other marks: "Permitted x509 extensions" for "Permitted X.509 Extensions". */
function isAlike(heading: string, words: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  return bare(heading).startsWith(bare(words)) || bare(words).startsWith(bare(heading));
}

/** "the next section": the neighbour of the same depth. */
function resolvePlace({ value, section }: RawReference, { facts }: IndexedDocument): Outcome | undefined {
  const own = facts.sections.find(({ slug }) => slug === section);
  if (!own) return undefined;
  const siblings = facts.sections.filter(({ depth, parent }) => depth === own.depth && parent === own.parent);
  const neighbour = siblings[siblings.indexOf(own) + (value === 'next' ? 1 : -1)];
  return neighbour && { kind: 'refers', target: nodeId.section(facts.id, neighbour.slug), resolved: true };
}
