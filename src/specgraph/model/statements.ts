/** What a document states: values, orders, counts, names in code. */
import type { SourceRange } from './places.ts';

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
  /** Code looks the name up as a key: `cfg.get("retries", 5)`. */
  isKey?: true;
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
