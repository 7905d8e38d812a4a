import { describe, expect, it } from 'vitest';
import { nodeId } from '#specgraph';
import { mentionsOf } from '../../../src/site/documents/backlinks.ts';
import { definitionPlace, definitionRows } from '../../../src/site/documents/definition-rows.ts';
import { definedNodes, usesOf } from '../../../src/site/previews/uses.ts';
import { articleIn } from '../../helpers/article.ts';
import { select, textOf } from '../../helpers/html.ts';
import { realSpecification } from '../../helpers/real-specification.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const { graph } = snapshotOf(SMALL_SET);

describe('rows that define a name', () => {
  it('are the rows of the definition tables', () => {
    expect([...definitionRows(graph, graph.document('01')!)]).toEqual([
      [13, 'variable:FL_PORT'],
      [14, 'variable:FL_MODE'],
    ]);
    expect([...definitionRows(graph, graph.document('02')!)]).toEqual([]);
  });

  it('are the first rows of a register for attributes and requirements', async () => {
    const { graph: real } = await realSpecification();
    expect(definitionPlace(real, nodeId.attribute('FL_READY'))?.file).toBe('spec/01-superlink-appliance.md');
    expect(definitionPlace(real, nodeId.attribute('FL_TRAINING_ACTIVE'))?.file).toBe(
      'spec/14-edge-and-auto-scaling.md',
    );
    const requirements = real.nodes.filter(({ kind }) => kind === 'requirement');
    expect(requirements.map(({ id }) => definitionPlace(real, id)?.file)).toEqual(
      requirements.map(() => 'spec/00-overview.md'),
    );
  });

  it('exist for every variable of the set', async () => {
    const { graph: real } = await realSpecification();
    const defined = new Set(definedNodes(real));
    expect(real.nodes.filter(({ kind, id }) => kind === 'variable' && !defined.has(id))).toEqual([]);
  });
});

describe('uses', () => {
  it('hold every mention by document, with the sentence in three parts', async () => {
    const { graph: real } = await realSpecification();
    const node = nodeId.variable('FL_EDGE_BACKOFF');
    const groups = usesOf(real, node);
    expect(groups.flatMap(({ uses }) => uses)).toHaveLength(mentionsOf(real, node).length);
    expect(groups.map(({ short }) => short)).toEqual(groups.map(({ short }) => short).toSorted());
    for (const [, url, line, , words] of groups.flatMap(({ uses }) => uses)) {
      expect(url).toMatch(/^\/spec\//);
      expect(line).toBeGreaterThan(0);
      expect(words).toBe('FL_EDGE_BACKOFF');
    }
  });

  it('are linked from the row after the name, with their number', async () => {
    const article = await articleIn(SMALL_SET, '01-reference');
    const [port, mode] = select(article, 'a.uses');
    expect(textOf(mode)).toBe(
      `${usesOf(graph, 'variable:FL_MODE').flatMap(({ uses }) => uses).length} mentions`,
    );
    expect(mode.properties).toMatchObject({
      href: '/variables/FL_MODE/#mentions',
      ariaLabel: expect.stringMatching(/ mentions of FL_MODE$/),
    });
    expect(mode.properties.dataUses).toBe('/previews/uses/variable-FL_MODE.json');
    expect(port).toBeDefined();
    expect(select(article, 'a.uses')).toHaveLength(2);
  });
});
