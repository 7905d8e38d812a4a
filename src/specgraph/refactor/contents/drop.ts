/** Takes the entries of sections that go out of the tables of contents. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import type { GraphView } from '../../view.ts';
import type { TextChanges } from '../text-changes.ts';
import { contentsOf, type Contents } from './entries.ts';
import { indentOf, type ContentsEntry } from './read-entry.ts';

/**
 * @param changes the lines are removed in them
 * @param facts the document of the sections
 * @returns the entries that are removed; one stays where an entry of a section that does not go stands below it
 */
export function dropEntries(
  changes: TextChanges,
  facts: DocumentFacts,
  sections: ReadonlySet<SectionFacts>,
  graph: GraphView,
): ContentsEntry[] {
  return graph.documents.flatMap((holder) =>
    contentsOf(holder, graph)
      .filter(([entry]) => entry.facts === facts)
      .flatMap((run) => {
        const dropped = new Set(run.filter((_, i) => goes(run, i, sections)));
        for (const [i, entry] of run.entries())
          if (dropped.has(entry))
            changes.add(holder.path, { ...linesOf(run, i, dropped), text: '', sort: 'contents entry' });
        return [...dropped];
      }),
  );
}

function goes(run: Contents, index: number, sections: ReadonlySet<SectionFacts>): boolean {
  const entry = run[index];
  const below = run.slice(index + 1);
  const end = below.findIndex((one) => indentOf(one) <= indentOf(entry));
  const nested = end < 0 ? below : below.slice(0, end);
  return sections.has(entry.section) && nested.every(({ section }) => sections.has(section));
}

/** The line with the blank lines before it; where no entry stays before it, with those behind it. */
function linesOf(
  run: Contents,
  index: number,
  dropped: ReadonlySet<ContentsEntry>,
): { start: number; end: number } {
  const { line, holder } = run[index];
  const startOf = (number: number): number => holder.lineStarts[number - 1] ?? holder.source.length;
  const isFirst = run.slice(0, index).every((entry) => dropped.has(entry));
  if (!isFirst) return { start: startOf(run[index - 1].line + 1), end: startOf(line + 1) };
  return { start: startOf(line), end: startOf(run[index + 1]?.line ?? line + 1) };
}
