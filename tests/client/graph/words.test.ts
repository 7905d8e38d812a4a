/** Texts of the page: for screen readers, beside the slider, in the panel. */
import { describe, expect, it } from 'vitest';
import { longName } from '../../../src/client/graph/panel/answer-panel.ts';
import { describeNode } from '../../../src/client/graph/keyboard.ts';
import { countAddedNodes, describeAddedNodes } from '../../../src/client/graph/timeline.ts';
import { mostConnectedNode, neighbourTowards } from '../../../src/client/graph/state/arrow-keys.ts';
import type { MapData } from '../../../src/map/model.ts';
import { DATA, node, tie } from './small-map.ts';

const of = (id: string) => DATA.nodes.find((own) => own.id === id)!;

it('announces a node and its ties', () => {
  expect(describeNode(of('a'), DATA)).toBe('a, document: points at 3 things, 1 points at it.');
  expect(describeNode(of('variable:X'), DATA)).toBe(
    'variable:X, variable: points at 0 things, 2 point at it.',
  );
  expect(describeNode(of('missing:b 9'), DATA)).toBe(
    'missing:b 9, missing: points at 0 things, 1 points at it.',
  );
});

it('describes the nodes that a phase added, without sections and the phase itself', () => {
  const addedBy = (data: MapData, phase: number): string => describeAddedNodes(countAddedNodes(data, phase));
  expect(addedBy(DATA, 1)).toBe(' added 1 document and 1 variable');
  expect(addedBy(DATA, 3)).toBe(' added 1 document and 1 requirement');
  expect(
    addedBy(
      {
        nodes: [...DATA.nodes, node('z', 'attribute', { phase: 1 }), node('y', 'variable', { phase: 1 })],
        ties: [],
      },
      1,
    ),
  ).toBe(' added 1 document, 2 variables and 1 attribute');
  expect(addedBy(DATA, 9)).toBe('');
});

it.each([
  ['spec/03 10o', '10o', '10o.', 'Edge Discovery Backoff', 'spec/03 10o Edge Discovery Backoff'],
  ['spec/03 A', 'A', 'Appendix A:', 'Names', 'spec/03 A Names'],
  [
    'spec/02 13 "Edge Configuration"',
    undefined,
    undefined,
    'Edge Configuration',
    'spec/02 13 Edge Configuration',
  ],
])('names sections with their document: %s, %s', (name, number, numbering, title, long) => {
  expect(longName(node('x', 'section', { document: 'd', name, number, numbering, title }))).toBe(long);
  expect(longName(node('x', 'variable', { name, title }))).toBe(title);
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
