import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const table = (header: string): Record<string, string> => ({
  'g/a.md': `# A\n\n| ${header} |\n|${header
    .split('|')
    .map(() => '---|')
    .join('')}\n| a | b | c | d |\n`,
});

ruleTest(ruleById('repeated-column')!, {
  good: {
    'other headings': table('Server | Client | Result | Note'),
    'in two halves': table('Name | Value | Name | Value'),
    'headings that say nothing': table('Name | <br> | <br> | Value'),
    'headings without letters': table('Name | - | - | Value'),
    'other letter case': table('Aa | AA | ab | Ab'),
  },
  bad: {
    'a copied heading': {
      files: table('Server | ⟦Server⟧ | Result | Note'),
      message: 'Column 2 has the same heading as column 1: "Server".',
      suggestion: 'change one of them',
    },
    'headings apart': {
      files: table('Mode | strict | loose | ⟦strict⟧'),
      message: 'Column 4 has the same heading as column 2: "strict".',
      suggestion: 'change one of them',
    },
  },
});
