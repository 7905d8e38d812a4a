/** Sections that are paragraphs: "Section 2.1" of a document that numbers its paragraphs and not its headings. */
import type { DocumentFacts, NumberedParagraph, RawReference } from '../model/index.ts';
import { sectionKind } from '../kinds/section.ts';
import { oncePer } from './once.ts';

const byNumber = oncePer(
  ({ numberedParagraphs = [] }: DocumentFacts): ReadonlyMap<string, NumberedParagraph> =>
    new Map(numberedParagraphs.toReversed().map((paragraph) => [paragraph.number, paragraph])),
);

/** @returns the paragraph that a section number names: "3" is at least the first of 3.1, 3.2, … */
export function paragraphOf(value: string, facts: DocumentFacts): NumberedParagraph | undefined {
  return (
    byNumber(facts).get(value) ??
    facts.numberedParagraphs?.find(({ number }) => number.startsWith(`${value}.`))
  );
}

/** Fewer paragraphs may have a number for another reason. */
const MIN_PARAGRAPHS = 3;

/**
 * Whether a number that no paragraph has is missing: most references of the document name such paragraphs, which are no
 * items of a list.
 */
export function lacksParagraph({ value }: RawReference, facts: DocumentFacts): boolean {
  const paragraphs = (facts.numberedParagraphs ?? []).filter(({ isItem }) => !isItem);
  if (paragraphs.length < MIN_PARAGRAPHS || paragraphOf(value, facts)) return false;
  const others = ownNumbers(facts).filter((number) => number !== value);
  const known = others.filter((number) => paragraphOf(number, facts)).length;
  return known > 0 && known * 2 > others.length;
}

const ownNumbers = oncePer(({ references }: DocumentFacts): string[] =>
  references.flatMap(({ kind, value, owner }) =>
    kind === sectionKind.id && owner.kind === 'current' ? [value] : [],
  ),
);
