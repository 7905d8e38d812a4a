import { nameFrom, nameOf } from '../revisions/describe.ts';
import { placeOf } from '../text/describe.ts';
import type { Rule } from './rule.ts';

/** Characters of a sentence that a message quotes. */
const MAX_QUOTE = 160;

export const changedTarget: Rule = {
  id: 'changed-target',
  group: 'references',
  severity: 'info',
  level: 'strict',
  summary: 'What a section refers to says what it said when the section was written or read last',
  *check(_graph, { changedTargets, baseName = 'the base revision' }) {
    for (const { edge, target, difference } of changedTargets?.() ?? []) {
      const place = { file: target.facts.path, title: target.section.title, section: target.section };
      const name = nameFrom(place, edge.range!.file);
      const since = difference ? `since ${baseName}` : 'since it was read';
      yield {
        at: placeOf(edge),
        message: `${name}, "${target.section.title}", has changed ${since}, and this section has not${quoteOf(difference)}.`,
        suggestion: `read ${nameOf(place)} again, and accept it: specgraph review --accept "${target.facts.id}#${target.section.slug}"`,
        related: [
          {
            at: { file: target.facts.path, line: target.section.range.line },
            note: `"${target.section.title}"`,
          },
        ],
      };
    }
  },
};

function quoteOf(difference: { sentence: string; isRemoved: boolean } | undefined): string {
  if (!difference) return '';
  const { sentence, isRemoved } = difference;
  const words = sentence.length > MAX_QUOTE ? `${sentence.slice(0, MAX_QUOTE)}…` : sentence;
  return `: "${words.replace(/\.$/, '')}" is ${isRemoved ? 'gone' : 'new'}`;
}
