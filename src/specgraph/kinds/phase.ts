import type { Kind } from './kind.ts';

/** The phases that the configuration lists. */
export const phaseKind: Kind = {
  id: 'phase',
  name: { one: 'phase', many: 'phases' },
  series: [
    {
      series: 'phase',
      singular: ['phase'],
      plural: ['phases'],
      letterCase: 'capital',
      forms: ['numbers'],
      plainHeadings: false,
    },
  ],
  ids: { pattern: String.raw`\d+[a-z]?`, ignore: ['zeros'] },
  scope: 'set',
  definitions: [{ from: 'configuration', list: 'phases', id: 'number', title: 'name' }],
  mentions: [{ by: 'series' }],
  code: { spans: false, blocks: false },
  beside: [],
  checks: ['undefined'],
  fields: [],
  label: 'Phase {id}',
  longLabel: 'Phase {id}: {title}',
  leadsTo: 'page',
  map: { isShownAround: false, diagrams: 'all', shape: 'hexagon', colour: 'phase' },
  search: { rank: 7, isName: true },
};
