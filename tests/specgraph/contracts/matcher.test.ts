/** Plain words are searched by the built-in engine, everything else by RE2: both find the same, and nothing hangs. */
import { describe, expect, test } from 'vitest';
import { findMatches } from '../../../src/specgraph/contracts/matcher.ts';

const TEXT =
  'A Preview is planned; placeholders, PLACEHOLDER, unplanned.\nTo be specified: to-do, pre-view, previews\nplanned';

describe('plain words', () => {
  test.each([
    'planned',
    String.raw`\bplanned\b`,
    String.raw`(?i)\b(?:preview|placeholders?|to be specified)\b`,
    '(?i)previews|preview',
    'preview|previews',
    'pre-?view',
    '(?:un)?planned',
    'Nothing of it',
  ])('%s has the same matches as on RE2', (pattern) => {
    const flags = /^\(\?i\)/.exec(pattern)?.[0] ?? '';
    // A repetition makes it a pattern for RE2.
    const onRe2 = findMatches(`${flags}(?:${pattern.slice(flags.length)}){1}`, TEXT);
    expect(findMatches(pattern, TEXT)).toEqual(onRe2);
  });

  test('have the places of their matches', () => {
    expect(findMatches('(?i)preview', TEXT)).toEqual({
      matches: [TEXT.indexOf('Preview'), TEXT.indexOf('previews')].map((start) => ({
        start,
        end: start + 7,
      })),
    });
  });
});

test.each([
  '(a+)+b',
  '(?:a|a|aa)+b',
  `${'(?:a?)'.repeat(40)}${'a'.repeat(40)}b`,
  `${'a?'.repeat(40)}${'a'.repeat(40)}b`,
])('a pattern that would keep the built-in engine busy for years ends at once: %s', (pattern) => {
  expect(findMatches(pattern, `${'a'.repeat(60)}c`)).toEqual({ matches: [] });
});
