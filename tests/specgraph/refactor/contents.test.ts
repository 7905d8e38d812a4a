/** Tables of contents that are written by hand follow insertions, removals and moves. */
import { describe, expect, it } from 'vitest';
import { refactored, type Texts } from '../../helpers/refactor.ts';

const SECTIONS = '## 1. Scope\n\n## 2. Body\n\n### 2.1 Keys\n\n### 2.2 Values\n\n## 3. End\n';

/** Each form, the table before, and the table with a new "Site `Survey`" behind Section 1 and below Section 2.1. */
const FORMS: Record<string, [string[], string[], string[]]> = {
  'links with the whole heading': [
    [
      '- [1. Scope](#1-scope)',
      '- [2. Body](#2-body)',
      '  - [2.1 Keys](#21-keys)',
      '  - [2.2 Values](#22-values)',
      '- [3. End](#3-end)',
    ],
    [
      '- [1. Scope](#1-scope)',
      '- [2. Site `Survey`](#2-site-survey)',
      '- [3. Body](#3-body)',
      '  - [3.1 Keys](#31-keys)',
      '  - [3.2 Values](#32-values)',
      '- [4. End](#4-end)',
    ],
    [
      '- [1. Scope](#1-scope)',
      '- [2. Body](#2-body)',
      '  - [2.1 Keys](#21-keys)',
      '  - [2.2 Site `Survey`](#22-site-survey)',
      '  - [2.3 Values](#23-values)',
      '- [3. End](#3-end)',
    ],
  ],
  'a counted list of links with titles': [
    [
      '1. [Scope](#1-scope)',
      '2. [Body](#2-body)',
      '   1. [Keys](#21-keys)',
      '   2. [Values](#22-values)',
      '3. [End](#3-end)',
    ],
    [
      '1. [Scope](#1-scope)',
      '2. [Site `Survey`](#2-site-survey)',
      '3. [Body](#3-body)',
      '   1. [Keys](#31-keys)',
      '   2. [Values](#32-values)',
      '4. [End](#4-end)',
    ],
    [
      '1. [Scope](#1-scope)',
      '2. [Body](#2-body)',
      '   1. [Keys](#21-keys)',
      '   2. [Site `Survey`](#22-site-survey)',
      '   3. [Values](#23-values)',
      '3. [End](#3-end)',
    ],
  ],
  'numbers ahead of the links': [
    [
      '* 1. [Scope](#1-scope)',
      '* 2. [Body](#2-body)',
      '    * 2.1 [Keys](#21-keys)',
      '    * 2.2 [Values](#22-values)',
      '* 3. [End](#3-end)',
    ],
    [
      '* 1. [Scope](#1-scope)',
      '* 2. [Site `Survey`](#2-site-survey)',
      '* 3. [Body](#3-body)',
      '    * 3.1 [Keys](#31-keys)',
      '    * 3.2 [Values](#32-values)',
      '* 4. [End](#4-end)',
    ],
    [
      '* 1. [Scope](#1-scope)',
      '* 2. [Body](#2-body)',
      '    * 2.1 [Keys](#21-keys)',
      '    * 2.2 [Site `Survey`](#22-site-survey)',
      '    * 2.3 [Values](#23-values)',
      '* 3. [End](#3-end)',
    ],
  ],
  'no links': [
    ['- 1. Scope', '- 2. Body', '  - 2.1 Keys', '  - 2.2 Values', '- 3. End'],
    ['- 1. Scope', '- 2. Site `Survey`', '- 3. Body', '  - 3.1 Keys', '  - 3.2 Values', '- 4. End'],
    ['- 1. Scope', '- 2. Body', '  - 2.1 Keys', '  - 2.2 Site `Survey`', '  - 2.3 Values', '- 3. End'],
  ],
  'one level only': [
    ['- [Scope](#1-scope)', '- [Body](#2-body)', '- [End](#3-end)'],
    ['- [Scope](#1-scope)', '- [Site `Survey`](#2-site-survey)', '- [Body](#3-body)', '- [End](#4-end)'],
    ['- [Scope](#1-scope)', '- [Body](#2-body)', '- [End](#3-end)'],
  ],
  'rows of a table': [
    [
      '| # | Section |',
      '|---|---|',
      '| 1 | [Scope](#1-scope) |',
      '| 2 | [Body](#2-body) |',
      '| 3 | [End](#3-end) |',
    ],
    [
      '| # | Section |',
      '|---|---|',
      '| 1 | [Scope](#1-scope) |',
      '| 2 | [Site `Survey`](#2-site-survey) |',
      '| 3 | [Body](#3-body) |',
      '| 4 | [End](#4-end) |',
    ],
    [
      '| # | Section |',
      '|---|---|',
      '| 1 | [Scope](#1-scope) |',
      '| 2 | [Body](#2-body) |',
      '| 3 | [End](#3-end) |',
    ],
  ],
};

const bookWith = (table: readonly string[], newline = '\n'): Texts => ({
  'spec/a.md': `# Alpha\n\n${table.join('\n')}\n\n${SECTIONS}`.replaceAll('\n', newline),
  'spec/b.md': `# Beta\n\n${'- [1. First](#1-first)\n- [2. Second](#2-second)\n\n## 1. First\n\n## 2. Second\n'}`,
});
const tableOf = (files: Readonly<Record<string, string>>, file = 'spec/a.md'): string[] =>
  files[file].split('## 1.')[0].trim().split(/\r?\n/).slice(2);

const TITLE = 'Site `Survey`';

describe.each(Object.entries(FORMS))('a table of contents: %s', (_, [before, inserted, insertedBelow]) => {
  it.each(['\n', '\r\n'])('gains a line with a new section, and loses it (%j)', (newline) => {
    for (const [target, after, slug] of [
      ['a#1', inserted, '2-site-survey'],
      ['a#2.1', insertedBelow, '22-site-survey'],
    ] as const) {
      const files = bookWith(before, newline);
      const more = refactored(files, { action: 'insert', target, title: TITLE, side: 'after' });
      expect(tableOf(more)).toEqual(after);
      expect(refactored(more, { action: 'remove', target: `a#${slug}` })).toEqual(files);
    }
  });

  it('moves a line with its section', () => {
    const files = bookWith(before);
    const moved = refactored(files, { action: 'move', target: 'a#1', side: 'after', anchor: 'a#3' });
    expect(tableOf(moved)).not.toEqual(before);
    expect(refactored(moved, { action: 'move', target: 'a#3', side: 'before', anchor: 'a#1' })).toEqual(
      files,
    );
  });
});

it('goes to the table of another document with a section that moves there', () => {
  const files = bookWith(FORMS['links with the whole heading'][0]);
  const moved = refactored(files, { action: 'move', target: 'a#2', side: 'after', anchor: 'b#1' });
  expect(tableOf(moved)).toEqual(['- [1. Scope](#1-scope)', '- [2. End](#2-end)']);
  expect(tableOf(moved, 'spec/b.md')).toEqual([
    '- [1. First](#1-first)',
    '- [2. Body](#2-body)',
    '- [3. Second](#3-second)',
  ]);
});

it('tells sections of the same title apart by their order', () => {
  const list = ['- 1. Scope', '  - General', '- 2. Body', '  - General', '- 3. End'];
  const files = {
    'spec/a.md': `# Book\n\n${list.join('\n')}\n\n## 1. Scope\n\n### General\n\n## 2. Body\n\n### General\n\n## 3. End\n`,
    'spec/b.md': '# Other\n\n## 1. First\n\n## 2. Second\n',
  };
  const moved = refactored(files, { action: 'move', target: 'a#2', side: 'after', anchor: 'b#1' });
  expect(moved['spec/a.md']).toContain('- 1. Scope\n  - General\n- 2. End\n\n');
});

it('leaves a list alone that is code, or is no table of contents', () => {
  const list = ['```', '- 1. Scope', '- 2. Body', '```', '', '- 3. End', '- 1. Scope'];
  const files = bookWith(list);
  const more = refactored(files, { action: 'insert', target: 'a#3', title: TITLE, side: 'after' });
  expect(tableOf(more)).toEqual(list);
});

it('follows a list in MDX that is indented as code is in Markdown', () => {
  const list = '    - [1. Scope](#1-scope)\n    - [2. Body](#2-body)\n';
  const text = `# Book\n\n${list}\n## 1. Scope\n\n## 2. Body\n`;
  const request = { action: 'insert', target: 'a#2', title: 'End', side: 'after' } as const;
  const entry = '[3. End](#3-end)';
  expect(refactored({ 'spec/a.mdx': text }, request)['spec/a.mdx']).toContain(entry);
  expect(refactored({ 'spec/a.md': text }, request)['spec/a.md']).not.toContain(entry);
});

describe('blank lines between the entries', () => {
  it.each([
    ['- [1. Scope](#1-scope)', '', '- [2. Body](#2-body)', '', '- [3. End](#3-end)'],
    [
      '1. [Scope](#1-scope)',
      '',
      '2. [Body](#2-body)',
      '   - [Keys](#21-keys)',
      '   - [Values](#22-values)',
      '',
      '3. [End](#3-end)',
    ],
  ])('are kept, and go with an entry: %s', (...table) => {
    const files = bookWith(table);
    for (const [target, side, slug] of [
      ['a#1', 'before', '1-site-survey'],
      ['a#1', 'after', '2-site-survey'],
      ['a#2', 'after', '3-site-survey'],
      ['a#3', 'after', '4-site-survey'],
    ] as const) {
      const more = refactored(files, { action: 'insert', target, title: TITLE, side });
      const lines = tableOf(more);
      expect(lines).toHaveLength(table.length + 2);
      expect(lines.filter((line) => line === '')).toHaveLength(
        table.filter((line) => line === '').length + 1,
      );
      expect(refactored(more, { action: 'remove', target: `a#${slug}` })).toEqual(files);
    }
    const moved = refactored(files, { action: 'move', target: 'a#1', side: 'after', anchor: 'a#3' });
    expect(refactored(moved, { action: 'move', target: 'a#3', side: 'before', anchor: 'a#1' })).toEqual(
      files,
    );
  });

  it('part two lists whose sections do not follow each other', () => {
    const table = [
      '- [2. Body](#2-body)',
      '- [3. End](#3-end)',
      '',
      '- [1. Scope](#1-scope)',
      '- [2. Body](#2-body)',
    ];
    const more = refactored(bookWith(table), {
      action: 'insert',
      target: 'a#1',
      title: TITLE,
      side: 'after',
    });
    expect(tableOf(more).slice(-3)).toEqual([
      '- [1. Scope](#1-scope)',
      '- [2. Site `Survey`](#2-site-survey)',
      '- [3. Body](#3-body)',
    ]);
  });
});

describe('a table of contents in another document', () => {
  const withList = (...list: string[]): Texts => ({
    ...bookWith(['Text.']),
    'README.md': `# Book\n\n${list.join('\n')}\n`,
  });
  const listOf = (files: Readonly<Record<string, string>>): string[] =>
    files['README.md'].trim().split('\n').slice(2);

  it.each([
    [
      [
        '- [Alpha](spec/a.md)',
        '  - [1. Scope](spec/a.md#1-scope)',
        '  - [2. Body](spec/a.md#2-body)',
        '  - [3. End](spec/a.md#3-end)',
        '- [Beta](spec/b.md)',
      ],
      '  - [2. Site `Survey`](spec/a.md#2-site-survey)',
    ],
    [
      [
        '- [§1](spec/a.md#1-scope)  Scope',
        '- [§2](spec/a.md#2-body)  Body',
        '  - [§2.1](spec/a.md#21-keys)  Keys',
        '- [§3](spec/a.md#3-end)  End',
      ],
      '- [§2](spec/a.md#2-site-survey)  Site `Survey`',
    ],
  ])('gains and loses an entry: %j', (list, entry) => {
    const files = withList(...list);
    const more = refactored(files, { action: 'insert', target: 'spec/a#1', title: TITLE, side: 'after' });
    expect(listOf(more)).toContain(entry);
    expect(listOf(more)).toHaveLength(list.length + 1);
    expect(refactored(more, { action: 'remove', target: 'spec/a#2-site-survey' })).toEqual(files);
    const moved = refactored(files, {
      action: 'move',
      target: 'spec/a#1',
      side: 'after',
      anchor: 'spec/a#3',
    });
    expect(listOf(moved)).not.toEqual(list);
    expect(
      refactored(moved, { action: 'move', target: 'spec/a#3', side: 'before', anchor: 'spec/a#1' }),
    ).toEqual(files);
  });

  it('has the new title behind the number', () => {
    const files = withList(
      '- [§1](spec/a.md#1-scope)  Scope',
      '- [§2](spec/a.md#2-body)  Body',
      '- [§3](spec/a.md#3-end)  End',
    );
    const renamed = refactored(files, { action: 'rename', target: 'spec/a#2', name: 'Corpus' });
    expect(listOf(renamed)[1]).toBe('- [§2](spec/a.md#2-corpus)  Corpus');
  });

  it.each([
    [['- [1. Scope](spec/a.md#1-scope)', '- [3. End](spec/a.md#3-end)']],
    [['- [1. Scope](spec/a.md#1-scope)', '- [1. First](spec/b.md#1-first)']],
  ])('a choice of sections is none: %j', (list) => {
    const more = refactored(withList(...list), {
      action: 'insert',
      target: 'spec/a#1',
      title: TITLE,
      side: 'after',
    });
    expect(listOf(more)).toHaveLength(list.length);
  });
});

it('a choice of sections of the document itself gains no entry', () => {
  const files = bookWith(['- [1. Scope](#1-scope)', '- [3. End](#3-end)']);
  const more = refactored(files, { action: 'insert', target: 'a#1', title: TITLE, side: 'after' });
  expect(tableOf(more)).toEqual(['- [1. Scope](#1-scope)', '- [4. End](#4-end)']);
});
