/** The files that the search dialog fetches. */

export const SEARCH_KINDS = [
  'variable',
  'document',
  'section',
  'step',
  'requirement',
  'attribute',
  'phase',
  'rule',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/**
 * Index of the kind, title, URL, a line of context, the number of a section or step ("6d", "Appendix A", "Step 7b"),
 * words that find the entry but are not shown, and the place of the entry unless the context names it.
 */
export type SearchEntry = [
  kind: number,
  title: string,
  url: string,
  context: string,
  number?: string,
  more?: string,
  place?: string,
];

export interface SearchIndex {
  kinds: readonly SearchKind[];
  entries: SearchEntry[];
}

/** The texts of sections by their URL. They are much larger than the names, and are fetched after them. */
export type SearchTexts = Record<string, string>;
