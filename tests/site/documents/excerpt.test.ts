import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../../src/site/documents/excerpt.ts';

const joined = ({ before, words, after }: ReturnType<typeof excerpt>): string => before + words + after;

describe('an excerpt', () => {
  it('is the whole sentence when it is short', () => {
    expect(excerpt('A short one.', 'short')).toEqual({ before: 'A ', words: 'short', after: ' one.' });
  });

  it('is a single line', () => {
    expect(joined(excerpt('A\n  short\tone.', 'short'))).toBe('A short one.');
  });

  it('is cut at both ends when the sentence is long', () => {
    const { before, words, after } = excerpt(
      `${'before '.repeat(60)}HERE ${'after '.repeat(60)}`,
      'HERE',
      80,
    );
    expect(before).toMatch(/^… before/);
    expect(words).toBe('HERE');
    expect(after).toMatch(/after …$/);
  });

  it('gives the space that one side does not need to the other', () => {
    const { after } = excerpt(`HERE ${'after '.repeat(60)}`, 'HERE', 80);
    expect(after.length).toBeGreaterThan(60);
  });

  it('starts at the beginning when the words are not found', () => {
    const found = excerpt('word '.repeat(40), 'nothing', 40);
    expect(found.words).toBe('');
    expect(found.before).toMatch(/^word .*word …$/);
  });

  it('stays near its maximum length and holds the words', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 80 }), fc.nat(), (context, seed) => {
        const all = context.split(' ');
        const word = all[seed % all.length];
        const found = excerpt(context, word, 60);
        expect(found.words).toBe(word);
        expect(joined(found).length).toBeLessThanOrEqual(60 + word.length + 4);
      }),
    );
  });
});
