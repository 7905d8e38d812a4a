import { describe, expect, it } from 'vitest';
import { nodeId } from '#specgraph';
import { bookUrl } from '../../../src/site/documents/book-url.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

describe('places in the book', () => {
  const { graph } = snapshotOf(SMALL_SET);
  it.each([
    ['02-server', '#02'],
    ['02-server#2-ports', '#02.2'],
    [nodeId.step('02-server', '1a'), '#02.step-1a'],
    ['variable:FL_PORT', '#01.2'],
    ['attribute:FL_READY', undefined],
    ['phase:2', undefined],
  ])('%s is at %s', (node, place) => {
    expect(graph.node(node), node).toBeDefined();
    expect(bookUrl(graph, node)).toBe(place);
  });
});
