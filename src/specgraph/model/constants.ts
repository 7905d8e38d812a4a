/** Values that a text states of other things than defined names: versions of products, rights of files, quantities. */
import type { SourceRange } from './places.ts';

/** The version of a product: "Ubuntu 24.04". Sizes of keys ("RSA 4096") and hashes of signatures are stated in the same way. */
export interface StatedVersion {
  /** A version where absent. */
  of?: 'version' | 'key size' | 'hash';
  /** Whether a program reads it: `torch==2.5.1`, `prettier@3.4.2`, `genrsa 4096`. */
  isPinned?: boolean;
  /** The product as written: "Ubuntu", "example/server"; "" where the text names none beside it. */
  subject: string;
  /** Numbers joined by dots: "24.04". */
  value: string;
  /** Whether the sentence speaks of another version on purpose: "since", "instead of", "or later". */
  isOnPurpose: boolean;
  /** Of the value. */
  range: SourceRange;
}

/** The mode or the owner of a file: "`ca.key`, mode 0600". */
export interface StatedPermission {
  kind: 'mode' | 'owner';
  /** Path of the file as written; "" where the text names none. */
  file: string;
  /** "0600", or "root:root". */
  value: string;
  /** Of the value. */
  range: SourceRange;
}

/** A number of five or six digits. */
export interface LongNumber {
  value: string;
  /** Whether it is the number of a user or a group. */
  isUserId: boolean;
  range: SourceRange;
}

/** A number of four to six digits, or an address with a port, and the words around it. */
export interface Literal {
  kind: 'number' | 'address';
  value: string;
  /** The words of its sentences, its row or its line of code. */
  words: readonly string[];
  /** First line of the code block that it stands in. */
  block?: number;
  range: SourceRange;
}

/** A port with the words directly before it: "Fleet API". */
export interface LabelledPort {
  label: string;
  port: string;
  /** Of the port. */
  range: SourceRange;
}

/** The range of numbers that a name may have. */
export interface NamedRange {
  /** Of a variable, or the key or short form that stands in code. */
  name: string;
  /** The bounds as written. */
  low: string;
  high: string;
  /** From the low bound to the high one. */
  range: SourceRange;
}

/** What a sentence offers to choose from. */
export interface OptionList {
  /** As written, in their order. */
  items: string[];
  /** Whether the words before it say that it has all: "valid options". */
  isWhole: boolean;
  /** Whether it says what a value is: "is `json`, `text` or `xml`", or the same at the head of a cell. */
  isDefining: boolean;
  text: string;
  range: SourceRange;
}

/** A number with a unit, or with the noun of what it counts. */
export interface Quantity {
  /** "time", "size", or the noun: "attempts". */
  dimension: string;
  /** As written, a range with a hyphen: "20-35". */
  number: string;
  /** In one form for all ways to write it: "s", "GB". */
  unit: string;
  /** In milliseconds, bytes or pieces; a range with a hyphen. */
  value: string;
  /** As written: "20-35 seconds". */
  text: string;
  /** The words of its sentence or row that say what it is about. */
  words: readonly string[];
  /** Number of its sentence or row in the document. */
  sentence: number;
  /** Slug of the section that holds its table, of a quantity in a row. */
  table?: string;
  range: SourceRange;
}

/** See the modules of extract/constants. */
export interface Constants {
  versions: StatedVersion[];
  permissions: StatedPermission[];
  longNumbers: LongNumber[];
  literals: Literal[];
  labelledPorts: LabelledPort[];
  ranges: NamedRange[];
  options: OptionList[];
  quantities: Quantity[];
}

/**
 * What a limit limits: the time between two attempts, the time or number of all, one of them, their number, or what the
 * setting of a unit file sets.
 */
export type LimitKind = 'pause' | 'bound' | 'timeout' | 'attempts' | 'setting';

/** A limit that prose states: "at most 60 seconds", "after 30 attempts". */
export interface StatedLimit {
  kind: LimitKind;
  /** Seconds; for attempts their number. */
  value: number;
  /** The only setting that the sentence names in a code span: `ExecStop`. */
  key?: string;
  /** The commands that the sentence holds as code. */
  quoted: string[];
  text: string;
  /** Of the sentence. */
  line: number;
  range: SourceRange;
}

/** A limit in code: `sleep 1`, `((waited >= 60))`. */
export interface CodedLimit {
  kind: LimitKind;
  value: number;
  text: string;
  /** Of the number. */
  range: SourceRange;
}

/** A limit in a message, and the one that the code before it has. */
export interface PrintedLimit {
  value: number;
  text: string;
  range: SourceRange;
  coded: CodedLimit;
}

/** The limits of one section. */
export interface SectionLimits {
  /** Slug. */
  section: string;
  stated: StatedLimit[];
  /** Durations (in seconds) and numbers of attempts of its prose. */
  said: number[];
  coded: CodedLimit[];
  /** Limits that messages in its code state behind such a limit of the same block: `log "No answer after 60 s"`. */
  printed: PrintedLimit[];
  /** Numbers of its code outside of messages and comments. */
  numbers: number[];
  /** Its code. */
  code: string;
  /** Lines of unit files: `RestartSec=10`. */
  settings: { name: string; numbers: number[]; text: string; range: SourceRange }[];
}
