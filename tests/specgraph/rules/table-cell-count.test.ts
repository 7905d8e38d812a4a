import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const HEAD = '| A | B | C |\n|---|---|---|\n';

ruleTest(ruleById('table-cell-count')!, {
  good: {
    'with and without outer pipes, empty cells, escaped pipes': {
      'g/a.md': `${HEAD}| 1 | 2 | 3 |\n1 | 2 | 3\n| | | |\n| a \\| b | \`c \\| d\` | 3 |\n`,
    },
    'a row that is the title of those below it': { 'g/a.md': `${HEAD}| **Inputs** |\n| 1 | 2 | 3 |\n` },
    'a table that leaves out its last cells': {
      'g/a.md': `${HEAD}| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 | 7 |\n`,
    },
    'a pipe of a template': { 'g/a.md': `${HEAD}| {{ page.url | relative_url }} | 2 | 3 |\n` },
    'a table in code': { 'g/a.md': `\`\`\`md\n${HEAD}| 1 | 2 |\n\`\`\`\n` },
    'a heading directly below a table': { 'g/a.md': `# A\n\n${HEAD}| 1 | 2 | 3 |\n## B\n` },
  },
  bad: {
    'a cell is missing': {
      files: { 'g/a.md': `${HEAD}| 1 | 2 | 3 |\n⟦| 4 | 5 |⟧\n` },
      message: 'The row has 2 cells, but the table has 3 columns.',
      suggestion: 'add the missing cell',
    },
    'a cell too many, in a list': {
      files: { 'g/a.md': '- words\n\n  | A | B |\n  |---|---|\n  ⟦| 1 | 2 | 3 |⟧\n' },
      message: 'The row has 3 cells, but the table has 2 columns, so what is too much is not shown.',
      suggestion: 'remove a pipe, or add a column',
    },
    'a pipe in code ends a cell': {
      files: { 'g/a.md': `${HEAD}⟦| \`a|b\` | 2 | 3 |⟧\n` },
      message: 'The row has 4 cells, but the table has 3 columns: a pipe ends a cell in code as well.',
      suggestion: 'write "\\|" for the pipe in the code',
      fixed: `${HEAD}| \`a\\|b\` | 2 | 3 |\n`,
    },
    'text directly below a table': {
      files: { 'g/a.md': `${HEAD}| 1 | 2 | 3 |\n⟦More words.⟧\n` },
      message:
        'The row has 1 cell, but the table has 3 columns: the line directly below a table is a row of it.',
      suggestion: 'put a blank line below the table',
    },
    'one short row among many': {
      files: {
        'g/a.md': `> ${HEAD.replace('\n', '\n> ')}> | 1 | 2 | 3 |\n> ⟦| 4 |  5 |⟧\n> | 6 | 7 | 8 |\n`,
      },
      message: 'The row has 2 cells, but the table has 3 columns.',
      suggestion: 'add the missing cell',
    },
  },
});
