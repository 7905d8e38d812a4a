import { expect, it } from 'vitest';
import { documentGroups } from '../../../src/site/page-frame/navigation.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

it('lists the overview first, then the documents of each phase', async () => {
  const { graph } = await realSpecification();
  const groups = documentGroups(graph);
  expect(groups.map(({ label }) => label)).toEqual([
    'Overview',
    ...Array.from({ length: 9 }, (_, i) => `Phase ${i + 1}`),
  ]);
  expect(groups.flatMap(({ documents }) => documents)).toHaveLength(15);
});

it('groups the documents by folder where there are no phases', () => {
  const { graph } = snapshotOf({ 'spec/index.md': '# Home\n', 'spec/people/hiring.md': '# Hiring\n' });
  expect(
    documentGroups(graph).map(({ label, documents }) => [label, documents.map(({ url }) => url)]),
  ).toEqual([
    ['Documents', ['/spec/index/']],
    ['people', ['/spec/people/hiring/']],
  ]);
});
