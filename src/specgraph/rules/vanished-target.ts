import { nameOf } from '../revisions/describe.ts';
import { placeOf } from '../text/describe.ts';
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
  *check(_graph, { stale = [], baseName = 'the base revision' }) {
    for (const { edge, was, now, instead } of stale) {
      if (now) continue;
      const name = nameOf(was);
      yield {
        at: placeOf(edge),
        message: instead
          ? `${name} was "${was.title}" at ${baseName}, which was removed; ${nameOf(instead)} is "${instead.title}" now.`
          : `${name} was "${was.title}" at ${baseName}, which was removed.`,
      };
    }
  },
};
