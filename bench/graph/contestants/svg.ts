import type { MapData } from '../../../src/map/model.ts';
import { create } from '../../../src/client/graph/force/force-view.ts';
import type { MapKind } from '../../../src/map/model.ts';
import '../../../src/styles/tokens.css';
import { contest, dataUrl, host } from './contest.ts';

import.meta.glob('../../../src/styles/graph.css', { eager: true });
const ALL: readonly MapKind[] = [
  'document',
  'section',
  'step',
  'variable',
  'attribute',
  'requirement',
  'phase',
];
const asked = new URLSearchParams(location.search).get('kinds')?.split(',');
const kinds = ALL.filter((kind) => !asked || asked.includes(kind));
contest(
  async () => {
    const data = (await (await fetch(dataUrl.replace('.json', '-map.json'))).json()) as MapData;
    create(host, data, { kinds }, { select: () => undefined, open: () => undefined });
  },
  { delta: -40, every: 1 },
);
