import { labelOfId, type Kind } from '../kinds/index.ts';
import type { DocumentFacts, RawDefinition } from '../model/index.ts';
import { joinWords } from '../text/lists.ts';
import type { Rule } from './rule.ts';

/** More numbers are not missing: the numbers are assigned elsewhere, or count by hundreds. */
const MAX_MISSING = 3;

export const numberingGap: Rule = {
  id: 'numbering-gap',
  group: 'kinds',
  severity: 'warn',
  summary: 'Numbered things count on without a gap',
  *check(graph) {
    for (const kind of graph.kinds) {
      if (!kind.checks.includes('gaps')) continue;
      for (const [before, after] of neighbours(kind, graph.documents)) {
        const missing = numbersBetween(before.last, after.number);
        if (missing.length === 0 || missing.length > MAX_MISSING) continue;
        const label = (number: number): string => labelOfId(kind, String(number));
        yield {
          at: after.definition.range,
          message: `${label(after.number)} follows ${label(before.last)}: ${joinWords(missing.map(label))} ${missing.length > 1 ? 'are' : 'is'} missing.`,
          related: [{ at: before.definition.range, note: label(before.last) }],
        };
      }
    }
  },
};

interface Numbered {
  number: number;
  /** The last number of a range; else the same number. */
  last: number;
  definition: RawDefinition;
}

/** Definitions whose numbers are next to each other, within each document or the whole set. */
function neighbours(kind: Kind, documents: readonly DocumentFacts[]): [Numbered, Numbered][] {
  const all = documents.flatMap((document) =>
    document.definitions
      .filter((one) => one.kind === kind.id && /^\d+$/.test(one.id))
      .map((definition) => ({
        number: Number(definition.id),
        last: Number(definition.last ?? definition.id),
        definition,
        document,
      })),
  );
  const scopes = Map.groupBy(all, ({ document }) => (kind.scope === 'set' ? '' : document.id));
  return [...scopes.values()].flatMap((group) => {
    const inOrder = group.toSorted((a, b) => a.number - b.number);
    return inOrder.slice(1).map((after, i): [Numbered, Numbered] => [inOrder[i], after]);
  });
}

function numbersBetween(low: number, high: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.min(high - low - 1, MAX_MISSING + 1)) },
    (_, i) => low + 1 + i,
  );
}
