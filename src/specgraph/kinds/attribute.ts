import type { Kind } from './kind.ts';

/** Names that look like variables and that the configuration lists as something else: values that a script publishes. */
export const attributeKind: Kind = {
  id: 'attribute',
  name: { one: 'attribute', many: 'attributes' },
  series: [],
  ids: { ignore: [] },
  scope: 'set',
  definitions: [{ from: 'configuration', list: 'names.attributes', id: 'name', title: 'name' }],
  mentions: [{ by: 'configuration', list: 'names' }],
  code: { spans: true, blocks: true },
  beside: [],
  checks: ['undefined'],
  fields: [],
  label: '{id}',
  longLabel: '{id}',
  leadsTo: 'page',
  map: { isShownAround: false, diagrams: 'none', shape: 'ellipse', colour: 'attribute' },
  search: { rank: 5, isName: true },
};
