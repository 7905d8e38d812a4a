/** How a list of numbers is written of which some are sections of another document now. */
import { phaseKind } from '../../kinds/phase.ts';
import { wordsBetweenLists, type Connective } from '../connectives.ts';
import { spanOf, type Span } from '../headings.ts';
import type { PlacedList } from './number-lists.ts';

/** A text in the place of another one. */
export interface Spelling extends Span {
  text: string;
}

/** The two lists that one becomes, and what names their documents. */
interface SplitList {
  stayed: string;
  moved: string;
  here: string;
  there: string;
  /** Of the list before. */
  connective: Connective;
}

/**
 * The ways to write both lists, the best first.
 * @param endOfOwner where the document is named behind the list, the end of its name: "Sections 6-9 of spec/08"
 */
export function splitSpellings(
  list: PlacedList,
  { stayed, moved, here, there, connective }: SplitList,
  endOfOwner?: number,
): Spelling[][] {
  const { start, end, pointers } = list;
  const endOfRemark = endOfPhase(list, endOfOwner ?? end) ?? endOfOwner ?? end;
  const remark = pointers.facts.source.slice(end, endOfRemark);
  const between = wordsBetweenLists(connective);
  const joined = [{ start, end: endOfRemark, text: `${stayed}${remark}${between}${moved} of ${there}` }];
  const conjunction = connective === 'or' ? 'or' : 'and';
  if (endOfOwner !== undefined) return [joined];
  return [
    joined,
    [{ start, end, text: `${moved} of ${there}, ${conjunction} ${stayed} of ${here}` }],
    [{ start, end, text: `${stayed} of ${here}, ${conjunction} ${moved} of ${there}` }],
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
