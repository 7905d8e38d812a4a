import { expect, test } from 'vitest';
import { runIn } from '../helpers/fake-effects.ts';

const FILES = {
  'spec/a.md':
    '# A\n\n## 1. Scope\n\nSee Section 2 on pauses, and [B](b.md#rules).\n\n## 2. Pause\n\nTen seconds.\n',
  'spec/b.md': '# B\n\n## Rules\n\nNone.\n',
};

test('a reference that was accepted is open again when its target changes', async () => {
  const first = await runIn({ files: FILES }, 'review');
  expect([first.code, first.stdout]).toEqual([0, 'Nothing to read again.\n']);

  const accepted = await runIn({ files: FILES }, 'review', '--accept', 'a#2', '--accept', 'spec/b');
  expect(accepted.stdout).toBe('2 references accepted in spec/.specgraph-reviews\n');
  const reviews = accepted.files['spec/.specgraph-reviews'];
  expect(reviews).toMatch(/^a#scope -> a#pause [\da-f]{13}\na#scope -> b#rules [\da-f]{13}\n$/);

  const changed = { ...accepted.files, 'spec/a.md': FILES['spec/a.md'].replace('Ten', 'Thirty') };
  const second = await runIn({ files: changed }, 'review');
  expect(second.stdout).toBe(
    'spec/a.md\n  5  Section 2: a 2 "Pause" has changed\n\n1 reference to read again in 1 document.\n',
  );
  expect((await runIn({ files: changed }, 'check')).stdout).toContain(
    ' 1 reference to read again: specgraph review.',
  );
  const read = await runIn({ files: changed }, 'review', '--accept', 'a#2');
  expect((await runIn({ files: read.files }, 'review')).stdout).toBe('Nothing to read again.\n');
});

test('a target to which nothing refers cannot be accepted', async () => {
  const { code, stderr } = await runIn({ files: FILES }, 'review', '--accept', 'a#1');
  expect([code, stderr]).toEqual([2, 'specgraph: nothing refers to a section of a#1\n']);
});
