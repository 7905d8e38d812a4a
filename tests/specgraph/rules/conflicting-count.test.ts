import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const table = (rows: number, heading = 'Event'): string =>
  `| ${heading} | When |\n|---|---|\n${Array.from({ length: rows }, (_, i) => `| e${i} | then |\n`).join('')}`;
const set = (
  other: string,
  own = 'The log has six event types.',
  rows = table(6),
): Record<string, string> => ({
  'g/a.md': `# A\n\n${own}\n\nThey are these.\n\n## Table\n\n${rows}`,
  'g/b.md': `# B\n\n${other}\n`,
});

ruleTest(ruleById('conflicting-count')!, {
  good: {
    'the same number': set('It knows 6 log event types.'),
    'no table lists so many': set('It knows five event types.', undefined, table(4)),
    'a table of other things': set('It knows five event types.', undefined, table(6, 'Host')),
    'a general noun in the heading': set('It knows five event types.', undefined, table(6, 'Type')),
    'a table of its own': set(`It knows five event types.\n\n${table(5)}`),
    'two numbers beside one place': set('It knows five event types, later seven event types.'),
    'small numbers': set('It knows four event types.', 'It has three event types.', table(3)),
    'some of them': set('It knows five other event types.'),
    'numbers far apart': set('It knows 9 event types.'),
  },
  bad: {
    'another number': {
      files: set('The log knows ⟦five⟧ event types.'),
      message: 'The text counts five event types; another place and the table of them say 6.',
      suggestion: 'six',
      related: ['g/a.md:9 the table', 'g/a.md:3 six event types'],
    },
    'where the table stands': {
      files: {
        ...set('It knows 6 log event types.', 'The log has ⟦7⟧ event types.'),
        'g/c.md': `# C\n\nThe 6 event types:\n\n${table(6)}`,
      },
      message: 'The text counts 7 event types; 2 other places and the table of them say 6.',
      suggestion: '6',
      related: ['g/c.md:5 the table', 'g/b.md:3 6 log event types'],
    },
  },
});
