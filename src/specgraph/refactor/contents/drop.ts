/** Takes the entries of sections that go out of the tables of contents of their document. */
import type { DocumentFacts, SectionFacts } from '../../model/index.ts';
import type { TextChanges } from '../text-changes.ts';
import { contentsOf, indentOf, type ContentsEntry } from './entries.ts';

/**
 * @param changes the lines are removed in them
 * @returns the entries that are removed; one stays where an entry of a section that does not go stands below it
 */
export function dropEntries(
  changes: TextChanges,
  facts: DocumentFacts,
  sections: ReadonlySet<SectionFacts>,
): ContentsEntry[] {
  const dropped = contentsOf(facts).flatMap((run) =>
    run.filter((entry, i) => {
      const below = run.slice(i + 1);
      const end = below.findIndex((one) => indentOf(one) <= indentOf(entry));
      const nested = end < 0 ? below : below.slice(0, end);
      return sections.has(entry.section) && nested.every(({ section }) => sections.has(section));
    }),
  );
  for (const { line } of dropped) {
    const start = facts.lineStarts[line - 1];
    const end = facts.lineStarts[line] ?? facts.source.length;
    changes.add(facts.path, { start, end, text: '', sort: 'contents entry' });
  }
  return dropped;
}
