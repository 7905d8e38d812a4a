/** The files with previews and uses that a page fetches when a reader points at a reference. */
import type { NodeKind } from '#specgraph';

export type PreviewLink = [label: string, url: string];
/** A line of a preview's table: what, its value, and where it leads. */
export type PreviewFact = [label: string, value: string, url?: string];

export interface Preview {
  kind: NodeKind;
  title: string;
  url: string;
  /** Where it stands: "spec/03 Contextualization Variable Reference". */
  place?: PreviewLink;
  /** Paragraphs. */
  text?: string[];
  /** The first lines of a code block. */
  code?: string;
  facts?: PreviewFact[];
  /** What it consists of: subsections, documents of a phase. */
  parts?: PreviewLink[];
}

/** By the node's id, as `data-ref` has it. */
export type Previews = Record<string, Preview>;

/** Section, its address, line in the source, and the sentence in three pieces. */
export type Use = [section: string, url: string, line: number, before: string, words: string, after: string];

export interface UsesGroup {
  short: string;
  title: string;
  uses: Use[];
}
