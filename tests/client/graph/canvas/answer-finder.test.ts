import { describe, expect, it } from 'vitest';
import { answerOf, type Question } from '../../../../src/client/graph/state/ask.ts';
import { nodesInPicture } from '../../../../src/client/graph/canvas/scene-queries.ts';
import { AnswerFinder } from '../../../../src/client/graph/canvas/answer-finder.ts';
import { Atlas } from '../../../../src/map/atlas.ts';
import { fittingTransform, visibleParts } from '../../../../src/map/levels.ts';
import { highlightOfAnswer } from '../../../../src/client/graph/canvas/highlight.ts';
import { sceneOf } from '../../../../src/map/scene.ts';
import type { MapKind } from '../../../../src/map/model.ts';
import { labelOf } from '../../../../src/map/names.ts';
import { foldedMap, syntheticMap } from './synthetic.ts';

const KINDS: MapKind[] = ['document', 'section', 'variable', 'phase'];
const data = syntheticMap(40);
const scene = sceneOf(foldedMap(40));
const atlas = new Atlas(scene);
const asker = new AnswerFinder(scene);
const [FIRST, OTHER] = ['folder-0/000-document', 'folder-4/037-document'];
const idsOf = (indices: ArrayLike<number>): string[] => Array.from(indices, (node) => atlas.idOf(node));

describe('a question to a large map', () => {
  it.each<Question>([
    { kind: 'path', of: 'variable:V_3', to: OTHER },
    { kind: 'impact', of: 'variable:V_3' },
    { kind: 'near', of: FIRST, depth: 2, way: 'in' },
    { kind: 'near', of: FIRST, depth: 1, way: 'both' },
  ])('has the answer that it has to a small one: %j', (question) => {
    const {
      answer,
      steps,
      highlighted,
      questionNodeCount: starts,
    } = asker.answer(question, { kinds: KINDS });
    const expected = answerOf(data, question);
    expect(answer.isEmpty).toBeFalsy();
    expect(new Set(answer.steps.map(({ id, distance }) => `${id} ${distance}`))).toEqual(
      new Set(expected.steps.map(({ id, distance }) => `${id} ${distance}`)),
    );
    expect(idsOf(steps)).toEqual(answer.steps.map(({ id }) => id));
    expect(new Set(idsOf(highlighted))).toEqual(new Set(expected.distances.keys()));
    expect(new Set(idsOf(highlighted.subarray(0, starts)))).toEqual(
      new Set([...expected.distances].filter(([, distance]) => distance === 0).map(([id]) => id)),
    );
  });

  it('draws its lines from nearer to farther nodes', () => {
    const { path, lines, answer } = asker.answer(
      { kind: 'path', of: 'variable:V_3', to: OTHER },
      { kinds: KINDS },
    );
    const steps = answer.steps.map(({ id }) => id);
    expect(idsOf(path)).toEqual(steps.slice(1).flatMap((id, i) => [steps[i], id]));
    expect(lines).toHaveLength(0);
  });

  it('highlights documents for hidden sections; a neighbourhood follows visible nodes only', () => {
    const hidden = asker.answer({ kind: 'impact', of: 'variable:V_3' }, { kinds: ['document', 'variable'] });
    expect(idsOf(hidden.highlighted).every((id) => !id.includes('#'))).toBe(true);
    expect(hidden.answer.steps.some(({ id }) => id.includes('#'))).toBe(true);
    const near = asker.answer(
      { kind: 'near', of: `${FIRST}#part-0`, depth: 1, way: 'both' },
      { kinds: ['document'] },
    );
    // What stands outside documents is shown around the asked node, also where the filters hide it.
    expect(near.answer.steps.map(({ id }) => id)).toEqual([FIRST, 'variable:V_39']);
    expect(idsOf(near.highlighted)).toContain(`${FIRST}#part-0`);
    const early = asker.answer(
      { kind: 'near', of: FIRST, depth: 1, way: 'in' },
      { kinds: KINDS, through: 1 },
    );
    expect(early.answer.steps.length).toBeLessThan(
      asker.answer({ kind: 'near', of: FIRST, depth: 1, way: 'in' }, { kinds: KINDS }).answer.steps.length,
    );
  });

  it('highlights nothing for an incomplete question or an unknown node', () => {
    expect(
      highlightOfAnswer(asker.answer({ kind: 'path', of: FIRST, to: '' }, { kinds: KINDS })),
    ).toBeUndefined();
    expect(
      highlightOfAnswer(asker.answer({ kind: 'impact', of: 'variable:NOWHERE' }, { kinds: KINDS })),
    ).toBeUndefined();
    const nowhere = asker.answer({ kind: 'near', of: 'nowhere', depth: 1, way: 'both' }, { kinds: KINDS });
    expect([nowhere.answer.isEmpty, nowhere.highlighted.length]).toEqual([true, 0]);
    expect(
      highlightOfAnswer(asker.answer({ kind: 'impact', of: 'variable:V_3' }, { kinds: KINDS }))!
        .questionNodes,
    ).toEqual(new Set([atlas.indexOf('variable:V_3')]));
  });
});

describe('a node', () => {
  it('is named with its document where it is part of one', () => {
    const of = (id: string): string => labelOf(atlas.nodeWithDocument(atlas.indexOf(id)));
    expect(of(`${FIRST}#part-2`)).toBe(`0, ${FIRST}#part-2 named`);
    expect([of(FIRST), of('variable:V_3')]).toEqual(['0 Document', 'variable:V_3 named']);
  });

  it('is suggested: documents first, then nodes outside of documents', () => {
    const kinds = atlas.suggestions().map(({ kind }) => kind);
    expect(kinds.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 'document'));
    expect(new Set(kinds)).toEqual(new Set(['document', 'variable', 'phase']));
  });

  it('is counted by phase, without the parts of documents', () => {
    const { nodes } = data;
    const count = (kind: string): number =>
      nodes.filter((node) => node.kind === kind && node.phase === 1).length;
    expect(Object.fromEntries(atlas.countAddedNodes(1))).toEqual({
      document: count('document'),
      variable: count('variable'),
    });
    expect([...atlas.countAddedNodes(200)]).toEqual([]);
  });
});

describe('the picture', () => {
  const size = { width: 1000, height: 700 };
  const all = new Uint8Array(atlas.size).fill(1);

  it('shows whole documents and their ties at a small scale', () => {
    const { nodes, ties } = nodesInPicture(
      atlas,
      all,
      visibleParts(scene, all, { ...fittingTransform(scene.box, size), k: 0.05 }, size),
    );
    expect(nodes).toHaveLength(41);
    expect(nodes.every(({ id }) => !id.includes('#'))).toBe(true);
    const ids = new Set(nodes.map(({ id }) => id));
    // Part 0 of the first document refers to the document itself, its part 1 to the second.
    expect(
      ties.find(({ source, target }) => source === FIRST && target === 'folder-0/001-document'),
    ).toMatchObject({ kind: 'refers', count: 1 });
    expect(ties.some(({ source, target }) => source === 'folder-0/001-document' && target === FIRST)).toBe(
      false,
    );
    expect(ties.every(({ source, target }) => ids.has(source) && ids.has(target))).toBe(true);
    expect(new Set(ties.map(({ source, target, kind }) => `${source} ${target} ${kind}`)).size).toBe(
      ties.length,
    );
  });

  it('shows the visible parts of documents at a large scale', () => {
    const [circle] = scene.regions;
    const near = { k: 6, x: 500 - 6 * circle.x, y: 350 - 6 * circle.y };
    const whole = nodesInPicture(atlas, all, visibleParts(scene, all, near, size));
    expect(whole.nodes.filter(({ kind }) => kind === 'section').length).toBeGreaterThan(5);
    expect(whole.ties.some(({ kind }) => kind === 'contains')).toBe(true);
    const some = atlas.visible({ kinds: ['document', 'variable'] });
    expect(
      nodesInPicture(atlas, some, visibleParts(scene, some, near, size)).nodes.some(
        ({ kind }) => kind === 'section',
      ),
    ).toBe(false);
  });
});
