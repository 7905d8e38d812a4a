/** Numbers that a refactoring leaves as they are, and that the author is told to look at. */
import { expect, it } from 'vitest';
import { planRefactoring, type RefactorRequest } from '#specgraph/refactor';
import { projectOf, refactored, type Texts } from '../../helpers/refactor.ts';

const insertBefore = (target: string): RefactorRequest => ({
  action: 'insert',
  target,
  title: 'New',
  side: 'before',
  newInRange: 'include',
});

function doubts(files: Texts, request: RefactorRequest): string[] {
  const plan = planRefactoring(projectOf(files), request);
  expect(plan.refusals).toEqual([]);
  return plan.doubts.map(({ at, message }) => `${at.file}:${at.line} ${message}`);
}

const SECTIONS =
  '\n## 2. Rules\n\n### 2.1 Keys\n\n#### 2.1.1 Long keys\n\n#### 2.1.2 Short keys\n\n## 3. Use\n\n## 4. End\n';
const inAlpha = (...lines: string[]): Texts => ({
  'spec/a.md': `# Alpha Base Rules\n\n## 1. Scope\n\n${lines.join('\n\n')}\n${SECTIONS}`,
});

it.each([
  ['Methods 2.1.1, 2.1.2 apply.', '"2.1.1" (now 3.1.1) and "2.1.2" (now 3.1.2)'],
  ['Sections 2, 3 and the 4.', '"4" (now 5)'],
  ['2.1 Keys', '"2.1" (now 3.1)'],
  ['```text\nagent --> server (Section 3)\n```', '"3" (now 4)'],
  ['| Topic | Section |\n|---|---|\n| keys | 2.1, 3 |', '"2.1" (now 3.1) and "3" (now 4)'],
  ['Section 2.1 of the Base Rules.', '"2.1" (now 3.1)'],
])('%j is to be looked at', (text, message) => {
  const [first, ...others] = doubts(inAlpha(text), insertBefore('a#2'));
  expect(first).toMatch(/^spec\/a\.md:\d+ /);
  expect(first.replace(/^\S+ /, '')).toBe(message);
  expect(others).toEqual([]);
});

it.each([
  // the references that follow are not to be looked at
  'Section 2.1.1, §3 and [Section 4](#4-end).',
  'TLS 2.1.1, version 2.1.2 and 10.2.1.1 are numbers of others.',
  'Section 2.1.1 of RFC 9000; [RFC 9000, Section 2.1.2](https://x.org).',
  'Section 2 and 3 keys, 4 of them.',
  'It has 2.1 Keys.md and `2.1.1` and https://x.org/2.1.1.',
  'Formerly 2.1.1.',
  '```sh\n# RFC 9000, Section 3\nsleep 3\n```',
  '| Topic | Count |\n|---|---|\n| keys | 3 |',
])('%j is left alone', (text) => {
  expect(doubts(inAlpha(text), insertBefore('a#2'))).toEqual([]);
});

it('numbers of other documents, and those that keep their meaning, are left alone', () => {
  const files = {
    ...inAlpha('Method 2.1.1.'),
    'spec/b.md': '# Beta\n\nMethod 2.1.1.\n\n| Document | Section |\n|---|---|\n| [Alpha](a.md) | 2.1 |\n',
  };
  expect(doubts(files, insertBefore('a#3'))).toEqual([]);
  expect(doubts(files, insertBefore('a#2'))).toEqual(['spec/a.md:5 "2.1.1" (now 3.1.1)']);
});

it('a number of a step below "Step", and the old number of what is gone', () => {
  const files = {
    'spec/a.md': '# A\n\n| Step | Run by |\n|---|---|\n| 2 | agent |\n\n## Step 1: Look\n\n## Step 2: Go\n',
  };
  expect(doubts(files, insertBefore('a#step-2-go'))).toEqual(['spec/a.md:5 "2" (now 3)']);
  const remove = { action: 'remove', target: 'a#2.1.1', renumber: false } as const;
  expect(doubts(inAlpha('Method 2.1.1.'), remove)).toEqual(['spec/a.md:5 "2.1.1" (gone)']);
});

it('a document by the number of its title, outside of links', () => {
  const files = {
    'spec/04-a.md': '# BOLT #4: Onions\n\n## Packets\n',
    'spec/b.md':
      '# B\n\n[BOLT #4](04-a.md), [BOLT #4: Packets](04-a.md#packets), [BOLT #41](c.md).\n\nSee BOLT #4, not BOLT #41.\n',
    'spec/c.md': '# BOLT #41: Other\n',
  };
  const request: RefactorRequest = { action: 'rename', target: '04-a', name: '14-a.md' };
  expect(refactored(files, request)['spec/b.md']).toContain(
    '[BOLT #14](14-a.md), [BOLT #14: Packets](14-a.md#packets), [BOLT #41](c.md).',
  );
  expect(doubts(files, request)).toEqual(['spec/b.md:5 "BOLT #4" (now BOLT #14)']);
});

it('counts that no wording of the configuration reads', () => {
  const names = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven'];
  const files = {
    'spec/01-a.md': `# A\n\nThe boot has 11 steps. A look is outside the 11. All 11 hours, 11 of them.\n\n## 1. Boot\n\n${names
      .map((name, i) => `### Step ${i + 1}: ${name}\n`)
      .join('\n')}`,
    'spec/specgraph.config.json': JSON.stringify({
      documentNumber: String.raw`^(\d{2})-`,
      stepSequences: [{ component: 'One', document: '01' }],
      quantities: { steps: { of: 'steps', document: '01' } },
      claims: [{ pattern: 'boot has {n} steps', quantity: 'steps' }],
    }),
  };
  expect(doubts(files, insertBefore('01#step-11-eleven'))).toEqual(['spec/01-a.md:3 "11" (now 12)']);
});

it('a number before the link to its section is no doubt: it follows', () => {
  const toc = '2.1 [Keys](#21-keys)\n\n- 3 [Use](#3-use)\n\n3. [Use](#3-use)\n\nIt has 4 [ends](#4-end).';
  const files = inAlpha(toc);
  const text = refactored(files, insertBefore('a#2'))['spec/a.md'];
  expect(text).toContain(
    '3.1 [Keys](#31-keys)\n\n- 4 [Use](#4-use)\n\n3. [Use](#4-use)\n\nIt has 4 [ends](#5-end).',
  );
  expect(doubts(files, insertBefore('a#2'))).toEqual([]);
});
