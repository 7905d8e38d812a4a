import { describe, expect, it } from 'vitest';
import {
  exportData,
  fileNameOf,
  genericFont,
  titleOf,
  propertiesToWrite,
} from '../../../../src/client/graph/export/content.ts';
import { nodesInPicture } from '../../../../src/client/graph/canvas/scene-queries.ts';
import type { MapState } from '../../../../src/client/graph/state/state.ts';
import { fittingTransform, visibleParts } from '../../../../src/map/levels.ts';
import { atlasOf } from '../../../../src/site/graph/picture.ts';
import { realSpecification } from '../../../helpers/real-specification.ts';

const URL_OF_PAGE = 'https://example.org/base/graph/?view=matrix&through=5';
const SIZE = { width: 1000, height: 700 };
const atlas = atlasOf((await realSpecification()).graph);

it('describes the visible map', () => {
  const state = {
    kinds: ['document'] as const,
    view: 'matrix' as const,
    through: 5,
  };
  expect(titleOf(state, atlas.node(atlas.indexOf('03-contextualization-reference')))).toBe(
    'Specification: matrix of references, through phase 5, 03 Contextualization Variable Reference selected',
  );
  expect(fileNameOf(state, 'svg')).toBe('specification-matrix-phase-5.svg');
  expect(fileNameOf({ kinds: [] }, 'json')).toBe('specification-map.json');
});

it('holds the nodes and ties of the selection, the state and absolute addresses', () => {
  const state: MapState = { kinds: ['document'], through: 5, hasWeakTies: true };
  const visible = atlas.visible(state);
  const parts = visibleParts(atlas.scene, visible, fittingTransform(atlas.scene.box, SIZE), SIZE);
  const shown = nodesInPicture(atlas, visible, parts);
  const exported = JSON.parse(JSON.stringify(exportData(shown, state, URL_OF_PAGE)));
  expect(exported).toMatchObject({
    schema: 'specgraph.map/1',
    url: URL_OF_PAGE,
    state: { view: 'map', kinds: ['document'], through: 5 },
  });
  expect(exported.nodes).toHaveLength(10);
  expect(exported.nodes.map(({ id }: { id: string }) => id)).toEqual(shown.nodes.map(({ id }) => id));
  expect(exported.nodes.every(({ url }: { url: string }) => url.startsWith('https://example.org/'))).toBe(
    true,
  );
  expect(
    exported.nodes.find(({ id }: { id: string }) => id === '03-contextualization-reference'),
  ).toMatchObject({
    label: '03 Contextualization Variable Reference',
    number: '03',
    title: 'Contextualization Variable Reference',
  });
  const ids = new Set(exported.nodes.map(({ id }: { id: string }) => id));
  expect(exported.ties.length).toBeGreaterThan(10);
  expect(
    exported.ties.every(({ source, target }: Record<string, string>) => ids.has(source) && ids.has(target)),
  ).toBe(true);
});

describe('styles', () => {
  it('are written only where they differ from the inherited ones', () => {
    const above = new Map([
      ['fill', '#ff0000'],
      ['opacity', '0.5'],
      ['font-size', '12px'],
    ]);
    expect(
      propertiesToWrite(
        new Map([
          ['fill', '#ff0000'],
          ['opacity', '1'],
          ['font-size', '12px'],
        ]),
        above,
      ),
    ).toEqual([]);
    expect(
      propertiesToWrite(
        new Map([
          ['fill', '#000000'],
          ['opacity', '0.5'],
          ['font-size', '12px'],
        ]),
        above,
      ),
    ).toEqual([
      ['fill', '#000000'],
      ['opacity', '0.5'],
    ]);
    expect(
      propertiesToWrite(
        new Map([
          ['fill', '#000000'],
          ['font-size', '12px'],
        ]),
        undefined,
      ),
    ).toEqual([['font-size', '12px']]);
  });

  it('name fonts that every system has', () => {
    expect(genericFont('ui-monospace, "SF Mono", monospace')).toBe('monospace');
    expect(genericFont('ui-sans-serif, system-ui')).toBe('sans-serif');
  });
});
