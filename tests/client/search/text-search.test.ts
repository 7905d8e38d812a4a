import { describe, expect, it } from 'vitest';
import { textSearchOf } from '../../helpers/search-matcher.ts';
import { createTextSearch } from '../../../src/client/search/text-search.ts';
import { encodeWordIndex } from '../../../src/payloads/word-index.ts';
import { queryWords } from '../../../src/payloads/search-words.ts';

const TEXTS = {
  '/a/#scale': 'Scaling policies add nodes while training runs. The cooldown keeps them from oscillating.',
  '/a/#keys': 'Each gateway has a private key and a public key.',
  '/b/#both': 'The policy of the gateway is strict; a constructor builds it.',
};

describe('the full text search', () => {
  it.each([
    ['cooldown oscillating', '/a/#scale'],
    ['cooldwon', '/a/#scale'],
    ['public keys', '/a/#keys'],
    ['gateway policies', '/b/#both'],
    ['constructor', '/b/#both'],
    ['oscill', '/a/#scale'],
  ])('%s → %s', async (query, url) => {
    expect((await textSearchOf({ a: TEXTS })).find(query)[0]).toEqual({ url, all: true });
  });

  it('reports that only some of the words were found', async () => {
    expect((await textSearchOf({ a: TEXTS })).find('cooldown zebra')).toEqual([
      { url: '/a/#scale', all: false },
    ]);
  });

  it.each(['', 'a', 'ke', '((', 'zebra'])('finds nothing for %j', async (query) => {
    expect((await textSearchOf({ a: TEXTS })).find(query)).toEqual([]);
  });
});

describe('the excerpt', () => {
  const text = `${'filling words '.repeat(30)}the second policy of backoff ${'and more words '.repeat(30)}`;

  const search = textSearchOf({ a: { '/long/': text, '/short/': 'A short text.' } });

  it('contains most words of the query and is cut between words', async () => {
    const line = (await search).excerpt('/long/', 'backoff policies', true);
    expect(line).toContain('policy of backoff');
    expect(line).toMatch(/^… \S.* …$/);
    expect(line.length).toBeLessThanOrEqual(156);
  });

  it('is the beginning of the text if nothing is found, and the whole of a short text', async () => {
    expect((await search).excerpt('/long/', 'zebra', true)).toMatch(/^filling words/);
    expect((await search).excerpt('/short/', 'short', true)).toBe('A short text.');
  });
});

it('finds sections in the index that the build made before any text has arrived, and fetches the text that is shown', async () => {
  const loaded: string[] = [];
  let hasArrived = false;
  const index = encodeWordIndex([
    { file: 'a.json', texts: { '/a/#x': 'The cooldown keeps them.' } },
    { file: 'b.json', texts: { '/b/#y': 'The gateway is strict.' } },
  ]);
  const search = createTextSearch(index, {
    load: (file) => (loaded.push(file), Promise.resolve({ '/a/#x': 'The cooldown keeps them.' })),
    onArrival: () => (hasArrived = true),
  });
  expect(search.find('cooldown')).toEqual([{ url: '/a/#x', all: true }]);
  expect(search.excerpt('/b/#y', 'gateway', false)).toBe('');
  expect(search.excerpt('/a/#x', 'cooldown', true)).toBe('');
  await expect.poll(() => hasArrived).toBe(true);
  expect(search.excerpt('/a/#x', 'cooldown', true)).toBe('The cooldown keeps them.');
  expect(loaded).toEqual(['a.json']);
});

it('treats the names of object properties as words', () => {
  expect(queryWords('constructor')).toEqual(['constructor']);
});
