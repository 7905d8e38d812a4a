import { describe, expect, it } from 'vitest';
import { align } from '../../../src/client/live/align.ts';

/** "p:content": kind and content. */
const blocks = (text: string) =>
  text
    .split(/\s+/)
    .filter(Boolean)
    .map((content) => ({ content, kind: content[0] }));
const pairs = (old: string, now: string) => align(blocks(old), blocks(now));

describe('align pairs the blocks of an old and a new text', () => {
  it.each([
    ['nothing changed', 'p:a p:b p:c', 'p:a p:b p:c', [0, 1, 2]],
    ['keeps the blocks after an inserted paragraph', 'p:a p:b', 'p:new p:a p:b', [undefined, 0, 1]],
    ['keeps the other blocks when a paragraph is removed', 'p:a p:b p:c', 'p:a p:c', [0, 2]],
    ['pairs a paragraph whose content changed', 'p:a p:b p:c', 'p:a p:x p:c', [0, 1, 2]],
    ['does not pair a list with a paragraph', 'p:a u:b p:c', 'p:a p:x p:c', [0, undefined, 2]],
    ['pairs several changed blocks of a kind in order', 'p:a t:b p:c', 'p:x t:y p:z', [0, 1, 2]],
    ['moves one of two swapped blocks', 'p:a p:b', 'p:b p:a', [1, undefined]],
    ['pairs equal blocks in order', 'p:a p:a p:b', 'p:a p:b', [0, 2]],
    ['all blocks are added', '', 'p:a', [undefined]],
    ['all blocks are removed', 'p:a', '', []],
  ])('%s', (_what, old, now, expected) => expect(pairs(old, now)).toEqual(expected));

  it('keeps the order and uses each old block at most once', () => {
    const content = ['p:a', 'p:b', 'u:c', 'p:d', 'u:e'];
    let seed = 7;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    const text = (): string =>
      Array.from({ length: random(9) }, () => content[random(content.length)]).join(' ');
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
