import { describe, expect, it } from 'vitest';
import { fetchedSentences } from '../../../src/site/graph/map-sentences.ts';
import { wholeMap } from '../../../src/site/graph/whole-map.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const GUIDE =
  '# Guide\n\n## 1. Start\n\nPorts stand in spec/02, Section 9, and again in spec/02, Section 9. See [more](nope.md), spec/17 and `FL_NOPE`.\n';
const broken = snapshotOf({ ...SMALL_SET, 'spec/03-guide.md': GUIDE });
const map = wholeMap(broken.graph, broken.report.findings);
const missingNodes = map.nodes.filter((node) => node.isMissing);

describe('broken references', () => {
  it('end in missing nodes, one for each missing target', () => {
    expect(missingNodes.map(({ title, kind }) => [title, kind])).toEqual([
      ['Section 9', 'section'],
      ['nope.md', 'document'],
      ['spec/17', 'document'],
      ['FL_NOPE', 'variable'],
    ]);
    expect(
      map.ties
        .filter((tie) => tie.broken)
        .map(({ source, target, kind, count }) => [source, target, kind, count]),
    ).toEqual([
      ['03-guide', 'missing:02-server Section 9', 'refers', 2],
      ['03-guide', 'missing:spec/nope.md', 'refers', 1],
      ['03-guide', 'missing:spec/17', 'refers', 1],
      ['03-guide', 'variable:FL_NOPE', 'mentions', 1],
    ]);
  });

  it('have their findings, with place and document', () => {
    expect(map.findings).toHaveLength(broken.report.findings.length);
    expect(map.findings![0]).toMatchObject({
      nodes: ['03-guide', 'missing:02-server Section 9'],
      rule: 'broken-section',
      place: 'spec/03:5',
      url: '/spec/03-guide/#1-start',
    });
  });

  it('have no missing node where no finding reports them', () => {
    const silenced = wholeMap(
      broken.graph,
      broken.report.findings.filter(({ rule }) => rule === 'broken-link'),
    );
    expect(silenced.nodes.filter((node) => node.isMissing).map(({ title }) => title)).toEqual(['nope.md']);
  });
});

it('lists sentences of broken references at missing nodes only', () => {
  const { ids } = fetchedSentences(broken.graph, map);
  expect(new Set(ids).size).toBe(ids.length);
});

it('has no missing nodes in a set without errors', () => {
  const { graph, report } = snapshotOf(SMALL_SET);
  expect(wholeMap(graph, report.findings).nodes.some((node) => node.isMissing)).toBe(false);
});
