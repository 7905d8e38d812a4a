import type { Kind } from './kind.ts';

/** Captions such as "Table 3: …". A document without them has no numbered tables, and "Table 3" says nothing in it. */
export const tableKind: Kind = {
  id: 'table',
  name: { one: 'table', many: 'tables' },
  series: [
    {
      series: 'table',
      singular: ['table', 'tbl.'],
      plural: ['tables', 'tbls.'],
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
  label: 'Table {id}',
  longLabel: 'Table {id}: {title}',
  leadsTo: 'place',
  map: { isShownAround: false, diagrams: 'none', shape: 'note', colour: 'table' },
  search: { rank: 6, isName: false },
};
