import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const list = (...numbers: string[]): Record<string, string> => ({
  'g/a.md': `# A\n\n${numbers.map((number) => `${number}. Item.`).join('\n')}\n`,
});
const table = (heading: string, ...numbers: string[]): Record<string, string> => ({
  'g/a.md': `# A\n\n| ${heading} | What |\n|---|---|\n${numbers.map((number, i) => `| ${number} | x${i} |`).join('\n')}\n`,
});
const message = (kind: string, written: string, expected: string) => ({
  message: `The ${kind} has the number ${written}; ${expected} was expected.`,
  suggestion: expected,
});

ruleTest(ruleById('misnumbered-item')!, {
  good: {
    'a list': list('1', '2', '3', '4'),
    'parts of item 7 without a dot': list('77', '78', '79', '710', '711'),
    'a list that begins later': list('4', '5', '6'),
    'one number for all': list('1', '1', '1'),
    'numbers that begin again': list('1', '2', '3', '1', '2', '3'),
    'two items': list('1', '3'),
    'several breaks': list('1', '3', '5', '7'),
    'steps with letters': table('Step', '7', '7a', '7b', '8'),
    'codes that leave some out': table('Code', '0', '1', '2', '10'),
    'a table that goes on from another one': {
      'g/a.md':
        '# A\n\n| # | a |\n|---|---|\n| 1 | x |\n\n| # | a |\n|---|---|\n| 2 | y |\n| 3 | z |\n| 4 | w |\n',
    },
    'references that leave some out': table('Where', 'Step 1', 'Step 4', 'Step 6', 'Step 7', 'Step 9'),
    'ranges and letters of references': table('Where', 'Step 1', 'Steps 2-3', 'Step 3b', 'Step 4', 'Step 5a'),
    'few references': table('Where', 'Step 1', 'Step 3', 'Step 3'),
    'references with other words': table(
      'Where',
      'a/1, Step 1',
      'a/2, Step 2',
      'a/1, Step 4',
      'a/1, Step 4',
      'Step 5',
    ),
    'numbers that rise': table('Port', '80', '443', '443', '8080', '9090', '9091'),
    'numbers that fall in two places': table('Size', '1', '30', '20', '40', '70', '60', '80'),
    'few numbers that do not rise': table('Port', '80', '8080', '443', '9090', '9091'),
    'a number that belongs further away': table('Size', '10', '90', '20', '40', '50', '70'),
    'a last row that is none': table('#', '1', '2', '3', '4 and later'),
    'words among the numbers': table('#', '1', '2', 'x', '5'),
  },
  bad: {
    'two items in the other order': {
      files: list('1', '2', '⟦4⟧', '3', '5'),
      message: 'The item with the number 4 stands before that with 3.',
      suggestion: '3',
    },
    'two references in the other order': {
      files: table('Where', 'Step 1', 'Steps 2-3', '⟦Step 5⟧', 'Step 4', 'Step 6'),
      message: 'The row with the number 5 stands before that with 4.',
      suggestion: '4',
    },
    'two rows in the other order before a last one without a number': {
      files: table('Attempt', '1', '2', '⟦4⟧', '3', '5 and later'),
      message: 'The row with the number 4 stands before that with 3.',
      suggestion: '3',
    },
    'two rows of numbers that rise': {
      files: table('Port', '80', '⟦8080⟧', '443', '9090', '9091', '9400'),
      message: 'The row with the number 8080 stands before that with 443.',
      suggestion: '443',
    },
    'between two others': { files: list('1', '2', '⟦7⟧', '4'), ...message('item', '7', '3') },
    'the last one': { files: list('1', '2', '3', '⟦3⟧'), ...message('item', '3', '4') },
    'the first one': { files: list('⟦4⟧', '2', '3'), ...message('item', '4', '1') },
    'an item is missing': { files: list('1', '2', '⟦4⟧', '5'), ...message('item', '4', '3') },
    'the first row is missing': { files: table('#', '⟦2⟧', '3', '4'), ...message('row', '2', '1') },
    'a row': { files: table('#', '1', '2', '⟦4⟧'), ...message('row', '4', '3') },
    'a reference between two others': {
      files: table('Where', 'a/1, Step 1', 'a/1, Steps 2-3', '⟦a/1, Step 5⟧', 'a/1, Step 5', 'a/1, Step 6'),
      ...message('row', '5', '4'),
    },
    'a code between two others': {
      files: table('Code', '1', '2', '⟦30⟧', '4'),
      ...message('row', '30', '3'),
    },
  },
});
