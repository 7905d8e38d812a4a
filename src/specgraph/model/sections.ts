/** The parts of a document as they are read: sections, sentences, tables. */
import type { SourceRange } from './places.ts';

export interface SectionFacts {
  /** Slug of the heading by the first renderer (GitHub unless configured), unique within the document. */
  slug: string;
  /** Anchors that the further renderers of the configuration give, in their order; "" where one gives none. */
  otherSlugs?: string[];
  /** "6d", "4.2", "A" (of an appendix), "Appendix" (of an appendix without a letter); absent where the heading has none. */
  number?: string;
  /** The heading's words without its number. */
  title: string;
  /** The heading's words as they stand. */
  heading: string;
  depth: number;
  /** Slug of the enclosing section; absent at the top. */
  parent?: string;
  /** "7b" where the heading is "Step 7b: …". */
  step?: string;
  /** "Part 1: Basics" is number 1 of the series "part"; its number is not one of the sections. */
  label?: { series: string; number: string };
  /** The number at the head of the heading where it is none of the document's section numbers. */
  written?: string;
  /** Ordered lists in the section, subsections left out: the first number and the last one. */
  lists?: { first: number; last: number }[];
  /** The destination, where the heading is nothing but a link to another document: the section stands there. */
  elsewhere?: string;
  /** Marks in parentheses at the head of its lines, subsections left out: "a" of "(a) The server …". */
  marks?: string[];
  range: SourceRange;
  /** Last line that belongs to the section, its subsections included. */
  endLine: number;
}

/** A paragraph that begins with the number by which the text names it as a section. */
export interface NumberedParagraph {
  number: string;
  /** Slug of the heading above it. */
  section?: string;
  /** It is the item of a list. */
  isItem?: true;
}

/** A name that a URL fragment can point at and that is not a heading: `<a id>`, `<a name>`, `id=` of any element. */
export interface Anchor {
  name: string;
  range: SourceRange;
  /** Position in the list of renderers of the only one that gives it; absent where it is written in the text. */
  renderer?: number;
}

/** A code fence that nothing closes where its code ends. */
export interface UnclosedFence {
  /** Of the fence: "```sh". */
  range: SourceRange;
  text: string;
  /** The line below the code, where the closing fence is missing; absent where it cannot be told. */
  end?: SourceRange;
  /** Last line that is code because of it. */
  endLine: number;
  /** It takes the rest of the document, or up to the end of the next code block. */
  reach: 'document' | 'next-block' | 'item';
}

export interface TableCell {
  /** The cell's words; code spans without their backticks. */
  text: string;
  range: SourceRange;
}

export interface TableRow {
  cells: TableCell[];
  range: SourceRange;
}

export interface TableFacts {
  section?: string;
  header: TableCell[];
  rows: TableRow[];
  range: SourceRange;
}

/** A run of prose with its place: a paragraph, a heading, or a table row (cells joined by " | "). */
export interface ProseUnit {
  kind: 'paragraph' | 'heading' | 'row';
  text: string;
  section?: string;
  sentences: Sentence[];
}

export interface Sentence {
  /** Offset of the sentence in its unit's text. */
  start: number;
  text: string;
  range: SourceRange;
  /** Gives the place of `text.slice(start, end)`. */
  place(start: number, end: number): SourceRange;
}

/** `**Phase:** …` and its siblings under the title. */
export interface HeaderField {
  label: string;
  value: string;
  range: SourceRange;
}
