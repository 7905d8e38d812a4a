import { describe, expect, test } from 'vitest';
import { exportGraph } from '#specgraph';
import { findImpact, findPath, findReferences, createNodeNamer } from '#specgraph/query';
import { idsWithin } from '../../../src/specgraph/query/question.ts';
import { SMALL_SET } from '../../helpers/small-set.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

const view = viewOfFiles(SMALL_SET);
const ends = (edges: readonly { source: string; target: string }[]): string[] =>
  edges.map(({ source, target }) => `${source} > ${target}`);

describe('refs', () => {
  test('a document includes everything in it; references within it are left out', () => {
    const { incoming, outgoing } = findReferences(view, '02-server');
    expect(ends(incoming)).toEqual(['03-guide#1-start > 02-server', '03-guide#1-start > 02-server#2-ports']);
    expect(ends(outgoing)).toEqual([
      '02-server#step-1-read > variable:FL_MODE',
      '02-server#step-1a-listen > 01-reference',
      '02-server#step-1a-listen > 01-reference#2-parameters',
    ]);
  });

  test('a section includes its steps', () => {
    expect(ends(findReferences(view, '02-server#1-boot').incoming)).toEqual([
      '02-server#2-ports > 02-server#1-boot',
      '02-server#2-ports > step:02-server/1a',
    ]);
  });

  test('the exported graph, which a browser has, gives the same answers', () => {
    const { incoming } = findReferences(exportGraph(view), '02-server');
    expect(ends(incoming)).toEqual(ends(findReferences(view, '02-server').incoming));
  });
});

describe('impact', () => {
  test('lists each place once, at its shortest distance', () => {
    const found = findImpact(view, 'variable:FL_PORT');
    expect(found.map(({ id, distance }) => [id, distance])).toEqual([
      ['01-reference#1-scope', 1],
      ['01-reference#2-parameters', 1],
      ['02-server#step-1a-listen', 2],
      ['02-server#2-ports', 3],
      ['03-guide#1-start', 4],
    ]);
    for (const { id, distance, path } of found)
      expect([path.length, path.at(-1), path[0]]).toEqual([distance + 1, id, 'variable:FL_PORT']);
  });

  test('ends where references form a cycle', () => {
    const circle = viewOfFiles({ 'spec/a.md': '# A\n\n[b](b.md#b)\n', 'spec/b.md': '# B\n\n[a](a.md#a)\n' });
    expect(findImpact(circle, 'a').map((i) => i.words)).toEqual(['a → b "B"']);
  });

  test('is empty for a target that does not exist', () => {
    expect(findImpact(view, 'variable:NONE')).toEqual([]);
  });
});

describe('path', () => {
  const ids = (from: string, to: string): string[] | undefined =>
    findPath(view, from, to)?.map((step) => step.id);

  test('is a shortest path, in either direction of the references', () => {
    expect(ids('variable:FL_MODE', '03-guide#1-start')).toHaveLength(5);
    expect(ids('03-guide#1-start', 'variable:FL_MODE')).toHaveLength(5);
    expect(ids('02-server#2-ports', '02-server#2-ports')).toEqual(['02-server#2-ports']);
  });

  test('says which edge was followed, and how', () => {
    const [start, end] = findPath(view, '02-server#1-boot', '02-server#2-ports')!;
    expect(start).toEqual({ id: '02-server#1-boot' });
    expect(end).toMatchObject({ backwards: true, edge: { kind: 'refers', source: '02-server#2-ports' } });
  });

  test('is undefined between nodes that are not connected', () => {
    expect(ids('variable:FL_MODE', 'attribute:FL_READY')).toBeUndefined();
    expect(ids('nowhere', '02-server')).toBeUndefined();
  });
});

test('names', () => {
  const name = createNodeNamer(view);
  expect(
    [
      '02-server',
      '02-server#2-ports',
      '02-server#step-1-read',
      'step:02-server/1a',
      '01-reference#appendix-a-names',
      'variable:FL_MODE',
      'phase:1',
      'requirement:REQ-01',
      'missing:x',
      'y',
    ].map(name),
  ).toEqual([
    'spec/02',
    'spec/02 2',
    'spec/02 1 "Step 1: Read"',
    'Step 1a of spec/02',
    'spec/01 A',
    'FL_MODE',
    'Phase 1',
    'REQ-01',
    'x',
    'y',
  ]);
});

test('a section with everything inside it includes its subsections and steps', () => {
  expect([...idsWithin(view, '02-server#1-boot')]).toEqual([
    '02-server#1-boot',
    '02-server#step-1-read',
    '02-server#step-1a-listen',
    'step:02-server/1',
    'step:02-server/1a',
  ]);
});
