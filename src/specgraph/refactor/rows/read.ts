/** Reads the mentions of the rows whose numbers change, in all documents. */
import type { GraphEdge } from '../../model/index.ts';
import { isHistorical } from '../history.ts';
import { readText } from '../read-text.ts';
import type { After, Before } from '../state.ts';
import { changedTables } from './changed.ts';
import { rowMentions, type RowMention } from './mentions.ts';
import type { DocumentFacts } from '../../model/index.ts';

/** What every mention contains; most documents have none. */
const MAY_MENTION = /(?:\b(?:rows?|lines?|items?|entry|entries|steps?|nos?\.|nr\.)\s+|#)[\d(a-z]/i;

export interface PlacedMention extends RowMention {
  facts: DocumentFacts;
}

export function mentionsOfChangedRows(before: Before, after: After): PlacedMention[] {
  const changed = changedTables(before, after);
  if (changed.length === 0) return [];
  const edges = Map.groupBy(
    before.graph.edges.filter(({ resolved, range }) => resolved && range),
    ({ range }): string => range!.file,
  );
  return before.graph.documents.flatMap((facts) => {
    const own: GraphEdge[] = edges.get(facts.path) ?? [];
    if (after.isRemoved(facts) || !MAY_MENTION.test(facts.source)) return [];
    return rowMentions(readText(facts), own, changed, before)
      .filter(({ span: { start } }) => after.changed.locate(facts.path, start) !== undefined)
      .filter(({ range }) => !isHistorical(range, 'prose', facts))
      .map((mention) => ({ facts, ...mention }));
  });
}
