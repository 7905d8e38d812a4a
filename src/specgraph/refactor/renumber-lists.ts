/**
 * Writes the numbers of an ordered list as a page shows them: Markdown counts on from the first one, whatever the others
 * say. Prose such as "step 3" is about what is shown, and stays.
 */
import type { DocumentFacts } from '../model/index.ts';
import { parseDocument, partsOf } from '../parse/markdown.ts';
import { spanOf } from './headings.ts';
import type { Draft } from './state.ts';

/** Only lists whose numbers `misnumbered-item` finds wrong: "1. 1. 1." is a way to write a list. */
export function renumberLists(draft: Draft, facts: DocumentFacts): void {
  const wrong = facts.form.misnumbered
    .filter(({ kind }) => kind === 'item')
    .map(({ range }) => spanOf(facts, range).start);
  if (wrong.length === 0) return;
  for (const { start: first, children } of partsOf(parseDocument(facts.path, facts.source).root).lists) {
    const starts = children.map(({ position }) => position!.start.offset!);
    if (!starts.some((start) => wrong.includes(start))) continue;
    const numbers = starts.map((start, i) => ({
      start,
      written: /^\d+/.exec(facts.source.slice(start, start + 9))![0],
      shown: String(first! + i),
    }));
    // A number of other length would need another indentation of all that its item holds.
    if (numbers.some(({ written, shown }) => written.length !== shown.length)) continue;
    for (const { start, written, shown } of numbers)
      if (written !== shown)
        draft.changes.add(facts.path, {
          start,
          end: start + written.length,
          text: shown,
          sort: 'list item',
        });
  }
}
