import { expect, it } from 'vitest';
import { requirementViews } from '../../../src/site/kinds/requirements.ts';
import { realSpecification } from '../../helpers/real-specification.ts';

it('names a document for every requirement', async () => {
  const { graph } = await realSpecification();
  const views = requirementViews(graph);
  expect(views).toHaveLength(15);
  expect(views.filter(({ satisfiedBy }) => satisfiedBy.length === 0)).toEqual([]);
});
