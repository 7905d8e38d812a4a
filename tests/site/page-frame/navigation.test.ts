import { expect, it } from 'vitest';
import { documentsByPhase } from '../../../src/site/page-frame/navigation.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

it('lists the overview first, then the documents of each phase', async () => {
  const { graph } = await realSpecification();
  const groups = documentsByPhase(graph);
  expect(groups.map(({ label }) => label)).toEqual([
    'Overview',
    ...Array.from({ length: 9 }, (_, i) => `Phase ${i + 1}`),
  ]);
  expect(groups.flatMap(({ documents }) => documents)).toHaveLength(15);
});
