/** Texts of the page: for screen readers, beside the slider, in the panel. */
import { describe, expect, it } from 'vitest';
import { describeNode } from '../../../src/client/graph/keyboard.ts';
import { describeAddedNodes } from '../../../src/client/graph/timeline.ts';
import { mostConnectedNode, neighbourTowards } from '../../../src/client/graph/state/arrow-keys.ts';
import { relationsOf } from '../../../src/client/graph/canvas/scene-queries.ts';
import { Atlas } from '../../../src/map/atlas.ts';
import { sceneOf } from '../../../src/map/scene.ts';
import { flatMap } from './canvas/synthetic.ts';
import { DATA, node, tie } from './small-map.ts';

const atlas = new Atlas(sceneOf(flatMap(DATA)));

it('announces a node and its ties', () => {
  const describe = (id: string): string =>
    describeNode(atlas.node(atlas.indexOf(id)), relationsOf(atlas, id));
  expect(describe('a')).toBe('a, document: points at 2 things, 1 points at it.');
  expect(describe('variable:X')).toBe('variable:X, variable: points at 0 things, 2 point at it.');
  expect(describe('missing:b 9')).toBe('missing:b 9, missing: points at 0 things, 1 points at it.');
});

it('describes the nodes that a phase added, without sections and the phase itself', () => {
  const addedBy = (phase: number): string => describeAddedNodes(atlas.countAddedNodes(phase));
  expect(addedBy(1)).toBe(' added 1 document and 1 variable');
  expect(addedBy(3)).toBe(' added 1 document and 1 requirement');
  expect(addedBy(9)).toBe('');
  const counts = new Map([
    ['document', 1],
    ['variable', 2],
    ['attribute', 1],
  ]);
  expect(describeAddedNodes(counts)).toBe(' added 1 document, 2 variables and 1 attribute');
});

describe('the arrow keys', () => {
  const at = (id: string, x: number, y: number) => ({ ...node(id, 'document'), x, y });
  const map = {
    nodes: [at('o', 0, 0), at('near', 10, 2), at('far', 40, 0), at('up', 1, -30), at('loose', 5, 0)],
    ties: [tie('o', 'near', 'refers'), tie('far', 'o', 'refers'), tie('o', 'up', 'refers')],
  };

  it('follow a tie to the node that lies best in that direction', () => {
    expect(neighbourTowards(map, 'o', [1, 0])?.id).toBe('near');
    expect(neighbourTowards(map, 'o', [0, -1])?.id).toBe('up');
    expect(neighbourTowards(map, 'o', [-1, 0])).toBeUndefined();
    expect(neighbourTowards(map, 'nowhere', [1, 0])).toBeUndefined();
  });

  it('start at the node with most ties', () => {
    expect(mostConnectedNode(map)?.id).toBe('o');
    expect(mostConnectedNode({ nodes: [], ties: [] })).toBeUndefined();
  });
});
