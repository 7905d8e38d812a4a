import type { Kind } from '../kinds/index.ts';
import { normalId } from '../kinds/ids.ts';
import type { DocumentFacts, RawDefinition } from '../model/index.ts';
import type { Rule } from './rule.ts';

/**
 * Only definitions of the same form are compared: a message may have a heading and a row in a list of all messages.
 */
export const duplicateDefinition: Rule = {
  id: 'duplicate-definition',
  group: 'kinds',
  severity: 'error',
  summary: 'An id is defined once',
  *check(graph) {
    for (const kind of graph.kinds) {
      if (!kind.checks.includes('duplicate')) continue;
      for (const [first, ...others] of sameIds(kind, graph.documents)) {
        for (const { range, id } of others) {
          yield {
            at: range,
            message: `The ${kind.name.one} "${id}" is defined twice.`,
            related: [{ at: first.range, note: 'the first definition' }],
          };
        }
      }
    }
  },
};

/** Definitions of one id, in reading order. */
function sameIds(kind: Kind, documents: readonly DocumentFacts[]): RawDefinition[][] {
  const all = documents.flatMap((document) =>
    document.definitions
      .filter((definition) => definition.kind === kind.id)
      .map((definition) => ({ definition, document })),
  );
  const groups = Map.groupBy(
    all,
    ({ definition, document }) =>
      `${kind.scope === 'set' ? '' : document.id}\n${definition.form}\n${normalId(definition.id, kind)}`,
  );
  return [...groups.values()].map((group) => group.map(({ definition }) => definition));
}
