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

/** Index of the kind, title, URL, one line of context, words that find it without being shown, and the place it stands at where the context does not say it. */
export type SearchEntry = [
  kind: number,
  title: string,
  url: string,
  context: string,
  more?: string,
  place?: string,
];

export interface SearchIndex {
  kinds: readonly SearchKind[];
  entries: SearchEntry[];
}

/** Texts of sections and openings of documents by their URL: much larger than the names, and fetched after them. */
export type SearchTexts = Record<string, string>;
