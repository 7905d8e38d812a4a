/** The words of the built-in kinds that stand before a number or letter: "Section 6d", "Step 7b", "Phase 9". */
import { BUILT_IN_KINDS, type Kind, type Series } from './index.ts';
import { sectionKind } from './section.ts';

export type { NumberForm } from './kind.ts';

/** One series of words with the kind of the references that it makes. */
export interface NumberedKind extends Series, Pick<Kind, 'isAction'> {
  /** Id of the kind. */
  kind: string;
  /** Whether a document owns the number: "Section 6" of spec/03, but one "Phase 9" for the whole set. */
  isOfDocument: boolean;
  /** Captions have the numbers, and not headings: "Table 3". */
  isOfCaptions: boolean;
}

export const NUMBERED_KINDS: readonly NumberedKind[] = BUILT_IN_KINDS.flatMap(
  ({ id, isAction, scope, series, definitions }) =>
    series.map((words) => ({
      kind: id,
      isAction,
      isOfDocument: scope !== 'set',
      isOfCaptions: definitions.some(({ from }) => from === 'captions'),
      ...words,
    })),
);

/** Series of the headings that begin with a bare number: "3. Rules". */
export const PLAIN_SERIES = sectionKind.series[0].series;

/** Series of the headings that begin with a letter: "Appendix A". */
export const LETTER_SERIES = sectionKind.series.find(({ forms }) => forms[0] === 'letters')!.series;

/** @returns "Section 4.2", or "Appendix A" for a number that begins with a letter */
export function nameOfNumber(number: string): string {
  const series = /^[A-Z]/.test(number) ? LETTER_SERIES : PLAIN_SERIES;
  return `${series[0].toUpperCase()}${series.slice(1)} ${number}`;
}

/** Words that stand before a number and announce no reference that is read. */
const OTHER_WORDS = ['example', 'item', 'items', 'line', 'lines', 'page'];

/** Every word that can stand directly before a number and is no title of another work. */
export const KIND_WORDS: ReadonlySet<string> = new Set([
  ...BUILT_IN_KINDS.flatMap(({ series }: Kind) =>
    series.flatMap(({ singular, plural }) => [...singular, ...plural]),
  ),
  ...OTHER_WORDS,
]);
