import type { RevisionPlace } from '../model/index.ts';
import { nodeId } from '../resolve/ids.ts';
import { nameOf } from '../revisions/describe.ts';
import { placeOf } from '../text/describe.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const vanishedTarget: Rule = {
  id: 'vanished-target',
  group: 'references',
  severity: 'error',
  summary: 'What a reference meant in the revision that the check compares with still exists',
  replaces: [
    'broken-anchor',
    'broken-link',
    'broken-section',
    'broken-step',
    'link-text-mismatch',
    'title-mismatch',
    'unknown-document',
  ],
  *check(graph, { stale = [], causes = () => [], baseName = 'the base revision' }) {
    for (const reference of stale) {
      const { edge, was, now, instead } = reference;
      if (now) continue;
      const name = nameOf(was);
      yield {
        at: placeOf(edge),
        message: instead
          ? `${name} was "${was.title}" at ${baseName}, which was removed; ${nameOf(instead)} is "${instead.title}" now.`
          : `${name} was "${was.title}" at ${baseName}, which was removed.`,
        about:
          causes().find(({ references }) => references.has(reference))?.about ??
          (instead ? undefined : gapOf(was, graph)),
      };
    }
  },
};

/** What the rule about gaps says is missing: the section itself, or the one that it was a part of. */
function gapOf({ section, file }: RevisionPlace, graph: GraphView): string | undefined {
  const facts = graph.document(file);
  if (section?.number === undefined || !facts) return undefined;
  const parts = section.number.split('.');
  const isThere = (number: string): boolean => facts.sections.some((one) => one.number === number);
  const missing = parts.map((_part, i) => parts.slice(0, i + 1).join('.')).find((number) => !isThere(number));
  return missing === undefined ? undefined : nodeId.missingSection(facts.id, missing);
}
