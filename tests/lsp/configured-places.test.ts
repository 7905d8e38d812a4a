import { describe, expect, it } from 'vitest';
import type { GraphNode } from '#specgraph';
import type { Project } from '#specgraph/load';
import { placeInConfiguration } from '../../src/lsp/features/configured-places.ts';

function placeIn(
  text: string | undefined,
  node: Pick<GraphNode, 'id' | 'kind' | 'title'>,
): string | undefined {
  const project = { configFile: 'specgraph.config.ts' } as Project;
  const place = placeInConfiguration({ project, readText: () => text }, node as GraphNode);
  return place && `${place.line}:${place.column}-${place.endColumn}`;
}

const phase = { id: 'phase:2', kind: 'phase', title: 'Run' } as const;

describe('a number', () => {
  it('is taken where its title stands in the same entry', () => {
    const text = "{ number: '1', name: 'Build', dependsOn: ['2'] },\n{ number: '2', name: 'Run' },";
    expect(placeIn(text, phase)).toBe('2:12-13');
  });
  it('is taken where its title stands a few lines below', () => {
    expect(placeIn('- number: 1\n  dependsOn: 2\n\n\n\n\n- number: 2\n  name: Run', phase)).toBe('7:11-12');
  });
  it('is not taken where the title stands nowhere near', () => {
    expect(placeIn("{ number: '2' }\n\n\n\n\n\n// Run", phase)).toBeUndefined();
  });
  it('is not a part of another number', () => {
    expect(placeIn('version: 1.2 # Run\n2b: Run\nx-2: Run', phase)).toBeUndefined();
  });
});

it('a name without a title is taken where it stands', () => {
  const attribute = { id: 'attribute:FL_READY', kind: 'attribute', title: 'FL_READY' } as const;
  expect(placeIn("read('FL_READY_NOW');\nread('FL_READY');", attribute)).toBe('2:7-15');
});

it('there is none where the configuration has gone', () => {
  expect(placeIn(undefined, phase)).toBeUndefined();
});
