/**
 * Names of documents in sentences with a number that is one of another document now: "spec/02 says so in Section 2 of this
 * document" leads to the right section, but says it of the wrong document.
 */
import type { DocumentFacts } from '../../model/index.ts';
import { groupsOf, placedList } from '../follow/number-lists.ts';
import { nameFurtherAhead } from '../follow/owner-phrase.ts';
import type { Pointers } from '../follow/read-pointers.ts';
import { looksElsewhere } from '../follow/staying.ts';
import type { Span } from '../headings.ts';
import type { Outcome } from '../outcome.ts';
import { createNodeNamer } from '../../query/question.ts';
import { nodeId } from '../../resolve/ids.ts';
import type { Before } from '../state.ts';

export interface NameOfLeaving {
  facts: DocumentFacts;
  span: Span;
  /** The name as it is written. */
  number: string;
  now: string;
}

export function namesOfLeaving(
  { documents }: Pointers,
  before: Before,
  { after, graph }: Outcome,
): NameOfLeaving[] {
  const nameOf = createNodeNamer(graph);
  return documents.flatMap((pointers) =>
    groupsOf(pointers).flatMap((group): NameOfLeaving[] => {
      const list = placedList(group, pointers, before, after);
      if (!list || !looksElsewhere(list, after)) return [];
      const span = nameFurtherAhead(list, before);
      const owner = list.members.find((member) => member.owner && member.owner !== member.ownerBefore)?.owner;
      const { facts } = pointers;
      // The name may have gone to stand behind the numbers that it has.
      if (!span || !owner || after.changed.locate(facts.path, span.start) === undefined) return [];
      const now = `${nameOf(nodeId.document(owner.id))} for "${list.words}"`;
      return [{ facts, span, number: facts.source.slice(span.start, span.end), now }];
    }),
  );
}
