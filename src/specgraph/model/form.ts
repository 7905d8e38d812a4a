/** What the form of a document shows: rows, repetitions, code, and numbers that the document itself can confirm. */
import type { SourceRange } from './places.ts';
import type { CodeLanguage } from './sources.ts';

/** A table row that has not as many cells as its table has columns. */
export interface IrregularRow {
  range: SourceRange;
  cells: number;
  columns: number;
  /**
   * `text`: a line without a pipe that stands directly below the table and is shown as its last row.
   * `pipe`: pipes inside code spans end cells; `pipes` are their places.
   */
  cause?: 'text' | 'pipe';
  pipes: SourceRange[];
}

/** Lines written like a table and shown as text. */
export interface TableAsText {
  /** The line that is wrong: the ruler that does not fit, or the first line. */
  range: SourceRange;
  /** `ruler`: it does not fit its header. `cut-off`: rows of the table above, behind a blank line. */
  cause: 'ruler' | 'no-ruler' | 'no-header' | 'cut-off';
  /** Cells of the header, or of the first row. */
  columns: number;
  /** Columns of the ruler, where it is wrong. */
  ruled?: number;
}

/** Something that stands twice: the second place, and the first one. */
export interface Repeat {
  kind: 'row' | 'paragraph' | 'heading';
  range: SourceRange;
  first: SourceRange;
  /** Its words. */
  text: string;
  /** Whether nothing stands between the two. */
  isAdjacent: boolean;
}

/** A number of a list item or a table row that does not count on. */
export interface Misnumbered {
  kind: 'item' | 'row';
  /** Of the number. */
  range: SourceRange;
  written: string;
  expected: string;
  /** It stands before the next one, `expected`, and belongs behind it. */
  isExchanged?: true;
}

/** A result of written arithmetic that is not what its numbers give. */
export interface WrongResult {
  /** Of the result. */
  range: SourceRange;
  written: string;
  /** The numbers as written: "3 x 60 s", "15 of 20", "the 4 rows above". */
  calculation: string;
  expected: string;
}

/** A number that announces items, where another number of them follows. */
export interface AnnouncedCount {
  /** Of the number. */
  range: SourceRange;
  /** As written, with what it counts: "four reasons". */
  words: string;
  value: number;
  /** Items of the list, rows of the table, lines of the code, or parts of the sentence. */
  counted: number;
  below: 'list' | 'table' | 'code' | 'sentence';
  /** What was counted. */
  place: SourceRange;
}

/** A code block that does not parse in the language that it names. */
export interface CodeError {
  /** From the first place that does not parse to the end of its line. */
  range: SourceRange;
  language: CodeLanguage;
  /** What is wrong, as a clause: "a comma is missing". */
  reason: string;
}

/** See the modules of the same names in extract/form. */
/** An item that an enumeration has named before. */
export interface RepeatedItem {
  text: string;
  range: SourceRange;
}

export interface FormFacts {
  irregularRows: IrregularRow[];
  tablesAsText: TableAsText[];
  repeats: Repeat[];
  repeatedItems: RepeatedItem[];
  misnumbered: Misnumbered[];
  wrongResults: WrongResult[];
  announcedCounts: AnnouncedCount[];
  codeErrors: CodeError[];
}
