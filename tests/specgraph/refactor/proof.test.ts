/** What the proof of a refactoring takes for the same, and what it reports with its place. */
import { describe, expect, it } from 'vitest';
import { planRefactoring, type RefactorRequest } from '#specgraph/refactor';
import { projectOf, refactored, refusalsOf, type Texts } from '../../helpers/refactor.ts';

describe('a forced removal', () => {
  it('lists links that lead to another section of the same name then', () => {
    const files = {
      'spec/a.md': '# A\n\n## Start\n\n### Sign\n\nS.\n\n## End\n\n### Sign\n\nT. See [sign](#sign).\n',
    };
    const request: RefactorRequest = { action: 'remove', target: 'a#sign' };
    expect(refusalsOf(files, request)).toEqual(['spec/a.md:13 "sign" refers to a "Sign"']);
    const plan = planRefactoring(projectOf(files), { ...request, force: true });
    expect(plan.refusals).toEqual([]);
    expect(plan.notes).toEqual([
      {
        message: '"sign" names what is removed and would lead to a "Sign"',
        at: { file: 'spec/a.md', line: 13 },
      },
    ]);
  });

  it('still refuses what would lead elsewhere without having named the section', () => {
    const files = {
      'spec/a.md': '# A\n\n## Sign\n\nS.\n\n## Sign\n\nT.\n\n## End\n\nSee [the other](#sign-1).\n',
    };
    expect(refactored(files, { action: 'remove', target: 'a#sign', force: true })['spec/a.md']).toContain(
      '[the other](#sign)',
    );
  });
});

describe('an anchor on a line of its own above a heading', () => {
  const files: Texts = {
    'spec/a.md':
      '# A\n\nSee [two](#two-old).\n\n## One\n\nFirst.\n\n<a id="two-old"></a>\n\n## Two\n\nSecond.\n',
  };

  it('stays where it is when an empty section comes before it', () => {
    const more = refactored(files, { action: 'insert', target: 'a#one', title: 'New', side: 'after' });
    expect(more['spec/a.md']).toContain('## New\n\n<a id="two-old"></a>\n\n## Two\n');
    expect(refactored(more, { action: 'remove', target: 'a#new' })).toEqual(files);
  });

  it('goes with its section', () => {
    const moved = refactored(files, { action: 'move', target: 'a#two', side: 'before', anchor: 'a#one' });
    expect(moved['spec/a.md']).toContain('<a id="two-old"></a>\n\n## Two\n\nSecond.\n\n## One\n');
  });
});

it('a broken definition that goes with a moved section is nothing new', () => {
  const files: Texts = {
    'spec/a.md': '# A\n\n## One\n\nSee [the draft].\n\n## Two\n\n[the draft]: ../old/draft.md\n',
    'part/b.md': '# B\n\n## Three\n\nWords.\n',
  };
  const request: RefactorRequest = {
    action: 'move',
    target: 'spec/a#one',
    side: 'after',
    anchor: 'part/b#three',
  };
  expect(refactored(files, request)['part/b.md']).toContain('[the draft]: ../old/draft.md\n');
});

it('numbers of a history that comes back to its document are no references', () => {
  const files: Texts = {
    'spec/a.md':
      '# A\n\n## History\n\nThe rules of Section 2 came first.\n\n## Terms\n\n# 1. One\n\n# 2. Two\n',
    'spec/b.md': '# B\n\n## Three\n\nWords.\n',
  };
  const there = refactored(files, { action: 'move', target: 'a#history', side: 'after', anchor: 'b#three' });
  expect(there['spec/b.md']).toContain('Section 2 came');
  const back = refactored(there, { action: 'move', target: 'b#history', side: 'before', anchor: 'a#terms' });
  expect(back).toEqual(files);
});

it('links follow an anchor within the text of a section to another document', () => {
  const files: Texts = {
    'spec/a.md':
      '# A\n\nOne <sup>[1](#ref-1)</sup>.\n\n## End\n\nE.\n\n## References\n\n1. <a id="ref-1">https://example.org</a>\n',
    'spec/b.md': '# B\n\n## Three\n\nWords.\n',
  };
  const there = refactored(files, {
    action: 'move',
    target: 'a#references',
    side: 'after',
    anchor: 'b#three',
  });
  expect(there['spec/a.md']).toContain('[1](b.md#ref-1)');
  const back = refactored(there, { action: 'move', target: 'b#references', side: 'after', anchor: 'a#end' });
  expect(back).toEqual(files);
});
