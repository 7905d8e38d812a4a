/** Rules that take long in a large set pause, so that an editor is answered meanwhile. */
import { expect, test } from 'vitest';
import { PAUSE, ruleById } from '#specgraph';
import { realSpecification } from '../helpers/real-specification.ts';

test.each(['conflicting-quantity', 'conflicting-cell', 'conflicting-message', 'title-mismatch'])(
  '%s pauses often',
  async (id) => {
    const { graph, project } = await realSpecification();
    const found = [...ruleById(id)!.check(graph, { config: graph.config, contracts: project.contracts })];
    expect(found.filter((one) => one === PAUSE).length).toBeGreaterThan(100);
  },
);
