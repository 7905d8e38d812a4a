import { expect, test } from 'vitest';
import { didYouMean } from '../../../src/specgraph/text/did-you-mean.ts';

test.each<[word: string, candidates: string[], meant: string | undefined]>([
  ['FL_EGDE_BACKOFF', ['FL_EDGE_BACKOFF', 'FL_EDGE_MAX_BACKOFF'], 'FL_EDGE_BACKOFF'],
  ['fl_edge_backoff', ['FL_EDGE_BACKOFF'], 'FL_EDGE_BACKOFF'],
  ['FL_EDGE_BACKOF', ['FL_EDGE_BACKOFF'], 'FL_EDGE_BACKOFF'],
  ['limits', ['limit', 'limitsss'], 'limit'],
  // the first of two that are equally near
  ['cart', ['card', 'carp'], 'card'],
  // one edit in four letters, and no more
  ['abcd', ['abce'], 'abce'],
  ['abcd', ['abef'], undefined],
  ['abcdefgh', ['abcdefxy'], 'abcdefxy'],
  ['abcdefgh', ['abcdexyz'], undefined],
  // a swap of neighbours is one edit, two letters elsewhere are two
  ['chekc', ['check'], 'check'],
  ['ofrce', ['force'], 'force'],
  ['fxrcx', ['force'], undefined],
  // short words allow one edit
  ['ab', ['ac'], 'ac'],
  ['ab', ['xy'], undefined],
  ['a', [], undefined],
  ['', ['x'], 'x'],
])('%s among %j: %s', (word, candidates, meant) => {
  expect(didYouMean(word, candidates)).toBe(meant);
});
