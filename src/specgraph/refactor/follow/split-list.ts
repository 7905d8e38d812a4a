/** How a list of numbers is written of which some are sections of another document now. */
import { phaseKind } from '../../kinds/phase.ts';
import { spanOf, type Span } from '../headings.ts';
import type { PlacedList } from './number-lists.ts';

/** A text in the place of another one. */
export interface Spelling extends Span {
  text: string;
}

/** Joins two lists of numbers of which each has its own document: " and " would make them one list. */
export const BETWEEN_LISTS = ' as well as ';

/** The two lists that one becomes, and what names their documents. */
interface SplitList {
  stayed: string;
  moved: string;
  here: string;
  there: string;
}

/**
 * The ways to write both lists, the best first.
 * @param endOfOwner where the document is named behind the list, the end of its name: "Sections 6-9 of spec/08"
 */
export function splitSpellings(
  list: PlacedList,
  { stayed, moved, here, there }: SplitList,
  endOfOwner?: number,
): Spelling[][] {
  const { start, end, pointers } = list;
  const endOfRemark = endOfPhase(list, endOfOwner ?? end) ?? endOfOwner ?? end;
  const remark = pointers.facts.source.slice(end, endOfRemark);
  const joined = [
    { start, end: endOfRemark, text: `${stayed}${remark}${BETWEEN_LISTS}${moved} of ${there}` },
  ];
  if (endOfOwner !== undefined) return [joined];
  return [
    joined,
    [{ start, end, text: `${moved} of ${there}, and ${stayed} of ${here}` }],
    [{ start, end, text: `${stayed} of ${here}, and ${moved} of ${there}` }],
  ];
}

/**
 * Where the phase ends that stands in brackets behind the list: "[the document](a.md), Sections 6-9 (Phase 9)". It is said
 * of the document of the list, and would be said of another one behind which it stood.
 */
function endOfPhase({ pointers: { facts, references } }: PlacedList, end: number): number | undefined {
  const phase = references.find(
    ({ reference }) => reference.kind === phaseKind.id && spanOf(facts, reference.range).start === end + 2,
  );
  if (!phase || !facts.source.startsWith(' (', end)) return undefined;
  const last = spanOf(facts, phase.reference.range).end;
  return facts.source[last] === ')' ? last + 1 : undefined;
}
