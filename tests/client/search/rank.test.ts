import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markWords } from '../../../src/client/search/marks.ts';
import { prepare, rank } from '../../../src/client/search/rank.ts';
import { recentSearches, forget, remember } from '../../../src/client/search/recent.ts';
import type { Shelf } from '../../../src/client/storage.ts';
import { typosBetween, wantedWords } from '../../../src/client/search/words.ts';
import type { SearchIndex } from '../../../src/payloads/search.ts';

const INDEX: SearchIndex = {
  kinds: ['variable', 'document', 'section', 'requirement', 'attribute', 'phase', 'rule'],
  entries: [
    [0, 'FL_EDGE_BACKOFF', '/a/', 'Edge discovery retry backoff strategy', 'exponential fixed'],
    [0, 'FL_EDGE_MAX_BACKOFF', '/b/', 'Maximum backoff interval in seconds'],
    [1, 'Edge and Auto-Scaling', '/c/', 'spec/14'],
    [2, '3.3 Backoff Behavior Specification', '/d/', 'spec/14 Edge and Auto-Scaling'],
    [2, '6d. Discovery Retry Loop', '/e/', 'spec/02 SuperNode Appliance'],
  ],
};
const titles = (query: string): string[] => rank(prepare(INDEX), query).map(({ item }) => item.entry[1]);

describe('the ranking', () => {
  it.each([
    ['fl_edge_backoff', 'FL_EDGE_BACKOFF'],
    ['edge', 'FL_EDGE_BACKOFF'],
    ['FL_EGDE_BAKOFF', 'FL_EDGE_BACKOFF'],
    ['max backof', 'FL_EDGE_MAX_BACKOFF'],
    ['longest interval', 'FL_EDGE_MAX_BACKOFF'],
    ['exponential', 'FL_EDGE_BACKOFF'],
    ['§6d', '6d. Discovery Retry Loop'],
    ['behaviour of the backoff', '3.3 Backoff Behavior Specification'],
  ])('%s → %s', (query, title) => expect(titles(query)[0]).toBe(title));

  it('has nothing to say about nothing', () => {
    for (const query of ['', ' ', '(((', 'zzqqxxyy']) expect(titles(query)).toEqual([]);
  });
});

describe('typos between words', () => {
  it.each([
    ['edge', 'egde', 1],
    ['backoff', 'bakcof', 2],
    ['same', 'same', 0],
    ['abc', 'xyz', undefined],
  ])('%s and %s: %s', (a, b, typos) => {
    expect(typosBetween(a, b, 2)).toBe(typos);
  });

  it('are the same in both directions', () => {
    const word = fc.string({ maxLength: 9 });
    fc.assert(fc.property(word, word, (a, b) => typosBetween(a, b, 3) === typosBetween(b, a, 3)));
  });
});

it('drops the words that only ask', () => {
  expect(wantedWords('how many rounds')).toEqual(['num', 'round']);
  expect(wantedWords('what is this')).toHaveLength(3);
});

it.each([
  ['FL_EDGE_BACKOFF', 'fledgebackoff', '[FL]_[EDGE]_[BACKOFF]'],
  ['FL_EDGE_BACKOFF', 'FL_EGDE_BAKOFF', '[FL]_[E]D[GE]_[BA]C[KOFF]'],
  ['Discovery Retry Loop', 'dicovery', '[Di]s[covery] Retry Loop'],
])('marks in %s the letters of %s', (text, query, marked) => {
  expect(
    markWords(text, query)
      .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
      .join(''),
  ).toBe(marked);
});

describe('recent searches', () => {
  const shelfOf = (kept: Record<string, string> = {}): Shelf => ({
    getItem: (key) => kept[key] ?? null,
    setItem: (key, value) => void (kept[key] = value),
    removeItem: (key) => void delete kept[key],
  });

  it('are kept latest first, each once and five at most', () => {
    const shelf = shelfOf();
    for (const query of ['a', 'b', 'c', 'd', 'e', 'f', 'B', ' ']) remember(shelf, query);
    expect(recentSearches(shelf)).toEqual(['B', 'f', 'e', 'd', 'c']);
    forget(shelf);
    expect(recentSearches(shelf)).toEqual([]);
  });

  it('are none where the storage is broken, forbidden or foreign', () => {
    expect(recentSearches(undefined)).toEqual([]);
    expect(recentSearches(shelfOf({ 'recent-searches': '{' }))).toEqual([]);
    expect(recentSearches(shelfOf({ 'recent-searches': '[1,"x"]' }))).toEqual(['x']);
  });
});
