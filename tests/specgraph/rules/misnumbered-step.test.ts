import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

/** Headings of the third level below one section; `⟦…⟧` marks the finding. */
const steps = (...numbers: string[]): string =>
  `# Start\n\n## Boot\n\n${numbers.map((number) => stepHeading(number)).join('\n')}`;

const stepHeading = (number: string): string =>
  number.startsWith('⟦') ? `⟦### Step ${number.slice(1, -1)}: Do it⟧\n` : `### Step ${number}: Do it\n`;

/** Steps 1 to 6, and a block whose comments name some of them. */
const commented = (...comments: string[]): string =>
  `${steps('1', '2', '3', '4', '5', '6')}\n## All\n\n\`\`\`sh\n${comments.map((step, i) => `run_${i} # ${step}`).join('\n')}\n\`\`\`\n`;

ruleTest(ruleById('misnumbered-step')!, {
  good: {
    'in order': { 'spec/a.md': steps('1', '2', '3') },
    'from zero': { 'spec/a.md': steps('0', '1', '2') },
    'from another number': { 'spec/a.md': steps('4', '5', '6') },
    'letters between': { 'spec/a.md': steps('1', '2', '2a', '2b', '3') },
    'letters only': { 'spec/a.md': steps('1', '2a', '2b', '3') },
    'two sequences in one section': { 'spec/a.md': steps('1', '2', '1', '2', '3') },
    'sections that begin again': {
      'spec/a.md':
        '# A\n\n## X\n\n### Step 1: a\n\n### Step 2: b\n\n### Step 3: c\n\n## Y\n\n### Step 1: d\n\n### Step 2: e\n\n### Step 3: f\n',
    },
    'comments that leave a step out': { 'spec/a.md': commented('Step 1', 'Step 3', 'Step 4', 'Step 6') },
    'two lines of one step': { 'spec/a.md': commented('Step 1', 'Step 2', 'Step 3', 'Step 3', 'Step 4') },
    'comments in the order of a loop': {
      'spec/a.md': commented('Step 1', 'Step 2', 'Step 1', 'Step 2', 'Step 1', 'Step 2'),
    },
    'two lines of the last step': { 'spec/a.md': commented('Step 3', 'Step 4', 'Step 5', 'Step 5') },
    'a block that skips several steps': {
      'spec/a.md': commented('Step 1', 'Step 3', 'Step 3', 'Step 5', 'Step 6'),
    },
    'three comments say too little': { 'spec/a.md': commented('Step 1', 'Step 3', 'Step 3') },
    'two headings say too little': { 'spec/a.md': steps('1', '3') },
  },
  bad: {
    'a comment with the number of the next step': {
      files: { 'spec/a.md': commented('Step 1', 'Step 2', '⟦Step 4⟧', 'Step 4', 'Step 5') },
      message: 'The comment names Step 4; Step 3 was expected after Step 2.',
      suggestion: 'Step 3',
      related: ['spec/a.md:9 Step 3, "Do it"'],
    },
    'a comment that goes back': {
      files: { 'spec/a.md': commented('Step 1', 'Step 2', 'Step 3', '⟦Step 2⟧', 'Step 5') },
      message: 'The comment names Step 2; Step 4 was expected after Step 3.',
      suggestion: 'Step 4',
      related: ['spec/a.md:11 Step 4, "Do it"'],
    },
    'a number twice': {
      files: { 'spec/a.md': steps('1', '2', '⟦2⟧', '4') },
      message: '"Step 2: Do it" has the number 2, which line 7 has already; 3 was expected.',
      suggestion: '3',
      related: ['spec/a.md:7 the first Step 2'],
    },
    'one too high': {
      files: { 'spec/a.md': steps('1', '⟦3⟧', '3', '4') },
      message: '"Step 3: Do it" has the number 3; 2 was expected after Step 1.',
      suggestion: '2',
    },
    'the last one': {
      files: { 'spec/a.md': steps('1', '2', '⟦4⟧') },
      message: '"Step 4: Do it" has the number 4; 3 was expected after Step 2.',
      suggestion: '3',
    },
    'the first one': {
      files: { 'spec/a.md': steps('⟦3⟧', '2', '3') },
      message: '"Step 3: Do it" has the number 3; 1 was expected.',
      suggestion: '1',
    },
    'a step is missing': {
      files: { 'spec/a.md': steps('1', '2', '⟦4⟧', '5') },
      message: '"Step 4: Do it" has the number 4; 3 was expected after Step 2.',
      suggestion: '3',
    },
    'letters out of order': {
      files: { 'spec/a.md': steps('1', '1b', '⟦1a⟧', '2') },
      message: '"Step 1a: Do it" has the number 1a; 2 was expected after Step 1b.',
      suggestion: '2',
    },
  },
});
