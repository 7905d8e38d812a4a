/** The files that the search dialog fetches. */

/** A kind of results. Of two results that fit equally well, the one whose kind comes first in the index is better. */
export interface SearchKind {
  /** Id of a kind of the graph, or "rule". */
  id: string;
  /** Heading of the group of results: "Variables". */
  title: string;
  /** Readers type the names themselves, so that a name with a typo still matches. */
  isName?: true;
  /** Entries are parts of documents: their context is the document. */
  isPart?: true;
}

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
