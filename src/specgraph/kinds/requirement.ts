import type { Kind } from './kind.ts';

/** The requirements that the configuration lists. */
export const requirementKind: Kind = {
  id: 'requirement',
  name: { one: 'requirement', many: 'requirements' },
  series: [],
  ids: { ignore: [] },
  scope: 'set',
  definitions: [{ from: 'configuration', list: 'requirements', id: 'id', title: 'title' }],
  mentions: [{ by: 'like-defined' }],
  code: { spans: true, blocks: false },
  beside: [],
  checks: ['undefined', 'unused'],
  fields: [],
  label: '{id}',
  longLabel: '{id}: {title}',
  leadsTo: 'page',
  map: { isShownAround: false, diagrams: 'all', shape: 'note', colour: 'requirement' },
  search: { rank: 4, isName: true },
};
