import type { Kind } from './kind.ts';

/** Names that the definition tables of the configuration define: `FL_EDGE_BACKOFF`. */
export const variableKind: Kind = {
  id: 'variable',
  name: { one: 'variable', many: 'variables' },
  series: [],
  ids: { ignore: [] },
  scope: 'set',
  definitions: [{ from: 'configuration', list: 'variables', id: 'name', title: 'name' }],
  mentions: [{ by: 'configuration', list: 'names' }],
  code: { spans: true, blocks: true },
  beside: [],
  checks: ['undefined', 'unused'],
  fields: [],
  label: '{id}',
  longLabel: '{id}',
  leadsTo: 'page',
  map: { isShownAround: true, diagrams: 'large', shape: 'ellipse', colour: 'variable' },
  search: { rank: 0, isName: true },
};
