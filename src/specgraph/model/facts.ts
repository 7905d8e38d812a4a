/** What is read from one document, before anything is resolved. */
import type { CodeBlock, CodeName, CodeUse, DataObject, DocumentFunctions, ShellFacts } from './code.ts';
import type { Constants, SectionLimits } from './constants.ts';
import type { FormFacts } from './form.ts';
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

/** A value that a code block gives to a name, as a profile reads it: `NAME = "…"`. */
export interface RawCodeValue {
  /** Id of the field that the value is. */
  field: string;
  name: string;
  value: string;
  section?: string;
  /** The value without its quotes. */
  range: SourceRange;
}

/** How a name is used: as an argument, as a value, behind a noun, below a variable, or as a row of a table that lists such names. */
export type LabelForm = 'call' | 'column' | 'command' | 'key' | 'noun' | 'list';

/** A name in a place that takes one of a few names. */
export interface Label {
  form: LabelForm;
  /** What the name is said to be, in the singular: "event", "container"; the variable of a column. */
  slot: string;
  value: string;
  /** Of the value. */
  range: SourceRange;
}

/** The default value of a name, as a text states it. */
export interface StatedDefault {
  name: string;
  /** Further names of the sentence, any of which may be meant. */
  others?: string[];
  /** As written, without the backticks of code. */
  value: string;
  /**
   * "sentence": a sentence names one setting and states a default somewhere else. "beside": a number stands directly
   * behind the name, without the word "default".
   */
  form: 'prose' | 'code' | 'table' | 'sentence' | 'beside';
  /** Of the value. */
  range: SourceRange;
}

/** A value that code gives to a name, or compares it with. */
export interface Assignment {
  name: string;
  value: string;
  /** Of the value. */
  range: SourceRange;
}

/** A port number. */
export interface Port {
  port: string;
  range: SourceRange;
}

/** A regular expression that the value of a name must match. */
export interface NamedPattern {
  /** The names that it is said or called for; none is known for some patterns in code. */
  names: string[];
  pattern: string;
  form: 'row' | 'code';
  range: SourceRange;
}

/** An order that prose states: "oldest first". */
export interface StatedOrder {
  /** What is ordered by: "age", "size". */
  scale: string;
  /** From the low end of the scale to the high one: newest, smallest, lowest first. */
  isRising: boolean;
  text: string;
  /** Slug of the section that holds it. */
  section?: string;
  range: SourceRange;
  /** Of its sentence. */
  sentence: SourceRange;
}

/** What prose demands, forbids or bounds. */
export interface StatedDemand {
  /** `never`: a list of names behind that word; `bound`: at least or at most something. */
  form: 'duty' | 'never' | 'bound';
  /** Demanded and not forbidden; at least and not at most. */
  isPositive: boolean;
  /** The words of what is demanded, in lower case, or what the bound is: "used", "8 character", `max_size`. */
  what: string;
  /** Names in code before it: those of its clause, or else those of the text before. */
  subjects: string[];
  /** Whether they stand in its clause. */
  isNamed: boolean;
  /** Names in code behind it. */
  objects: string[];
  /** Longer words before it in its clause. */
  words: string[];
  text: string;
  /** It stands in an item of a list, which may be one of several cases. */
  isItem?: boolean;
  range: SourceRange;
}

/** Which of two numbered steps prose puts first. */
export interface StatedStepOrder {
  /** What is numbered: "step", "phase". */
  series: string;
  first: string;
  last: string;
  text: string;
  range: SourceRange;
}

/** A bound that is a multiple of something: "at least 2 x the round duration". */
export interface StatedMultiple {
  /** At least, or else at most. */
  isLower: boolean;
  factor: number;
  /** Whether the factor is written; "at least the round duration" is once. */
  isWritten: boolean;
  /** "round duration". */
  thing: string;
  /** Longer words of the heading above and of the sentence before the bound. */
  words: string[];
  text: string;
  range: SourceRange;
}

/** How many steps a text says something has: "the 12-step boot sequence". */
export interface StatedStepCount {
  count: number;
  /** As written: "12", "twelve". */
  text: string;
  /** Of the number. */
  range: SourceRange;
  /** The sentence or the table row around it. */
  sentence: SourceRange;
  /** Slug of the section that it is said of: "the eight steps below"; absent where it is said of a document. */
  section?: string;
}

/** How many things of a name a text counts: "12 event types". */
export interface StatedCount {
  value: number;
  /** As written: "12", "twelve". */
  number: string;
  /** The noun in the singular with the word before it: "event type". */
  thing: string;
  /** As written: "event types". */
  things: string;
  /** Slug of the section that holds it. */
  section?: string;
  /** Of the number. */
  range: SourceRange;
}

/** The path of an HTTP endpoint. */
export interface Endpoint {
  path: string;
  range: SourceRange;
}

/** A name with a capital letter inside, and where prose writes it with other capitals. */
export interface OtherCapitals {
  name: string;
  /** How often the prose of the document writes it so. */
  count: number;
  others: {
    word: string;
    /** It begins a sentence, a cell or a heading. */
    isFirst: boolean;
    range: SourceRange;
  }[];
  /** The document writes it in small letters as well. */
  isWord: boolean;
}

/** Where a text lists the levels of a log or of alerts. */
export interface LevelList {
  levels: string[];
  range: SourceRange;
}

/** A level of a log line or an alert. */
export interface LevelUse {
  /** The first argument of a function, the value of a key, or a cell. */
  form: 'call' | 'key' | 'column';
  /** Of the function, key or column. */
  name: string;
  level: string;
  range: SourceRange;
}

export interface LevelFacts {
  lists: LevelList[];
  uses: LevelUse[];
}

/** Exit statuses of programs, as written. */
export interface ExitStatuses {
  /** Of each `exit` in the shell blocks. */
  inCode: string[];
  /** In prose, and in columns of that name; none is read where no code states one. */
  stated: { status: string; range: SourceRange }[];
  /** Rows of tables with such a column: the words of the row without the status. */
  rows: { status: string; words: string; range: SourceRange }[];
  /** Messages of the shell blocks, their words between placeholders, and the status of the next `exit` in the block. */
  printed: { parts: string[]; status: string; range: SourceRange }[];
}

/** A place where a script ends, directly behind a message that says how it went. */
export interface ScriptEnding {
  outcome: 'failure' | 'success';
  /** The words of the message. */
  message: string;
  /** Line of the message. */
  line: number;
  /** As written. */
  status: string;
  /** The place of the status. */
  range: SourceRange;
}

/** A message that a program prints: a string of its code, or where the text quotes one. */
export interface Message {
  /** As written, with its placeholders. */
  text: string;
  /** `quote`: a code span of the text; `output`: a line of a sample of a log. */
  where: 'code' | 'quote' | 'output';
  /** First line of the block that holds it. */
  block?: number;
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

export interface Suppression {
  rules: string[];
  reason: string;
  range: SourceRange;
  /** First and last line of the block below the comment: what is silenced. */
  line: number;
  endLine: number;
}

/** Everything read from one document, independent of all others: it can be kept while the file does not change. */
export interface DocumentFacts {
  path: string;
  /** The whole source. */
  source: string;
  /** Path below the root without extension: "14-edge-and-auto-scaling". */
  id: string;
  /** "14" where the set numbers its documents. */
  number?: string;
  /** The work that the document is a part of, and whether readers see that work as one page. */
  part?: { work: number; isJoined: boolean };
  /** The heading of the first level, else the title of the front matter, the first heading or the id. */
  title: string;
  titleRange: SourceRange;
  /** The title of the front matter, where a heading has another one. */
  otherTitle?: string;
  lines: number;
  /** Offset of the first character of each line. */
  lineStarts: readonly number[];
  words: number;
  /** What was too much to be read as Markdown; lines from 1. */
  cuts: { line: number; message: string }[];
  header: HeaderField[];
  footer: HeaderField[];
  sections: SectionFacts[];
  anchors: Anchor[];
  links: RawLink[];
  undefinedLabels: UndefinedLabel[];
  unclosedFences: UnclosedFence[];
  form: FormFacts;
  references: RawReference[];
  definitions: RawDefinition[];
  /** Paragraphs with numbers, in documents whose headings have none. */
  numberedParagraphs?: NumberedParagraph[];
  /** Paragraphs and items that are steps: "**Step 1**: …". */
  stepParagraphs?: NumberedParagraph[];
  tables: TableFacts[];
  codeValues: RawCodeValue[];
  /** Kept where the configuration says what they mean: numbered documents, definitions, counts or an overview. */
  codeBlocks: CodeBlock[];
  codeNames: CodeName[];
  objects: DataObject[];
  labels: Label[];
  /** Absent where no block is written in the shell. */
  shell?: ShellFacts;
  /** Names that prose calls functions. */
  functionsInProse: CodeUse[];
  /** Absent where no block defines a function. */
  functions?: DocumentFunctions;
  defaults: StatedDefault[];
  assignments: Assignment[];
  ports: Port[];
  messages: Message[];
  constants: Constants;

  levels: LevelFacts;
  limits: SectionLimits[];
  exitStatuses: ExitStatuses;
  endings: ScriptEnding[];
  orders: StatedOrder[];
  stepOrders: StatedStepOrder[];
  /** Lists of four or more names. */
  nameLists: CodeUse[][];
  demands: StatedDemand[];
  multiples: StatedMultiple[];
  stepCounts: StatedStepCount[];
  counts: StatedCount[];
  patterns: NamedPattern[];
  endpoints: Endpoint[];
  otherCapitals: OtherCapitals[];
  /** Kept where words in them are looked for later (`staleWords`, terms): a large folder has ten thousands. */
  units: ProseUnit[];
  claims: RawClaim[];
  suppressions: Suppression[];
}
