import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('table-without-ruler')!, {
  good: {
    'a table, with blanks, colons and without outer pipes': {
      'g/a.md': '| A | B |\n| :-: | - |\n| 1 | 2 |\n\nA | B\n--|--\n1 | 2\n',
    },
    'a paragraph above a table': { 'g/a.md': 'Words:\n| A | B |\n|---|---|\n| 1 | 2 |\n' },
    'pipes in prose and formulas': {
      'g/a.md': 'Write `a | b` for one of them.\n\n|x| + |y|\n|y| + |x|\n\n|a| || |b|\n|a| || |b|\n',
    },
    'one line with pipes': { 'g/a.md': '| A | B |\n\nWords.\n' },
    'a drawing in code': { 'g/a.md': '```\n| A | B |\n| 1 | 2 |\n```\n' },
  },
  bad: {
    'the ruler is lost': {
      files: { 'g/a.md': '# A\n\n⟦| A | B |⟧\n| 1 | 2 |\n| 3 | 4 |\n' },
      message: 'There is no line of dashes below the header of 2 cells, so the lines are shown as text.',
      suggestion: 'add "| --- | --- |" below the header',
    },
    'the ruler is lost below words': {
      files: { 'g/a.md': '> Words:\n> ⟦| A | B |⟧\n> | 1 | 2 |\n' },
      message: 'There is no line of dashes below the header of 2 cells, so the lines are shown as text.',
      suggestion: 'add "| --- | --- |" below the header',
    },
    'the ruler has a column too few': {
      files: { 'g/a.md': '| A | B | C |\n⟦|---|---|⟧\n| 1 | 2 | 3 |\n' },
      message: 'The line of dashes has 2 columns and the header 3 cells, so the lines are shown as text.',
      suggestion: '| --- | --- | --- |',
    },
    'the ruler holds other signs': {
      files: { 'g/a.md': '| A | B |\n⟦|--+--|---|⟧\n| 1 | 2 |\n' },
      message: 'The line below the header holds more than dashes and colons, so the lines are shown as text.',
      suggestion: '| --- | --- |',
    },
    'the header is lost': {
      files: { 'g/a.md': '# A\n\n⟦|---|---|⟧\n| 1 | 2 |\n' },
      message: 'The line of dashes has no header above it, so the lines are shown as text.',
      suggestion: 'add the header above it',
    },
    'a blank line in a table': {
      files: { 'g/a.md': '| A | B |\n|---|---|\n| 1 | 2 |\n\n⟦| 3 | 4 |⟧\n' },
      message: 'A blank line separates these rows from their table, so the lines are shown as text.',
      suggestion: 'remove the blank line',
    },
  },
});
