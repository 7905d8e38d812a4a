import { describe, expect, it } from 'vitest';
import { align } from '../../../src/client/live/align.ts';

/** "p:words": kind and words. */
const blocks = (text: string) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((words) => ({ words, kind: words[0] }));
const pairs = (old: string, now: string) => align(blocks(old), blocks(now));

describe('blocks of an old text and a new one', () => {
  it.each([
    ['nothing changed', 'p:a p:b p:c', 'p:a p:b p:c', [0, 1, 2]],
    ['a paragraph before others is new, and they stay', 'p:a p:b', 'p:new p:a p:b', [undefined, 0, 1]],
    ['a paragraph that goes takes none with it', 'p:a p:b p:c', 'p:a p:c', [0, 2]],
    ['a paragraph with other words stays the same block', 'p:a p:b p:c', 'p:a p:x p:c', [0, 1, 2]],
    ['a list does not become a paragraph', 'p:a u:b p:c', 'p:a p:x p:c', [0, undefined, 2]],
    [
      'of several changed blocks, the first becomes the first of its kind',
      'p:a t:b p:c',
      'p:x t:y p:z',
      [0, 1, 2],
    ],
    ['of two that change places, one moves', 'p:a p:b', 'p:b p:a', [1, undefined]],
    ['equal blocks are told apart by order', 'p:a p:a p:b', 'p:a p:b', [0, 2]],
    ['all is new', '', 'p:a', [undefined]],
    ['all is gone', 'p:a', '', []],
  ])('%s', (_what, old, now, expected) => expect(pairs(old, now)).toEqual(expected));

  it('never cross, and never share an old block', () => {
    const words = ['p:a', 'p:b', 'u:c', 'p:d', 'u:e'];
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const text = (): string => Array.from({ length: random(9) }, () => words[random(words.length)]).join(' ');
    for (let i = 0; i < 500; i++) {
      const [old, now] = [text(), text()];
      const found = pairs(old, now).filter((at) => at !== undefined);
      expect(found, `${old} / ${now}`).toEqual([...new Set(found)].toSorted((a, b) => a - b));
      pairs(old, now).forEach(
        (at, j) => at === undefined || expect(blocks(old)[at].kind).toBe(blocks(now)[j].kind),
      );
    }
  });
});
