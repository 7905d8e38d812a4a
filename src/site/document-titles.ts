/** Titles of documents as pages show them. */
import type { DocumentFacts } from '#specgraph';

/** The heading of the first level; undefined for a document that has none. */
export function titleSection({
  sections,
}: Pick<DocumentFacts, 'sections'>): DocumentFacts['sections'][number] | undefined {
  return sections.find(({ depth }) => depth === 1);
}

/**
 * The title for a place that shows the document's number beside it: without that number where the title begins with it.
 * "Errors" of "3. Errors", "EIP-3: Errors" and "# 03 - Errors" in document 03; a title alone is shown as it is written.
 */
export function titleBesideNumber(facts: DocumentFacts): string {
  return withoutOwnNumber(facts.title, facts.number);
}

/** @param number of the document; undefined where it has none */
function withoutOwnNumber(title: string, number: string | undefined): string {
  if (number === undefined) return title;
  const digits = number.replace(/^0+(?=\d)/, '').replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
  const written = `0*${digits}`;
  const alone = String.raw`[#§]?\s?${written}(?:[.:)]|\s[-–—])?`;
  // A word before the number, as in "BOLT #2: Peers"; without a mark behind it, the number may be part of the title.
  const withWord = String.raw`\p{Lu}[\p{L}\p{N}]*(?:[\s-]|\s?#)${written}(?:[.:)]|\s[-–—])`;
  return title.replace(new RegExp(String.raw`^(?:${alone}|${withWord})\s+(?=\S)`, 'u'), '');
}
