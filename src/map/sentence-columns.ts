/** The sentences of all references as they are fetched: columns are smaller than rows. Pure. */
import type { MapSentences, SentenceReference } from './model.ts';

export interface SentenceColumns extends Omit<MapSentences, 'references'> {
  /** A column for each part of a reference. */
  references: number[][];
}

/** Of these parts only the difference to the reference before is written: neighbours stand in the same line or the next. */
const DIFFERENCES: readonly boolean[] = [true, false, true, true, false, false];

export function sentenceColumns({ references, ...rest }: MapSentences): SentenceColumns {
  const columns = DIFFERENCES.map((isDifference, part) =>
    references.map((row, i) => row[part] - (isDifference && i > 0 ? references[i - 1][part] : 0)),
  );
  return { ...rest, references: columns };
}

export function sentenceRows({ references: columns, ...rest }: SentenceColumns): MapSentences {
  const last = columns.map(() => 0);
  const references = columns[0].map((_, i) => {
    columns.forEach((column, part) => (last[part] = column[i] + (DIFFERENCES[part] ? last[part] : 0)));
    return [...last] as unknown as SentenceReference;
  });
  return { ...rest, references };
}
