/** The data of the matrix view, as the build writes it and the browser reads it. */
/** A contract's promise that one document refers to another. */
export interface MatrixDemand {
  /** Ids of the documents. */
  from: string;
  to: string;
  /** The promise in words. */
  text: string;
  ok: boolean;
  /** Where it is promised: "Phase 9" and its page, or the file of the contract. */
  by: string;
  url?: string;
}

/** A sentence of one document that refers to another; it is listed once with all its targets. */
export interface MatrixSentence {
  /** "spec/03:712". */
  place: string;
  url: string;
  /** The sentence in three pieces, with the referring words in the middle. */
  pieces: [before: string, words: string, after: string];
  targets: { label: string; url: string }[];
}

export interface MatrixData {
  demands: MatrixDemand[];
  /** By "from to". */
  sentences: Record<string, MatrixSentence[]>;
}
