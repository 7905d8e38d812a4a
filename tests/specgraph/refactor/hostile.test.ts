/** Names, places and targets that make no sense are refused with a message, and nothing changes. */
import { describe, expect, it } from 'vitest';
import type { RefactorRequest } from '#specgraph/refactor';
import { refactored, refusalsOf } from '../../helpers/refactor.ts';

const FILES = {
  'spec/a.md': '# A\n\n## 1. Scope\n\nSee Section 2.\n\n## 2. Setup\n\nWords.\n',
  'spec/b.md': '# B\n\nOne\n---\n\nWords.\n',
  'spec/empty.md': '',
  'spec/c.json': '{}',
  'spec/left-out.markdown': '# Left out\n',
};

/** @returns why the request is refused */
function messageOf(request: RefactorRequest): string {
  try {
    return refusalsOf(FILES, request).join('; ');
  } catch (error) {
    return (error as Error).message;
  }
}

const rename = (target: string, name: string, title?: string): RefactorRequest => ({
  action: 'rename',
  target,
  name,
  title,
});
const move = (target: string, side: 'before' | 'after' | 'under', anchor: string): RefactorRequest => ({
  action: 'move',
  target,
  side,
  anchor,
});

describe.each<[string, RefactorRequest, string]>([
  ['a heading without words', rename('a#2', ' '), 'one line of words'],
  ['a heading of two lines', rename('a#2', 'x\ny'), 'one line of words'],
  ['a title of two lines', rename('a', 'X\nY'), 'one line of words'],
  ['a title of two lines with a file', rename('a', 'x.md', 'X\nY'), 'one line of words'],
  ['a sign that closes the heading', rename('a#2', '#'), 'cannot end with "#"'],
  [
    'an inserted heading that closes itself',
    { action: 'insert', target: 'a#2', title: 'C #' },
    'cannot end with "#"',
  ],
  ['a file name of two lines', rename('a', 'x\ny.md'), 'one line'],
  ['a file outside of the set', rename('empty', '../x.md'), 'outside of spec'],
  ['a file outside of the set, from its root', rename('empty', '/x.md'), 'begins at the root'],
  ['the file of another document', rename('a', 'b.md'), 'is a document already'],
  ['a file that is no document', rename('a', 'left-out.markdown'), 'there is a file at'],
  ['the place where it stands', move('a#2', 'after', 'a#1'), 'there already'],
  ['the place before the next one', move('a#1', 'before', 'a#2'), 'there already'],
  ['a place before a document', move('a#2', 'before', 'b'), 'no section stands before a document'],
  ['an underlined heading that would get a number', move('b#one', 'after', 'a#2'), 'read as a list'],
])('%s', (_, request, reason) => {
  it('is refused', () => {
    expect(messageOf(request)).toContain(reason);
  });
});

it('a heading for an empty document begins it', () => {
  const after = refactored(FILES, { action: 'insert', target: 'empty', title: 'New' });
  expect(after['spec/empty.md']).toBe('## New\n');
});
