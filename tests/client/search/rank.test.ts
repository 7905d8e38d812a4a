import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { highlightMatches } from '../../../src/client/search/highlight.ts';
import { prepare, rank } from '../../../src/client/search/rank.ts';
import { recentSearches, clearSearches, saveSearch } from '../../../src/client/search/recent-searches.ts';
import type { ReaderStorage } from '../../../src/client/storage.ts';
import { typosBetween, queryWords } from '../../../src/payloads/search-words.ts';
import type { SearchIndex } from '../../../src/payloads/search.ts';

const INDEX: SearchIndex = {
  kinds: [
    { id: 'variable', title: 'Variables', isName: true },
    { id: 'document', title: 'Documents' },
    { id: 'section', title: 'Sections', isPart: true },
  ],
  aliases: {},
  announcements: [],
  entries: [
    [0, 'FL_EDGE_BACKOFF', '/a/', 'Edge discovery retry backoff strategy', '', 'exponential fixed'],
    [0, 'FL_EDGE_MAX_BACKOFF', '/b/', 'Maximum backoff interval in seconds'],
    [1, 'Edge and Auto-Scaling', '/c/', 'spec/14'],
    [2, '3.3 Backoff Behavior Specification', '/d/', 'spec/14 Edge and Auto-Scaling', '3.3'],
    [2, '6d. Discovery Retry Loop', '/e/', 'spec/02 SuperNode Appliance', '6d'],
    [0, 'FL_TLS_KEYFILE', '/f/', 'Server private key (base64 PEM)'],
    [2, 'Step 3: Server Private Key File', '/g/', 'spec/04 Certificates'],
    [0, 'FL_CHECKPOINT_ENABLED', '/h/', 'Whether checkpoints are stored'],
    [0, 'FL_CHECKPOINT_PATH', '/i/', 'Stored checkpoints: directory in the container'],
    [2, 'Overview: Clock Drift', '/j/', 'spec/07 Clocks'],
    [2, '5. Drift of a Clock', '/k/', 'spec/07 Clocks', '5'],
    [2, 'What This Document Does Not Cover', '/l/', 'spec/07 Clocks'],
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
    ['the private key of a server', 'FL_TLS_KEYFILE'],
    ['where checkpoints are stored', 'FL_CHECKPOINT_PATH'],
    ['clock drift', '5. Drift of a Clock'],
    ['what is out of scope', 'What This Document Does Not Cover'],
    ['non-goals', 'What This Document Does Not Cover'],
  ])('%s → %s', (query, title) => expect(titles(query)[0]).toBe(title));

  it('finds nothing for a query without a known word', () => {
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

it('drops stop words from a query, unless it has no others', () => {
  expect(queryWords('how many rounds')).toEqual(['num', 'round']);
  expect(queryWords('what is this')).toHaveLength(3);
});

it.each([
  ['FL_EDGE_BACKOFF', 'fledgebackoff', '[FL]_[EDGE]_[BACKOFF]'],
  ['FL_EDGE_BACKOFF', 'FL_EGDE_BAKOFF', '[FL]_[E]D[GE]_[BA]C[KOFF]'],
  ['Discovery Retry Loop', 'dicovery', '[Di]s[covery] Retry Loop'],
])('highlights in %s the letters of %s', (text, query, highlighted) => {
  expect(
    highlightMatches(text, query)
      .map((piece) => (piece.highlighted ? `[${piece.text}]` : piece.text))
      .join(''),
  ).toBe(highlighted);
});

describe('recent searches', () => {
  const storageWith = (items: Record<string, string> = {}): ReaderStorage => ({
    getItem: (key) => items[key] ?? null,
    setItem: (key, value) => void (items[key] = value),
    removeItem: (key) => void delete items[key],
  });

  it('are saved with the newest first, each once and at most five', () => {
    const storage = storageWith();
    for (const query of ['a', 'b', 'c', 'd', 'e', 'f', 'B', ' ']) saveSearch(storage, query);
    expect(recentSearches(storage)).toEqual(['B', 'f', 'e', 'd', 'c']);
    clearSearches(storage);
    expect(recentSearches(storage)).toEqual([]);
  });

  it('ignore a storage that is broken or forbidden, and values of another type', () => {
    expect(recentSearches(undefined)).toEqual([]);
    expect(recentSearches(storageWith({ 'recent-searches': '{' }))).toEqual([]);
    expect(recentSearches(storageWith({ 'recent-searches': '[1,"x"]' }))).toEqual(['x']);
  });
});
