import { expect, it } from 'vitest';
import { createNameFinder } from '../../../src/client/graph/find-by-name.ts';
import { atlasOf } from '../../../src/site/graph/picture.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

const atlas = atlasOf((await realSpecification()).graph);
const find = createNameFinder(atlas);

it.each([
  ['12', '12-multi-site-federation'],
  ['spec/05', '05-supernode-tls-trust'],
  ['multi-site', '12-multi-site-federation'],
  ['14 Edge and Auto-Scaling', '14-edge-and-auto-scaling'],
  ['fl_edge_backoff', 'variable:FL_EDGE_BACKOFF'],
  ['edge backoff', 'variable:FL_EDGE_BACKOFF'],
  ['variable:FL_EDGE_BACKOFF', 'variable:FL_EDGE_BACKOFF'],
  ['spec/14 section 3', '14-edge-and-auto-scaling#3-intermittent-connectivity-handling'],
  ['10o', '03-contextualization-reference#10o-edge-discovery-backoff'],
])('%s is %s', (words, id) => {
  expect(atlas.idOf(find(words))).toBe(id);
});

it.each(['', ' ', 'nothing of the kind', 'spec/77'])('%j is nothing', (words) => {
  expect(find(words)).toBe(-1);
});
