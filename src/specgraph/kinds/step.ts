import type { Kind } from './kind.ts';

/** Headings such as "Step 7b: Join", and the items of ordered lists where a document has no such headings. */
export const stepKind: Kind = {
  id: 'step',
  name: { one: 'step', many: 'steps' },
  isAction: true,
  series: [
    {
      series: 'step',
      singular: ['step'],
      plural: ['steps'],
      letterCase: 'any',
      forms: ['numbers', 'bracketed'],
      plainHeadings: false,
    },
  ],
  ids: { pattern: String.raw`\d+[a-z]?`, ignore: ['zeros'] },
  scope: 'document',
  definitions: [{ from: 'headings' }, { from: 'list' }],
  mentions: [{ by: 'series' }],
  code: { spans: false, blocks: false },
  beside: [],
  checks: ['undefined'],
  fields: [],
  label: 'Step {id}',
  longLabel: 'Step {id}: {title}',
  leadsTo: 'place',
  map: { isShownAround: false, diagrams: 'none', shape: 'box', colour: 'step' },
  search: { rank: 3, isName: false },
};
