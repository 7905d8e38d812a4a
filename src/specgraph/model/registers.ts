/** Tables whose rows each describe one thing. */
export interface RegisterTable {
  /** Words of the headings. */
  header: string[];
  rows: RegisterCell[][];
}

export interface RegisterCell {
  /** The words; undefined where they are too long to be one value. */
  text?: string;
  /** Offsets into the source, UTF-16 units. */
  start: number;
  end: number;
}
