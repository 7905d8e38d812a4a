/** What the form of a document shows, whatever it is about. */
import type { FormFacts, SectionFacts, UnclosedFence } from '../../model/index.ts';
import type { LineIndex } from '../../parse/line-index.ts';
import type { Parts } from '../../parse/markdown.ts';
import type { JudgeCode } from '../document-memory.ts';
import type { FlatUnit } from '../prose.ts';
import { extractAnnouncedCounts } from './announced-counts.ts';
import { extractWrongResults } from './calculations.ts';
import { extractCodeErrors } from './code-errors.ts';
import { extractUnequalQuantities } from './equal-quantities.ts';
import { extractWrongExamples } from './formulas.ts';
import { extractHeaderCounts } from './header-counts.ts';
import { extractMisnumbered } from './misnumbered.ts';
import { extractRepeatedItems } from './repeated-items.ts';
import { extractRepeats } from './repeats.ts';
import { extractBrokenSequences } from './sequences.ts';
import { extractWrongSums } from './sums.ts';
import { extractIrregularRows } from './table-rows.ts';
import { extractTablesAsText } from './tables-as-text.ts';
import { extractWrongTotals } from './totals.ts';

export function extractForm(
  parts: Parts,
  sections: readonly SectionFacts[],
  units: readonly FlatUnit[],
  unclosedFences: readonly UnclosedFence[],
  judgeCode: JudgeCode,
  source: string,
  index: LineIndex,
): FormFacts {
  return {
    irregularRows: extractIrregularRows(parts, source, index),
    tablesAsText: extractTablesAsText(parts, source, index),
    repeats: extractRepeats(parts, sections, source, index),
    repeatedItems: extractRepeatedItems(units),
    codeErrors: extractCodeErrors(parts, judgeCode, unclosedFences, source, index),
    announcedCounts: [
      ...extractAnnouncedCounts(parts, units, index),
      ...extractHeaderCounts(parts, units, index),
    ],
    misnumbered: extractMisnumbered(parts, source, index),
    wrongResults: [
      ...extractWrongResults(units),
      ...extractUnequalQuantities(units),
      ...extractWrongTotals(parts, index),
      ...extractWrongSums(parts, units, index),
      ...extractWrongExamples(units),
      ...extractBrokenSequences(units),
    ],
  };
}
