import { expect, test } from 'vitest';
import { searchHints } from '../../../src/site/search/search-hints.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

test('the hints of the search name variables and numbers where the set has them', async () => {
  const { graph } = await realSpecification();
  const { sorts, numbers } = searchHints(graph);
  expect(sorts).toEqual(['variable', 'section', 'document']);
  expect(numbers).toHaveLength(2);
  const written = graph.documents.flatMap(({ sections }) => sections).map(({ number }) => number);
  expect(written).toContain(numbers[0]);
  expect(numbers[1]).toBe('spec/14');
});

test('a set without variables and numbers is not asked for them', () => {
  const { graph } = snapshotOf({ 'docs/setup.md': '# Setup\n\n## First steps\n\nText.\n' });
  expect(searchHints(graph)).toEqual({ sorts: ['section', 'document'], numbers: [] });
});
