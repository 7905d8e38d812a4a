/** Places in files. Lines and columns are 1-based; columns count UTF-16 code units; ends are exclusive. */

/** A stretch of a source file. */
export interface SourceRange {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** A line of a file. */
export interface Place {
  file: string;
  line: number;
}

/** Keys that lead from the whole configuration to a value in it, such as `['overview', 'column']`. */
export type ConfigPath = readonly (string | number)[];
