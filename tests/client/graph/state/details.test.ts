import { describe, expect, it, vi } from 'vitest';
import { detailsLoader, withDetails } from '../../../../src/client/graph/state/details.ts';
import type { MapDetails } from '../../../../src/map/model.ts';
import { DATA, node } from '../small-map.ts';

const first = { nodes: DATA.nodes.filter((own) => !own.document), ties: DATA.ties.slice(0, 5) };
const DETAILS: MapDetails = {
  nodes: [
    node('a#1', 'section', { document: 'a', name: 'a 1', url: '/a#1' }),
    node('b#1', 'section', { document: 'b', name: 'b 1' }),
  ],
  ids: ['a', 'b', 'a#1', 'b#1', 'variable:X'],
  ties: [
    [2, 3, 'refers', 2],
    [2, 4, 'mentions', 1],
  ],
  texts: ['See b, Section 1, for more.', 'X is a port.'],
  references: [
    [2, 3, 12, 0, 4, 12],
    [2, 4, 14, 1, 0, 1],
    [0, 1, 3, 0, 4, 1],
  ],
};

describe('the map with sections', () => {
  const { data, sentences } = withDetails(first, DETAILS);

  it('has sections and their ties', () => {
    expect(data.nodes.map(({ id }) => id)).toContain('b#1');
    expect(data.ties.at(-2)).toEqual({ source: 'a#1', target: 'b#1', kind: 'refers', count: 2 });
  });

  it('knows the sentence of every reference, its place and the words in it', () => {
    expect(sentences('a#1', 'b#1')).toEqual([
      { place: 'a 1, line 12', url: '/a#1', pieces: ['See ', 'b, Section 1', ', for more.'] },
    ]);
    expect(sentences('a#1', 'variable:X')[0].pieces).toEqual(['', 'X', ' is a port.']);
    expect(sentences('b#1', 'a#1')).toEqual([]);
  });

  it('counts references of all sections for their document', () => {
    expect(sentences('a', 'b').map(({ place }) => place)).toEqual(['a 1, line 12', 'a, line 3']);
    expect(sentences('a', 'b#1')).toHaveLength(1);
  });
});

describe('the loader', () => {
  it('fetches once, and again after a failure', async () => {
    const fetched = vi
      .fn<typeof fetch>()
      .mockResolvedValueOnce(new Response('', { status: 500 }))
      .mockImplementation(() => Promise.resolve(Response.json(DETAILS)));
    vi.stubGlobal('fetch', fetched);
    const load = detailsLoader('/graph-data.json', first);
    await expect(load()).rejects.toThrow('500');
    await load();
    expect((await load()).data.nodes).toHaveLength(first.nodes.length + 2);
    expect(fetched).toHaveBeenCalledTimes(2);
    vi.unstubAllGlobals();
  });
});
