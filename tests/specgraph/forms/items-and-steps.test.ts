/** Items of ordered lists: "Section 2(d)", "item 3 of Section 2", "step 12". */
import { HERE, formsTest } from '../../helpers/marked-forms.ts';

const ITEMS = {
  files: {
    'set/own.md': `# Own

## 1. Scope

Text without a list.

## 2. Terms

1. One
2. Two
3. Three

## 3. Rules

- (a) One
- (b) Two

## 4. Names

(a) One
(b) Two
(c) Three

## 5. Parts

### 5a. One

### 5b. Two

## 6. Rows

1. One
   1. Inner
   2. Inner
2. Two

## 7. Rules

${HERE}
`,
    'set/guide.md': '# Guide\n\n## 1. Steps\n\n1. One\n2. Two\n3. Three\n4. Four\n\n## 2. Other\n\nText.\n',
  },
};

formsTest('items of a section', 'broken-section', ITEMS, [
  'See ⟦Section 2(4)⟧.',
  'See ⟦Section 2 (4)⟧.',
  'See ⟦Section 4(d)⟧.',
  'See ⟦Section 3(c)⟧.',
  'See ⟦item 4 of Section 2⟧.',
  'See ⟦Item 4 of Section 2⟧.',
  'See ⟦item 4 in Section 2⟧.',
  'See ⟦Section 2, item 4⟧.',
  'See ⟦Section 2 item 4⟧.',
  'See ⟦Section 4, item (d)⟧.',
  'See ⟦item (d) of Section 4⟧.',
  'See ⟦point 4 of Section 2⟧.',
  'See ⟦Section 5(c)⟧.',
  'See [the guide](guide.md), ⟦Section 1(5)⟧.',
  'See ⟦item 5 of Section 1⟧ of [the guide](guide.md).',
  // silent
  'See Section 2(3), Section 2 (3), Section 4(c), Section 3(a) and Section 5(b).',
  'See item 3 of Section 2.',
  'See Section 2, item 3.',
  'See Section 4(b)(2).',
  'See Section 1(b).',
  'See Section 1(4).',
  'See item 9 of the list.',
  'See item 9.',
  'See Section 2(a).',
  'See Section 2 (four of them).',
  'See Section 2 (see below).',
  'See Section 2 (10 bytes).',
  'See Section 2 (2024).',
  'See Section 2 (b is a byte).',
  'See Section 6(2).',
  'See item 2 of Section 6.',
  'See Section 4 (v).',
]);

const STEPS = {
  files: {
    'set/own.md': `# Own

## Setup

1. One
2. Two
3. Three

${HERE}

## Other

Text.
`,
    'set/boot.md': '# Boot\n\n## Step 1: Read\n\n## Step 2: Write\n\n## Step 3: Stop\n\n## Step 4: Log\n',
    'set/guide.md': '# Guide\n\n## Run\n\n1. One\n2. Two\n3. Three\n4. Four\n5. Five\n',
  },
};

formsTest('steps of a list', 'broken-step', STEPS, [
  'Repeat ⟦step 12⟧.',
  'Repeat ⟦Step 12⟧.',
  'Repeat ⟦STEP 12⟧.',
  'Repeat steps 2 and ⟦12⟧.',
  'Repeat ⟦steps 2-13⟧.',
  'Repeat ⟦steps 1 to 4⟧.',
  'Repeat ⟦step 4⟧.',
  'Repeat ⟦step four⟧.',
  'Repeat ⟦step #4⟧.',
  'On error go back to ⟦step 4⟧ and retry.',
  'In ⟦step 4⟧ above it fails.',
  'It asks (step 1), decides (step 2), pays (step 3) and ends (⟦step 5⟧).',
  'In ⟦step 4⟧ of the setup, it fails.',
  '- After ⟦step 4⟧, stop.',
  '> After ⟦step 4⟧, stop.',
  '| a | b |\n|---|---|\n| x | ⟦step 4⟧ |',
  'See [boot](boot.md), ⟦Step 5⟧.',
  '⟦Step 5⟧ of [boot](boot.md) is last.',
  'See [boot](boot.md), ⟦Steps 2-13⟧.',
  'See [boot](boot.md), Steps 2 and ⟦13⟧.',
  'See boot.md, ⟦Step 5⟧.',
  'See `boot.md`, ⟦step 7⟧.',
  'See [guide](guide.md), ⟦step 6⟧.',
  // silent
  'Repeat step 3.',
  'Repeat steps 1 to 3.',
  'Repeat step two.',
  'A step 12 km long.',
  'Step 12 of the tutorial.',
  'Step 5 of [the manual](https://example.org).',
  'RFC 5280, step 12.',
  'It asks (step 1), decides (step 2), pays (step 3), logs (step 4) and ends (step 5).',
  'In step 3 of the setup, it fails.',
  'In step 12 of the other, it fails.',
  'See [boot](boot.md), Steps 2-4.',
  'See [guide](guide.md), step 5.',
  'The step 4 ms later.',
  'Use a step of 12.',
  'It takes steps 2 12 times.',
]);

formsTest(
  'steps in headings',
  'broken-step',
  {
    files: {
      'set/own.md': `# Own

## Boot

### Step 1: Read

### Step 2: Write

### Step 2a: Check

### Step 3: Stop

## Notes

${HERE}
`,
      'set/boot.md': STEPS.files['set/boot.md'],
    },
  },
  [
    'See ⟦Step 9⟧.',
    'See ⟦step 9⟧.',
    'See ⟦Step 2b⟧.',
    'See Steps 2a and ⟦2b⟧.',
    'See ⟦Steps 2-5⟧.',
    'See ⟦Steps 2-13⟧ of this document.',
    'See Steps 1, 2 and ⟦9⟧.',
    'See [boot](boot.md), Step 4, and ⟦Step 9⟧ of this document.',
    '- ⟦Step 9⟧ stops it.',
    '**⟦Step 9⟧** stops it.',
    // silent
    'See Steps 1-3 and Step 2a.',
    'See [boot](boot.md), Step 4.',
    'See Step 4 of [boot](boot.md).',
  ],
);
