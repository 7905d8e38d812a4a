/** Documents in which two headings have one number, anchors that headings state, and ids within code blocks. */
import { describe, expect, it } from 'vitest';
import { refactored, refusalsOf, type Texts } from '../../helpers/refactor.ts';

const BOOT: Texts = {
  'spec/a.md':
    '# Boot\n\n## Step 7a: Ask\n\nA.\n\n## Step 7b: Join\n\nB. See Step 7c.\n\n## Step 7b: Leave\n\nC.\n\n## Step 7c: End\n\nSee Step 7b.\n',
};
const stepsOf = (files: Readonly<Record<string, string>>): string[] =>
  [...files['spec/a.md'].matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);

describe('two steps with one number', () => {
  it('share it after an insertion too, and a removal gives both of them back', () => {
    const more = refactored(BOOT, { action: 'insert', target: 'a#step-7a-ask', title: 'New', side: 'after' });
    expect(stepsOf(more)).toEqual([
      'Step 7a: Ask',
      'Step 7b: New',
      'Step 7c: Join',
      'Step 7c: Leave',
      'Step 7d: End',
    ]);
    expect(more['spec/a.md']).toContain('B. See Step 7d.');
    expect(more['spec/a.md']).toContain('See Step 7c.\n');
    expect(refactored(more, { action: 'remove', target: 'a#step-7b-new' })).toEqual(BOOT);
  });

  it('leave no gap when one of them goes, and references mean the first one', () => {
    const less = refactored(BOOT, { action: 'remove', target: 'a#step-7b-leave' });
    expect(stepsOf(less)).toEqual(['Step 7a: Ask', 'Step 7b: Join', 'Step 7c: End']);
    expect(refusalsOf(BOOT, { action: 'remove', target: 'a#step-7b-join' })).toEqual([
      'spec/a.md:17 "Step 7b" refers to Step 7b of a',
    ]);
  });

  it('get a number each by counting anew', () => {
    expect(stepsOf(refactored(BOOT, { action: 'renumber', target: 'a' }))).toEqual([
      'Step 7a: Ask',
      'Step 7b: Join',
      'Step 7c: Leave',
      'Step 7d: End',
    ]);
  });

  it('are told apart: one that would take the number of another step is refused, with its place', () => {
    expect(
      refusalsOf(BOOT, {
        action: 'move',
        target: 'a#step-7c-end',
        side: 'before',
        anchor: 'a#step-7b-leave',
      })[0],
    ).toBe('spec/a.md:15 Step 7c of a would have the number of another step');
  });
});

describe('an anchor that a heading states', () => {
  const files: Texts = {
    'spec/specgraph.config.json': '{ "renderer": "docusaurus" }',
    'spec/a.md':
      '# A\n\nSee [join](#join-it).\n\n## 1. Join {#join-it}\n\nJ.\n\n## 2. Middle\n\nM.\n\n## 3. End {#the-end}\n\nE.\n',
    'spec/b.md':
      '# B\n\nSee [Section 1](a.md#join-it) and [the end](a.md#the-end).\n\n## 1. Three\n\nT.\n\n## 2. Four\n\nF.\n',
  };

  it('stays where the title and the number change', () => {
    const renamed = refactored(files, { action: 'rename', target: 'a#join-it', name: 'Enter' });
    expect(renamed['spec/a.md']).toContain('See [enter](#join-it).\n\n## 1. Enter {#join-it}\n');
    expect(refactored(renamed, { action: 'rename', target: 'a#join-it', name: 'Join' })).toEqual(files);
    const more = refactored(files, { action: 'insert', target: 'a#join-it', title: 'New', side: 'before' });
    expect(more['spec/a.md']).toContain('## 1. New\n\n## 2. Join {#join-it}\n');
    expect(more['spec/b.md']).toContain('[Section 2](a.md#join-it)');
    expect(refactored(more, { action: 'remove', target: 'a#1' })).toEqual(files);
  });

  it('goes with its section', () => {
    const moved = refactored(files, { action: 'move', target: 'a#the-end', side: 'after', anchor: 'b#1' });
    expect(moved['spec/b.md']).toContain('[the end](#the-end).');
    expect(moved['spec/b.md']).toContain('## 2. End {#the-end}\n');
    expect(refactored(moved, { action: 'move', target: 'b#the-end', side: 'after', anchor: 'a#2' })).toEqual(
      files,
    );
  });
});

it.each([true, false])(
  'an id is renamed in blocks of JSON as well, also where these count: %s',
  (codeBlocks) => {
    const kinds = { error: { id: 'ERR_[A-Z]+', defined: { table: 'Code' }, mentioned: '{id}', codeBlocks } };
    const files: Texts = {
      'spec/specgraph.config.json': JSON.stringify({ kinds }),
      'spec/a.md':
        '# A\n\n| Code | Meaning |\n|---|---|\n| ERR_LOST | lost |\n\n```json\n{ "error": "ERR_LOST", "next": ["ERR_FOUND"], "ERR_LOST": true }\n```\n\nERR_LOST, or `ERR_LOST`.\n',
    };
    const renamed = refactored(files, { action: 'rename', target: 'ERR_LOST', name: 'ERR_GONE' });
    expect(renamed['spec/a.md']).toBe(files['spec/a.md'].replaceAll('ERR_LOST', 'ERR_GONE'));
    expect(refactored(renamed, { action: 'rename', target: 'ERR_GONE', name: 'ERR_LOST' })).toEqual(files);
  },
);
