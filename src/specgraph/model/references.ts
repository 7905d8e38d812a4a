/** What a document refers to and what it defines, before anything is resolved. */
import type { SourceRange } from './places.ts';

/** `[words][label]`, `[words][]`, `![picture][label]` or `[^note]` whose label is not defined. */
export interface UndefinedLabel {
  form: 'link' | 'footnote';
  label: string;
  range: SourceRange;
}

/** The section that words name, as far as they say. */
export interface NamedSection {
  /** The series of headings that the word stands for: "section", "part", "appendix". */
  series?: string;
  number?: string;
  /** "d" of "Section 6(d)". */
  item?: string;
  /**
   * A number that may be something else: "4.2.3" alone may be a version, "4 Keys" a count. It is the section's where the
   * title agrees, or where the document has a section of that number.
   */
  doubtful?: { number: string; title?: string };
  title?: string;
}

/**
 * A Markdown link, image or HTML link, unresolved. `reference` is the definition of a label and `use` a link by that label.
 * `text` is written like a link and shown as text, because of a space in the destination: a link was meant where the
 * destination is a file.
 */
export interface RawLink {
  form: 'link' | 'image' | 'reference' | 'use' | 'html' | 'text';
  url: string;
  /** The words of the link ("spec/14-edge-and-auto-scaling.md"). */
  text: string;
  range: SourceRange;
  /** Where the destination itself stands; the place that a fix replaces. */
  urlRange: SourceRange;
  /** The section that its words name, those directly before it included: `section [2.1](…)`. */
  names?: NamedSection;
  /** The thing of a configured kind that its words name: "BOLT #2". */
  thing?: NamedThing;
  /** The words on both sides of a link whose words have a number. */
  beside?: WordsBeside[];
  section?: string;
  context: string;
}

/** Which document a section or step number belongs to, as far as the sentence tells. */
export type Owner =
  /** The document itself; `isNamed` where the words say so: "this document", "above". */
  | { kind: 'current'; isNamed?: true }
  /** Named by number, path or link destination; resolved later. */
  | {
      kind: 'document';
      name: string;
      /** The kind by whose numbers it is named ("BOLT #2"): then `name` is the number. */
      numberOf?: string;
      /** It owns the number of another series behind this one: "Appendix A, and Section 2 of spec/14". */
      mayBeCurrent?: true;
    }
  /** Words directly before the number that may be the title or file name of a document of the set. */
  | {
      kind: 'title';
      name: string;
      /** Whose number it is where no document has the title: this document's, maybe this one's, or another work's. */
      otherwise: 'current' | 'maybe-current' | 'outside';
      /** The words are marked as a title or named as the owner: *Relay*, "of Relay". A single word can be one only then. */
      isNamed?: boolean;
    };

/** Words beside a number that may be the title of what it names: "Section 7 (Publication)". */
export interface WordsBeside {
  words: string;
  /**
   * `marked`: they stand in parentheses, quotes or emphasis, or beside the word "section". `plain`: up to the next mark.
   * `end`: plain words before the number; a title may be the last of them.
   */
  form: 'marked' | 'plain' | 'end';
}

/** A pointer read from prose or code: the words and the place, not yet what they point at. */
export interface RawReference {
  /** Id of a kind; "name" for what may be a variable or an attribute. */
  kind: string;
  /** Normalised: "6d", "7b", "14", "FL_EDGE_BACKOFF", "ORCH-03", "9"; of a section by its title, the title. */
  value: string;
  /** How a section is named where it is not by number: by its title, or as the "next" or "previous" one. */
  by?: 'title' | 'place';
  /** Of a numbered reference: the series of headings that its word names ("section", "part", "appendix"). */
  series?: string;
  /** "d" of "Section 6(d)". */
  item?: string;
  /** The anchor of the section, where a label that only a tool defines says it: "[Section 5.7.2][572-presentation]". */
  anchor?: string;
  /** The first number of the same list or range, where there are several. */
  first?: string;
  owner: Owner;
  /** The words it was read from ("Sections 6-9" gives one reference per number, all with these words). */
  text: string;
  range: SourceRange;
  /** Slug of the section that holds it. */
  section?: string;
  /** The sentence, table row or code line it stands in. */
  context: string;
  /** Where it stands: a name in a code block is a mention all the same. */
  where: 'prose' | 'code' | 'block';
  /** True where the number may be something else (the tail of a list): report nothing when it does not resolve. */
  unsure?: boolean;
  /** Any code span would match: only what is defined, or probably meant to be, is a mention. */
  isVague?: boolean;
  /** Of a step: the part of the system that the words before it name. */
  component?: string;
  /** Of a section or step that stands alone: the words on both sides of its number. */
  beside?: WordsBeside[];
  /** Of a step: the function or script that is said to run in it. */
  runs?: string;
}

/** A thing of some kind, as words name it. */
export interface NamedThing {
  kind: string;
  id: string;
}

/** A place that defines a thing of some kind. */
export interface RawDefinition {
  /** Id of the kind. */
  kind: string;
  /** As the text writes it. */
  id: string;
  /** The last id where the text defines a range of numbers: "1000-1999". */
  last?: string;
  /** What the text says it is, in one line. */
  title?: string;
  /** Other cells of its table row, by field or by the heading of the column. */
  fields?: Record<string, string>;
  /** Where it stands: "headings", "table", … */
  form: string;
  /** Of the id. */
  range: SourceRange;
  /** Slug of the section that holds it. */
  section?: string;
}

/** A number that the prose states about the set: "48 variables". */
export interface RawClaim {
  /** Index of the wording in the configuration. */
  claim: number;
  value: number;
  /** The number as written, and the whole wording. */
  words: string;
  text: string;
  /** Of the number. */
  range: SourceRange;
  section?: string;
}
