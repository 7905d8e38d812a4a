/** Resolves steps: "Step 7b", "boot step 3", "step 12" of a list. */
import { stepKind } from '../../kinds/step.ts';
import type { DocumentFacts, Owner, RawReference, SectionFacts } from '../../model/index.ts';
import { wordsOf, type IndexedDocument } from '../document-index.ts';
import { nodeId } from '../ids.ts';
import { oncePer } from '../once.ts';
import { ownerOf } from './owner.ts';
import type { Outcome, ReferenceScope } from './scope.ts';

/**
 * A step belongs to the document named for it, to the component named before it, to the current document where that
 * has numbered steps, and otherwise to whichever sequence of steps has it.
 */
export function resolveStep(
  reference: RawReference,
  from: DocumentFacts,
  scope: ReferenceScope,
): Outcome | undefined {
  const { index, config } = scope;
  const current = index.byPath.get(from.path)!;
  const { owner: named, isCertain } = ownerOf(reference, from, scope);
  const candidates = candidatesFor(reference, named, current, scope);
  const withSteps = candidates.filter((document) => document.byStep.size > 0);
  // A list of numbers has one owner: the document that has the first of them.
  const owner = withSteps.find((document) => document.byStep.has(reference.first ?? reference.value));
  const ofSection = candidates.length === 0 ? stepOfNamedSection(reference, current) : undefined;
  if (ofSection) return ofSection;
  if (owner?.byStep.has(reference.value))
    return { kind: 'refers', target: nodeId.step(owner.facts.id, reference.value), resolved: true };
  if (candidates.length === 0) return undefined;
  if (withSteps.length === 0) return stepWithoutHeading(reference, candidates[0], current, isCertain);
  const inParagraphs = stepOfParagraphs(reference, candidates[0].facts, false);
  if (inParagraphs) return inParagraphs;
  if (!isCertain || isItem(reference, candidates)) return undefined;
  // Without sequences of steps, a step that another document has may be meant there.
  const hasSequences = (config.stepSequences ?? []).length > 0;
  if (!hasSequences && reference.owner.kind === 'current' && index.hasStep(reference.value)) return undefined;
  return missingStep((owner ?? withSteps[0]).facts.id, reference.value);
}

function stepWithoutHeading(
  reference: RawReference,
  owner: IndexedDocument,
  current: IndexedDocument,
  isCertain: boolean,
): Outcome | undefined {
  if (isBracketed(reference)) return isCertain ? stepOfMarks(reference, owner, current.facts) : undefined;
  if (owner.facts.stepParagraphs) return stepOfParagraphs(reference, owner.facts, isCertain);
  return isCertain ? stepOfList(reference, owner, current) : undefined;
}

/** The documents that may have the step, the most likely one first. */
function candidatesFor(
  { component, owner }: RawReference,
  named: IndexedDocument | undefined,
  current: IndexedDocument,
  scope: ReferenceScope,
): IndexedDocument[] {
  if (component) return documentsWithSequences(scope, component);
  if (named && named !== current) return [named];
  const isOwn = owner.kind === 'current' || isOwnOtherwise(owner);
  return isOwn ? [current, ...documentsWithSequences(scope)] : [];
}

/** @param component of the system; the sequences of all components without it */
function documentsWithSequences({ index, config }: ReferenceScope, component?: string): IndexedDocument[] {
  return (config.stepSequences ?? [])
    .filter((sequence) => !component || sequence.component === component)
    .flatMap(({ document }) =>
      index.all.filter(({ facts }) => facts.number === document || facts.id === document),
    );
}

/**
 * "Step 2" where paragraphs are the steps: "**Step 2**: …". It is missing only if they count from 1 without a gap and end
 * before it; written small, it may be an item of a list.
 */
function stepOfParagraphs(
  { value, text }: RawReference,
  { id, stepParagraphs: paragraphs = [] }: DocumentFacts,
  isCertain: boolean,
): Outcome | undefined {
  const found = paragraphs.find(({ number }) => number === value);
  if (found) {
    const target = found.section === undefined ? nodeId.document(id) : nodeId.section(id, found.section);
    return { kind: 'refers', target, resolved: true };
  }
  const numbers = new Set(paragraphs.map(({ number }) => number));
  const isCounted = [...numbers].every((number, i) => number === String(i + 1));
  const isBehind = /^\d+$/.test(value) && Number(value) > numbers.size;
  return isCertain && isCounted && isBehind && /^\p{Lu}/u.test(text) ? missingStep(id, value) : undefined;
}

function missingStep(id: string, number: string): Outcome {
  return {
    kind: 'refers',
    target: nodeId.step(id, number),
    resolved: false,
    why: 'missing-step',
    owner: id,
  };
}

/** "step 9 of the algorithm": the section with that title has a list, and no list of the document is that long. */
function stepOfNamedSection({ value, owner }: RawReference, current: IndexedDocument): Outcome | undefined {
  const section = owner.kind === 'title' ? sectionTitled(owner.name, current.facts) : undefined;
  const isMissing = section && /^\d+$/.test(value) && current.highestListNumber < Number(value);
  return isMissing ? missingStep(current.facts.id, value) : undefined;
}

/** The only section with these words as its title, if it has a list. */
function sectionTitled(words: string, { sections }: DocumentFacts): SectionFacts | undefined {
  const named = sections.filter(({ title }) => wordsOf(title) === wordsOf(words));
  return named.length === 1 && named[0].lists ? named[0] : undefined;
}

/** Words that can be a title and are none of this set, where a number is this document's all the same. */
function isOwnOtherwise(owner: Owner): boolean {
  return owner.kind === 'title' && owner.otherwise === 'current';
}

/** Written small, "step 12" may be an item of a list although the document has headings of steps. */
function isItem({ text, value }: RawReference, documents: readonly IndexedDocument[]): boolean {
  return (
    text.startsWith(stepKind.series[0].singular[0]) &&
    documents.some(({ highestListNumber: longestList }) => longestList >= Number.parseInt(value, 10))
  );
}

/**
 * "step 12" where the document has no headings of steps: an item of the ordered list of the same section. It is
 * missing only if no list of the document is that long: the steps may be those of another section.
 */
function stepOfList(
  { value, section }: RawReference,
  owner: IndexedDocument,
  current: IndexedDocument,
): Outcome | undefined {
  const { facts, highestListNumber: longestList } = owner;
  const isInSection =
    owner !== current || facts.sections.some(({ slug, lists }) => slug === section && lists !== undefined);
  // "[step 5](tutorial-5.md)": the file itself is the step.
  if (owner !== current && numbersIn(`${facts.id} ${facts.title}`).includes(value)) return undefined;
  // "4a" and "2.1" stand below the items 4 and 2.
  if (!isInSection || longestList === 0 || !/^\d+(?:[a-z]|\.\d+)?$/.test(value)) return undefined;
  if (longestList >= Number.parseInt(value, 10) || isToldInProse(value, section, current)) return undefined;
  return missingStep(facts.id, value);
}

/** "The page asks for it (step 1), the user decides (step 2), …": the text itself counts the steps up to this one. */
function isToldInProse(value: string, section: string | undefined, { facts }: IndexedDocument): boolean {
  const last = Number.parseInt(value, 10);
  return last > 2 && (countedSteps(facts).get(section) ?? 0) >= last;
}

/** How far the references of each section count the steps from 1 on without a gap. */
const countedSteps = oncePer(({ references }: DocumentFacts): ReadonlyMap<string | undefined, number> => {
  const steps = references.filter(({ kind, unsure }) => kind === stepKind.id && !unsure);
  return new Map(
    [...Map.groupBy(steps, ({ section }) => section)].map(([section, own]) => {
      const told = new Set(own.map(({ value }) => value));
      let last = 0;
      while (told.has(String(last + 1))) last++;
      return [section, last];
    }),
  );
});

/** "Step (3)", "Steps (1) and (2)". */
function isBracketed({ text }: RawReference): boolean {
  return /\s\(\d/.test(text);
}

/**
 * "Step (4)" names the line that begins with "(4)". It is missing only if there are such lines, and the number stands
 * nowhere else: in a picture of characters, in a list within a sentence, or before the item of a list.
 */
function stepOfMarks(
  { value }: RawReference,
  { facts, highestListNumber }: IndexedDocument,
  { references }: DocumentFacts,
): Outcome | undefined {
  const marked = facts.sections.filter(({ marks = [] }) => marks.some((mark) => /^\d/.test(mark)));
  const own = marked.find(({ marks = [] }) => marks.includes(value));
  if (own) return { kind: 'refers', target: nodeId.section(facts.id, own.slug), resolved: true };
  const mentions = references.filter((one) => one.kind === stepKind.id && one.value === value).length;
  const isElsewhere = facts.source.split(`(${value})`).length - 1 > mentions;
  const isOfList = highestListNumber >= Number.parseInt(value, 10);
  return marked.length > 0 && !isElsewhere && !isOfList ? missingStep(facts.id, value) : undefined;
}

function numbersIn(text: string): string[] {
  return text.match(/\d+/g) ?? [];
}
