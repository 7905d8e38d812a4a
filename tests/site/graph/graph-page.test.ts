import { describe, expect, it } from 'vitest';
import { graphPage } from '../../../src/site/graph/graph-page.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { snapshotOf } from '../../helpers/snapshot.ts';

const page = graphPage(snapshotOf(SMALL_SET));
const counts = (of: { kind: string; count: number }[]) =>
  Object.fromEntries(of.map(({ kind, count }) => [kind, count]));

describe('the graph page', () => {
  it('counts what each filter would show', () => {
    expect(counts(page.kinds)).toEqual({
      document: 3,
      variable: 2,
      attribute: 1,
      requirement: 1,
      phase: 2,
      section: 9,
      step: 2,
    });
    expect(page.kinds.filter(({ later }) => later).map(({ kind }) => kind)).toEqual(['section', 'step']);
    expect(page.appliances).toEqual([{ name: 'Server', count: 2 }]);
    expect(page.requirements).toEqual([
      { id: 'requirement:REQ-01', label: 'REQ-01', title: 'The server starts', count: 1 },
    ]);
    expect(page.documents.find(({ id }) => id === '03-guide')!.count).toBe(1);
  });

  it('has the phases in their order, with their names', () => {
    expect(page.phases).toEqual([
      { number: 1, title: 'Base' },
      { number: 2, title: 'Edge' },
    ]);
  });

  it('lists everything on the map, with the ties that leave and come in', () => {
    const documents = page.groups.find(({ kind }) => kind === 'document')!;
    expect(documents.rows.map(({ id, out, into }) => [id, out, into])).toEqual([
      ['01-reference', 4, 1],
      ['02-server', 2, 1],
      ['03-guide', 1, 0],
    ]);
    expect(page.groups.flatMap(({ rows }) => rows)).toHaveLength(page.data.nodes.length);
  });

  it('starts with the most referenced nodes', () => {
    const documents = page.busiest.filter(({ kind }) => kind === 'document').map(({ count }) => count);
    expect(documents).toEqual(documents.toSorted((a, b) => b - a));
    expect(page.busiest[0].id).toBe('01-reference');
  });

  it('leaves missing nodes out of counts and lists', () => {
    const broken = graphPage(
      snapshotOf({
        ...SMALL_SET,
        'spec/03-guide.md': '# Guide\n\n## 1. Start\n\nSee spec/17 and spec/02.\n',
      }),
    );
    expect(broken.findings).toBe(1);
    expect(counts(broken.kinds).document).toBe(3);
    expect(broken.groups.flatMap(({ rows }) => rows).some(({ isMissing }) => isMissing)).toBe(false);
  });
});
