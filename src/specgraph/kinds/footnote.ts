import type { Kind } from './kind.ts';

/** Footnotes as GitHub reads them: `[^1]` in the text and `[^1]: …` where the note stands. */
export const footnoteKind: Kind = {
  id: 'footnote',
  name: { one: 'footnote', many: 'footnotes' },
  series: [],
  ids: { ignore: ['case'] },
  scope: 'document',
  definitions: [],
  mentions: [],
  code: { spans: false, blocks: false },
  beside: [],
  checks: ['undefined'],
  fields: [],
  label: 'Footnote {id}',
  longLabel: 'Footnote {id}',
  leadsTo: 'place',
  map: { isShownAround: false, diagrams: 'none', shape: 'note', colour: 'section' },
  search: { rank: 9, isName: false },
};
