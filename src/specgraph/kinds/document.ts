import type { Kind } from './kind.ts';

/** Files of the set. Prose names them by link, file name, title or, where they are numbered, by number: "spec/14". */
export const documentKind: Kind = {
  id: 'document',
  name: { one: 'document', many: 'documents' },
  series: [],
  ids: { ignore: ['zeros'] },
  scope: 'set',
  definitions: [{ from: 'files' }],
  mentions: [],
  code: { spans: true, blocks: false },
  beside: [],
  checks: ['undefined'],
  fields: [],
  label: '{id} {title}',
  longLabel: '{id} {title}',
  leadsTo: 'page',
  map: { isShownAround: true, diagrams: 'all', shape: 'box', colour: 'document' },
  search: { rank: 1, isName: false },
};
