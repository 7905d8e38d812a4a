import type { Kind } from './kind.ts';

/** Captions such as "Figure 3: …". A document without them has no numbered figures, and "Figure 3" says nothing in it. */
export const figureKind: Kind = {
  id: 'figure',
  name: { one: 'figure', many: 'figures' },
  series: [
    {
      series: 'figure',
      singular: ['figure', 'fig.'],
      plural: ['figures', 'figs.'],
      letterCase: 'any',
      forms: ['numbers', 'letters', 'pairs'],
      plainHeadings: false,
    },
  ],
  ids: { ignore: ['zeros'] },
  scope: 'document',
  definitions: [{ from: 'captions' }],
  mentions: [{ by: 'series' }],
  code: { spans: false, blocks: false },
  beside: [],
  checks: ['undefined', 'duplicate', 'gaps'],
  fields: [],
  label: 'Figure {id}',
  longLabel: 'Figure {id}: {title}',
  leadsTo: 'place',
  map: { isShownAround: false, diagrams: 'none', shape: 'note', colour: 'figure' },
  search: { rank: 6, isName: false },
};
