import { describe, expect, it } from 'vitest';
import { answerOf, answerByVisible } from '../../../../src/client/graph/state/ask.ts';
import { holdersOf } from '../../../../src/client/graph/canvas/scene-queries.ts';
import { AnswerFinder } from '../../../../src/client/graph/canvas/answer-finder.ts';
import { sentencesBetween } from '../../../../src/client/graph/state/sentences.ts';
import { sentenceRows } from '../../../../src/map/sentence-columns.ts';
import { fetchedSentences } from '../../../../src/site/graph/map-sentences.ts';
import { atlasOf } from '../../../../src/site/graph/picture.ts';
import { wholeMap } from '../../../../src/site/graph/whole-map.ts';
import { realSpecification } from '../../../helpers/real-specification.ts';
import { DATA, node, tie } from '../small-map.ts';

const distances = (answer: { distances: ReadonlyMap<string, number> }): Record<string, number> =>
  Object.fromEntries(answer.distances);

describe('the neighbourhood', () => {
  const ask = (way: 'in' | 'out' | 'both', depth: number) =>
    answerOf(DATA, { kind: 'near', of: 'b', depth, way });

  it('follows outgoing references, incoming ones, or both', () => {
    expect(distances(ask('out', 1))).toEqual({ b: 0, c: 1, 'missing:b 9': 1, 'b#1': 1 });
    expect(distances(ask('in', 1))).toEqual({ b: 0, a: 1 });
    expect(distances(ask('both', 1))).toEqual({ b: 0, a: 1, c: 1, 'missing:b 9': 1, 'b#1': 1 });
  });

  it('stops at the given distance', () => {
    expect(distances(ask('in', 2))).toEqual({ b: 0, a: 1, 'phase:1': 2 });
    expect(ask('in', 2).summary).toBe('2 things pointing at b within 2 steps: 1 at 1, 1 at 2.');
    expect(ask('in', 2).links).toEqual([
      { source: 'b', target: 'a', way: 'in' },
      { source: 'a', target: 'phase:1', way: 'in' },
    ]);
  });

  it('follows visible ties only', () => {
    expect(
      distances(
        answerOf(
          DATA,
          { kind: 'near', of: 'b', depth: 3, way: 'in' },
          { nodes: DATA.nodes, ties: DATA.ties.slice(1) },
        ),
      ),
    ).toEqual({ b: 0 });
  });
});

describe('the path', () => {
  it('follows references in either direction', () => {
    const answer = answerOf(DATA, { kind: 'path', of: 'variable:X', to: 'b#1' });
    expect(answer.summary).toBe('variable:X → a#1 → b#1');
    expect(answer.steps).toEqual([
      { id: 'variable:X', distance: 0 },
      { id: 'a#1', distance: 1, source: 'a#1', target: 'variable:X', kind: 'mentions' },
      { id: 'b#1', distance: 2, source: 'a#1', target: 'b#1', kind: 'refers' },
    ]);
    expect(answer.links.map(({ source, target, way }) => `${source} ${target} ${way}`)).toEqual([
      'variable:X a#1 path',
      'a#1 b#1 path',
    ]);
  });

  it('follows no broken reference', () => {
    expect(answerOf(DATA, { kind: 'path', of: 'a', to: 'missing:b 9' })).toMatchObject({
      isEmpty: true,
      summary: 'Nothing ties a to missing:b 9.',
    });
  });

  it('names the end that is still to be chosen', () => {
    expect(answerOf(DATA, { kind: 'path', of: 'a', to: '' }).summary).toBe(
      'A path from a: choose the other end.',
    );
    expect(answerOf(DATA, { kind: 'path', of: '', to: 'a' }).summary).toBe(
      'A path to a: choose the other end.',
    );
    expect(answerOf(DATA, { kind: 'path', of: '', to: '' })).toMatchObject({
      summary: 'Choose two things: click it, or type it.',
      isEmpty: true,
    });
  });

  it('is the references between the two where there are any, in both directions', () => {
    const answer = answerOf(DATA, { kind: 'path', of: 'b', to: 'a' });
    expect(answer.summary).toBe('a refers to b in 4 places.');
    expect(answer.steps).toEqual([
      { id: 'b', distance: 0 },
      { id: 'a', distance: 1, source: 'a', target: 'b', kind: 'refers' },
    ]);
    const mutual = { nodes: DATA.nodes, ties: [...DATA.ties, tie('b#1', 'a', 'refers', 3)] };
    expect(answerOf(mutual, { kind: 'path', of: 'a', to: 'b' }).summary).toBe(
      'a refers to b in 4 places; b refers to a in 3 places.',
    );
  });
});

describe('the impact', () => {
  it('has all direct and indirect referrers of a node', () => {
    const answer = answerOf(DATA, { kind: 'impact', of: 'c' });
    expect(distances(answer)).toEqual({ c: 0, b: 1 });
    expect(distances(answerOf(DATA, { kind: 'impact', of: 'variable:X' }))).toEqual({
      'variable:X': 0,
      'a#1': 1,
    });
    expect(answer.summary).toBe('1 document refers to c in 1 place.');
  });

  it('of a phase is the impact of the nodes it introduced', () => {
    const data = {
      nodes: [...DATA.nodes, node('d', 'document')],
      ties: [...DATA.ties, tie('d', 'a', 'refers')],
    };
    expect(distances(answerOf(data, { kind: 'impact', of: 'phase:1' }))).toEqual({ 'phase:1': 0, d: 1 });
  });

  it('may be empty', () => {
    expect(answerOf(DATA, { kind: 'impact', of: 'variable:Y' })).toMatchObject({
      isEmpty: true,
      summary: 'Nothing refers to variable:Y.',
    });
  });
});

describe('the findings', () => {
  it('highlight broken references, up to the missing node', () => {
    const answer = answerOf(DATA, { kind: 'findings' });
    expect(answer).toMatchObject({
      summary: '1 finding; broken: b → missing:b 9.',
      links: [{ source: 'b', target: 'missing:b 9', way: 'broken' }],
    });
    expect(distances(answer)).toEqual({ b: 0, 'missing:b 9': 0 });
  });

  it('are empty in a specification without errors', () => {
    expect(answerOf({ nodes: [], ties: [] }, { kind: 'findings' })).toMatchObject({
      isEmpty: true,
      summary: 'No findings: every reference resolves and every rule is kept.',
    });
  });
});

describe('an answer in terms of the visible nodes', () => {
  it('replaces hidden sections by their documents', () => {
    const answer = answerOf(DATA, { kind: 'path', of: 'variable:X', to: 'b#1' });
    const seen = answerByVisible(answer, DATA, new Set(['a', 'b', 'variable:X']));
    expect([...seen.distances.keys()]).toEqual(['variable:X', 'a', 'b']);
    expect(seen.links.map(({ source, target }) => `${source} ${target}`)).toEqual(['variable:X a', 'a b']);
  });

  it('reaches each node by one line where the answer is a tree', () => {
    const distances = new Map([
      ['x', 0],
      ['a#1', 1],
      ['b#1', 1],
      ['c#1', 2],
    ]);
    const links = [
      ['x', 'a#1'],
      ['x', 'b#1'],
      ['a#1', 'c#1'],
      ['b#1', 'c#1'],
      ['c#1', 'a#1'],
    ].map(([source, target]) => ({ source, target, way: 'in' as const }));
    const seen = answerByVisible(
      { distances, links, summary: '', steps: [], isTree: true },
      DATA,
      new Set(['x', 'a', 'b', 'c']),
    );
    expect(seen.links.map(({ source, target }) => `${source} ${target}`)).toEqual(['x a', 'x b', 'a c']);
  });
});

describe('the changes', () => {
  it('are listed with their words, relative to a revision', () => {
    const changes = [{ id: 'a', words: '2 sections added' }];
    const answer = answerOf({ ...DATA, changes, revision: 'v1 (2026-01-02)' }, { kind: 'since' });
    expect(answer.summary).toBe('Since v1 (2026-01-02): changes in 1 place.');
    expect(answer.steps).toEqual([{ id: 'a', distance: 0, words: '2 sections added' }]);
    expect(answerOf(DATA, { kind: 'since' }).summary).toContain('no earlier revision');
  });
});

it('a question without its node asks for it', () => {
  expect(answerOf(DATA, { kind: 'impact', of: '' })).toMatchObject({
    isEmpty: true,
    summary: 'Choose a document, a section or a name: click it, or type it.',
  });
});

describe('over the whole specification', () => {
  it('every reference of a path has its sentences', async () => {
    const { graph } = await realSpecification();
    const atlas = atlasOf(graph);
    const nodeOf = (id: string) => atlas.nodeWithDocument(atlas.indexOf(id));
    const sentences = sentencesBetween(sentenceRows(fetchedSentences(graph, wholeMap(graph))), nodeOf, (id) =>
      holdersOf(atlas, id),
    );
    const finder = new AnswerFinder(atlas.scene);
    const path = (of: string, to: string) =>
      finder.answer({ kind: 'path', of, to }, { kinds: ['document'] }).answer;
    const answers = [
      path('variable:FL_EDGE_BACKOFF', '08-single-site-orchestration'),
      path('12-multi-site-federation', '05-supernode-tls-trust'),
    ];
    for (const { steps } of answers)
      for (const { source, target, kind } of steps.slice(1))
        if (kind !== 'contains')
          expect(sentences(source!, target!).length, `${source} ${target}`).toBeGreaterThan(0);
    expect(answers[1].summary).toMatch(/^12 Multi-Site Federation refers to 05 .* in \d+ places; 05 /);
  });
});
