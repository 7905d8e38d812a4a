/** How a list of numbers is written of which some are sections of another document now. */
import { phaseKind } from '../../kinds/phase.ts';
import { wordsBetweenLists, type Connective } from '../connectives.ts';
import { spanOf, type Span } from '../headings.ts';
import type { PlacedList } from './number-lists.ts';
import type { OwnerPhrase } from './owner-phrase.ts';

/** A text in the place of another one. */
export interface Spelling extends Span {
  text: string;
}

/** The two lists that one becomes, and what names their documents. */
interface SplitList {
  stayed: string;
  moved: string;
  here: string;
  /** Absent where the words already look there. */
  there?: string;
  /** Of the list before. */
  connective: Connective;
}

/**
 * The ways to write both lists, the best first.
 * @param phrase what names the document of the list, and the name as it is written now
 */
export function splitSpellings(
  list: PlacedList,
  { stayed, moved, here, there, connective }: SplitList,
  phrase?: OwnerPhrase & { text: string },
): Spelling[][] {
  const { start, end, pointers } = list;
  const isBehind = phrase !== undefined && phrase.whole.start === end;
  const endOfOwner = isBehind ? phrase.whole.end : end;
  const endOfRemark = endOfPhase(list, endOfOwner) ?? endOfOwner;
  const { source } = pointers.facts;
  const name = isBehind ? source.slice(end, phrase.name.start) + phrase.text : '';
  const remark = name + source.slice(endOfOwner, endOfRemark);
  const between = wordsBetweenLists(connective);
  const ofThere = there === undefined ? '' : ` of ${there}`;
  // A link before the list keeps its document, though its section may have gone.
  const from = phrase?.link && !isBehind ? phrase.name.start : start;
  const ahead = from < start ? phrase!.text + source.slice(phrase!.name.end, start) : '';
  const spelling = (text: string, to: number): Spelling[] => [{ start: from, end: to, text: ahead + text }];
  const joined = spelling(`${stayed}${remark}${between}${moved}${ofThere}`, endOfRemark);
  if (isBehind) return [joined];
  const conjunction = connective === 'or' ? 'or' : 'and';
  const apart = [`${stayed} of ${here}`, `${moved} of ${there ?? here}`];
  return [
    joined,
    ...(there === undefined
      ? [spelling(`${stayed}${remark}${between}${moved} of ${here}`, endOfRemark)]
      : []),
    spelling(apart.toReversed().join(`, ${conjunction} `), end),
    spelling(apart.join(`, ${conjunction} `), end),
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
