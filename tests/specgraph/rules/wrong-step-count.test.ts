import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

const STEPS = ['1: Read', '2: Check', '2a: Repair', '3: Start'].map((step) => `## Step ${step}`);
const BOOT = `# Boot\n\n${STEPS.join('\n\n')}\n`;
const section = (text: string): Record<string, string> => ({
  'g/a.md': `# A\n\n## Boot\n\n${text}\n\n${STEPS.map((step) => `#${step}`).join('\n\n')}\n`,
});
const set = (text: string, boot = BOOT): Record<string, string> => ({
  'g/a.md': `# A\n\n${text}\n`,
  'g/boot.md': boot,
});

ruleTest(ruleById('wrong-step-count')!, {
  good: {
    'the highest number': set('The 3-step boot of [boot](boot.md).'),
    'steps with a letter counted as well': set('The four-step boot of [boot](boot.md).'),
    'no document is named': set('A 7-step boot. See [boot](boot.md).'),
    'two documents are named': set('The 7-step boot of [boot](boot.md) and [this document](a.md).'),
    'the document has headings of no steps': set(
      'The 7-step boot of [boot](boot.md).',
      '# Boot\n\n## Start\n',
    ),
    'a numbered list has so many': set(
      'The 5-step repair of [boot](boot.md).',
      `${BOOT}\n${'1. Do it.\n'.repeat(5)}`,
    ),
    'a section with so many steps': section('The boot has three steps.'),
    'a section whose letters are counted': section('It runs the 4 steps below.'),
    'two steps with one number, counted once': {
      'g/a.md': `# A\n\n## Boot\n\nIt runs the 3 steps below.\n${[2, 2, 3, 4].map((n) => `\n### Step ${n}: Do\n`).join('')}`,
    },
    'some of the steps': section('The last 5 steps are run by root, and one of 5 steps may fail.'),
    'many more steps, those of something else': section('A full repair has 12 steps.'),
    'a section without steps': { 'g/a.md': '# A\n\n## B\n\nIt runs five steps.\n' },
    'no count of steps': set('Step-by-step and 12-stepped, see [boot](boot.md).'),
  },
  bad: {
    'a sentence': {
      files: set('The ⟦7⟧-step boot of [boot](boot.md).'),
      message: 'The text says 7-step; the steps of g/boot.md go up to 3.',
      suggestion: '3',
      related: ['g/boot.md:9 Step 3: Start'],
    },
    'a section': {
      files: section('It SHALL run the ⟦five⟧ steps below.'),
      message: 'The text says five steps; the steps below it go up to 3.',
      suggestion: 'three',
      related: ['g/a.md:13 Step 3: Start'],
    },
    'a number in words': {
      files: set('The ⟦seven⟧-step boot of [boot](boot.md).'),
      message: 'The text says seven-step; the steps of g/boot.md go up to 3.',
      suggestion: 'three',
      related: ['g/boot.md:9 Step 3: Start'],
    },
    'a row': {
      files: set('| Document | Content |\n|---|---|\n| [boot](boot.md) | overview; ⟦2⟧-step boot |'),
      message: 'The text says 2-step; the steps of g/boot.md go up to 3.',
      suggestion: '3',
      related: ['g/boot.md:9 Step 3: Start'],
    },
  },
});
