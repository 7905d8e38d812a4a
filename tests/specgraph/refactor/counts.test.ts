/** Counts that the text states follow what is inserted and removed, where they were right before. */
import { describe, expect, it } from 'vitest';
import type { RefactorRequest } from '#specgraph/refactor';
import { refactored } from '../../helpers/refactor.ts';

const steps = (document: string): string => `# ${document}\n\n## 1. Boot\n\n### Step 1: A\n\n### Step 2: B\n`;
const CONFIG = {
  documentNumber: String.raw`^(\d{2})-`,
  stepSequences: [
    { component: 'One', document: '01' },
    { component: 'Two', document: '02' },
  ],
  quantities: {
    'steps of one': { of: 'steps', document: '01' },
    'steps of two': { of: 'steps', document: '02' },
  },
  claims: [
    { pattern: 'boot has {n} steps', quantity: 'steps of one' },
    { pattern: 'either has {n} steps', quantity: ['steps of one', 'steps of two'] },
  ],
  countTables: [
    { document: '03', section: '1', column: 'Count', rows: [{ label: 'Steps', quantity: 'steps of one' }] },
  ],
  rules: { 'orphan-document': 'off' },
};
const files = (text: string) => ({
  'spec/specgraph.config.json': JSON.stringify(CONFIG),
  'spec/01-one.md': steps('One'),
  'spec/02-two.md': `${steps('Two')}\n### Step 3: C\n`,
  'spec/03-text.md': `# Text\n\n## 1. Counts\n\n${text}\n\n## 2. End\n`,
  'spec/contracts/one.yaml':
    'phase: "1"\nmust_haves:\n  counts:\n    - { quantity: steps of one, equals: 2 }\n',
});
const insert: RefactorRequest = { action: 'insert', target: '01#step-1-a', title: 'New' };

describe('a count', () => {
  it.each([
    ['in digits', 'The boot has 2 steps.', 'The boot has 3 steps.'],
    ['in words', 'Two. The boot has two steps.', 'Two. The boot has three steps.'],
    ['of two quantities, the one that it meant', 'It either has 2 steps.', 'It either has 3 steps.'],
    ['of the other quantity, not', 'It either has 3 steps.', 'It either has 3 steps.'],
    ['that was wrong before, not', 'The boot has 7 steps.', 'The boot has 7 steps.'],
    [
      'in a table',
      '| What | Count |\n|---|---|\n| Steps | 2 in all |',
      '| What | Count |\n|---|---|\n| Steps | 3 in all |',
    ],
  ])('%s', (_, before, after) => {
    expect(refactored(files(before), insert)['spec/03-text.md']).toBe(files(after)['spec/03-text.md']);
  });

  it('that a contract promises follows', () => {
    expect(refactored(files(''), insert)['spec/contracts/one.yaml']).toContain('equals: 3 }');
  });
});
