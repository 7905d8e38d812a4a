/** Judges the members of "Sections 6-9" together: one range, one finding, one correction of both ends. */
import type { Edit, GraphEdge, SourceRange, StaleReference } from '../model/index.ts';
import { lineIndex } from '../parse/line-index.ts';
import type { GraphView } from '../view.ts';
import type { PlacedSection, RevisionComparison } from './compare.ts';

/** A reference whose target is known in both revisions. */
export interface Followed {
  edge: GraphEdge;
  /** The number of its target in the base revision, and now. */
  number?: string;
  numberNow?: string;
  /** Its target now; absent where that was removed, or is no section. */
  now?: PlacedSection;
  /** What is wrong with it; absent where it is right. */
  stale?: Omit<StaleReference, 'edge' | 'corrections'>;
  /** Whether the sentence is the same in both revisions. */
  isUnchanged: boolean;
}

/** The end of a range in a text: "6-9", "6 to 9", "6 through 9". */
const RANGE = /([\w.]+)(\s*(?:[-–—]|to|through)\s*)([\w.]+)$/;

interface Range {
  first: Followed;
  last: Followed;
  members: readonly Followed[];
  /** Where the two numbers stand. */
  firstAt: SourceRange;
  lastAt: SourceRange;
}

/**
 * @returns for each member of a range its edits, or undefined where another member reports the range; references outside
 *   of ranges are not in the map
 */
export function judgeRanges(
  references: readonly Followed[],
  graph: GraphView,
  isOld: RevisionComparison['isOld'],
): Map<Followed, Edit[] | undefined> {
  const judged = new Map<Followed, Edit[] | undefined>();
  for (const range of rangesOf(references, graph)) {
    const { first, last, members } = range;
    const isTogether = staysTogether(range, isOld);
    const reporter = last.stale ? last : first;
    for (const member of members)
      judged.set(member, isTogether ? (member === reporter ? corrections(range) : undefined) : []);
  }
  return judged;
}

function corrections({ first, last, firstAt, lastAt }: Range): Edit[] {
  const ends = [
    { end: first, range: firstAt },
    { end: last, range: lastAt },
  ];
  if (!ends.every(({ end }) => end.isUnchanged && end.numberNow !== undefined)) return [];
  return ends.flatMap(({ end, range }) =>
    end.number === end.numberNow ? [] : [{ range, text: end.numberNow! }],
  );
}

/**
 * Whether the members still are the sections from the first to the last, in one document; new sections may stand between
 * them.
 */
function staysTogether({ first, last, members }: Range, isOld: RevisionComparison['isOld']): boolean {
  const [from, to] = [first.now, last.now];
  if (!from || !to || from.facts !== to.facts) return false;
  const between = from.facts.sections.filter(
    ({ depth, range }) =>
      depth === from.section.depth &&
      range.line >= from.section.range.line &&
      range.line <= to.section.range.line,
  );
  const sections = new Set(members.map(({ now }) => now?.section));
  return (
    between.length >= sections.size && between.every((section) => sections.has(section) || !isOld(section))
  );
}

/** The members of one range have the same place in the text. */
function* rangesOf(references: readonly Followed[], graph: GraphView): Iterable<Range> {
  const byPlace = Map.groupBy(
    references.filter(({ edge }) => edge.url === undefined),
    ({ edge: { range } }) => JSON.stringify(range),
  );
  for (const members of byPlace.values()) {
    const { range } = members[0].edge;
    const source = graph.document(range!.file)?.source;
    if (members.length < 2 || source === undefined) continue;
    const lines = lineIndex(range!.file, source);
    const start = lines.starts[range!.line - 1] + range!.column - 1;
    const end = lines.starts[range!.endLine - 1] + range!.endColumn - 1;
    const [, from, sign, to] = RANGE.exec(source.slice(start, end)) ?? [];
    const first = members.find(({ number }) => number === from);
    const last = members.find(({ number }) => number === to);
    if (!first || !last) continue;
    const lastStart = end - to.length;
    const firstStart = lastStart - sign.length - from.length;
    yield {
      first,
      last,
      members,
      firstAt: lines.range(firstStart, firstStart + from.length),
      lastAt: lines.range(lastStart, end),
    };
  }
}
