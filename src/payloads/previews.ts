/** The files with previews and uses, which a page fetches when a reader points at a reference. */
import type { NodeKind } from '#specgraph';

export type PreviewLink = [label: string, url: string];
/** A row of a preview's table: a label, a value and a link. */
export type PreviewFact = [label: string, value: string, url?: string];

export interface Preview {
  kind: NodeKind;
  /** What the card calls the kind, where it is not its id: "Error code". */
  kindName?: string;
  title: string;
  url: string;
  /** The document that holds it: "spec/03 Contextualization Variable Reference". */
  place?: PreviewLink;
  /** Paragraphs. */
  text?: string[];
  /** The first lines of a code block. */
  code?: string;
  facts?: PreviewFact[];
  /** Its parts: the subsections of a section, the documents of a phase. */
  parts?: PreviewLink[];
}

/** Previews by the id of the node, which `data-ref` holds. */
export type Previews = Record<string, Preview>;

/** A section, its URL, the line in the source, and the sentence in three parts. */
export type Use = [section: string, url: string, line: number, before: string, words: string, after: string];

export interface UsesGroup {
  short: string;
  title: string;
  uses: Use[];
}
