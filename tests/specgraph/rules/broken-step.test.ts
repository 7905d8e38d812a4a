import { ruleById } from '#specgraph';
import { ruleTest } from '../../helpers/rule-test.ts';

ruleTest(ruleById('broken-step')!, {
  good: {
    'steps that exist': {
      'g/a.md':
        '# A\n\n## Step 1: Read\n\n## Step 2: Start\n\n## Step 2a: Wait\n\nStep 1, Step 2a, Steps 1-2.\n',
    },
    'a document without steps': { 'g/a.md': '# A\n\nStep 7 of the recipe.\n' },
    'steps in bold that are named in two letter cases, one of them of a list': {
      'g/a.md':
        '# A\n\n- **Step 1**: Read.\n- **Step 2**: Start. See Step 1 and step 4.\n\n1. a\n2. b\n3. c\n4. d\n',
    },
    'steps in bold with a gap': { 'g/a.md': '# A\n\n**Step 1**: Read.\n\n**Step 3: Go.** See Step 4.\n' },
    'steps in brackets, one of them in a picture': {
      'g/a.md':
        '# A\n\nSteps (1), (2) and (3) fail. Steps 1) to 2) do not.\n\n(1) Read.\n\n(2) Start.\n\n```text\n--(3)--> x\n```\n',
    },
    'a step in brackets that is an item of a list': {
      'g/a.md': '# A\n\nThe step (3) matters.\n\n(1) Read.\n\n1. a\n2. b\n3. c\n',
    },
    'steps in bold beside a heading of a step': {
      'g/a.md': '# A\n\n- **Step 1**: Read.\n- **DONE Step 2**: Start. See Step 2.\n\n## Step 1 in detail\n',
    },
    'steps in brackets, in a document without such lines': {
      'g/a.md': '# A\n\nIf steps (1) or (9) fail.\n\n1. Read.\n2. Start.\n',
    },
    'steps of a code block': {
      'g/a.md':
        '# A\n\n## Step 1: Read\n\n```sh\n# Step 3: build\nmake # Step 4: install it\n# Step 5\nrun "# Step 6 of all"\n```\n',
    },
  },
  bad: {
    'behind a line of code': {
      files: {
        'g/a.md': '# A\n\n## Step 1: Read\n\n## Step 2: Start\n\n```sh\nread_key   # ⟦Step 3⟧\n```\n',
      },
      message: 'Step 3 does not exist: the steps of g/a.md are 1 and 2.',
    },
    'beyond the steps in bold': {
      files: {
        'g/a.md': '# A\n\n## Moves\n\n- **Step 1**: Read.\n- **Step 2: Start.** Then ⟦Step 3⟧.\n',
      },
      message: 'Step 3 does not exist: the steps of g/a.md are 1 and 2.',
    },
    'beyond the steps in brackets': {
      files: { 'g/a.md': '# A\n\nSteps (1) and ⟦(3)⟧ fail.\n\n(1) Read.\n\n(2) Start.\n' },
      message: 'Step 3 does not exist: the steps of g/a.md are (1) and (2).',
    },
    'a step too far': {
      files: {
        'g/a.md': '# A\n\n## Step 1: Read\n\n## Step 2: Start\n\n## Step 2a: Wait\n\nAfter ⟦Step 3⟧.\n',
      },
      message: 'Step 3 does not exist: the steps of g/a.md are 1, 2 and 2a.',
    },
    'of another document': {
      files: {
        'g/a.md': '# A\n\n## Step 1: Read\n\n## Step 2: Start\n\n## Step 2a: Wait\n\n',
        'g/b.md': '# B\n\nSee [a](a.md), ⟦Step 9⟧.\n',
      },
      message: 'Step 9 does not exist: the steps of g/a.md are 1, 2 and 2a.',
    },
    'more steps than can be listed': {
      files: {
        'g/a.md': `# A\n\n${Array.from({ length: 31 }, (_, i) => `## Step ${i + 1}: Go\n\n`).join('')}After ⟦Step 40⟧.\n`,
      },
      message: 'Step 40 does not exist: the steps of g/a.md run from 1 to 31.',
    },
  },
});
