/** The words of all built-in kinds that stand before a number or letter: "Section 6d", "Step 7b", "Phase 9". */
import { BUILT_IN_KINDS, type Kind, type Series } from './index.ts';
import { phaseKind } from './phase.ts';
import { sectionKind } from './section.ts';
import { stepKind } from './step.ts';

export type { NumberForm } from './kind.ts';

/** One series of words with the kind of the references that it makes. */
export interface NumberedKind extends Series {
  kind: 'section' | 'step' | 'phase';
}

export const NUMBERED_KINDS: readonly NumberedKind[] = [sectionKind, stepKind, phaseKind].flatMap(
  ({ id, series }) => series.map((words) => ({ kind: id as NumberedKind['kind'], ...words })),
);

/** Words that stand before a number and announce no reference that is read. */
const OTHER_WORDS = ['example', 'item', 'items', 'line', 'lines', 'page'];

/** Every word that can stand directly before a number and is no title of another work. */
export const KIND_WORDS: ReadonlySet<string> = new Set([
  ...BUILT_IN_KINDS.flatMap(({ series }: Kind) =>
    series.flatMap(({ singular, plural }) => [...singular, ...plural]),
  ),
  ...OTHER_WORDS,
]);
