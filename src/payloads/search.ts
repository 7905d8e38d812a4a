/** The files that the search dialog fetches. */
import type { Announcement } from '#specgraph/query';

/** A kind of results. Of two results that fit equally well, the one whose kind comes first in the index is better. */
export interface SearchKind {
  /** Id of a kind of the graph, "rule" or "page". */
  id: string;
  /** Heading of the group of results: "Variables". */
  title: string;
  /** Readers type the names themselves, so that a name with a typo still matches. */
  isName?: true;
  isDocument?: true;
  /** Entries are parts of documents: their context is the document. */
  isPart?: true;
  /** Entries say nothing of the subject of the documents. */
  isAside?: true;
}

/**
 * Index of the kind, title, URL, a line of context, the number of a document, section or step ("14", "6d", "Appendix A", "Step 7b"),
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
  /** Further names by URL: a query that is one of them finds the entry as its title does. */
  aliases: Record<string, readonly string[]>;
  /** The words that announce the numbers of parts of documents: "section", "step". */
  announcements: readonly Announcement[];
}
