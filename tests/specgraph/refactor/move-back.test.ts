/** A section that moves away and comes back leaves the bytes as they were, however its document sets sections apart. */
import { describe, expect, it } from 'vitest';
import { refactored, type Texts } from '../../helpers/refactor.ts';

const document = (separators: readonly string[], end = '\n'): string =>
  `# Net${separators[0]}## Alpha\n\nOne.${separators[1]}## Beta\n\nTwo.${separators[2]}## Gamma\n\nThree.${end}`;

const APART: Record<string, string> = {
  'one blank line each': document(['\n\n', '\n\n', '\n\n']),
  'no blank line': document(['\n', '\n', '\n']),
  'one, two and three blank lines': document(['\n\n', '\n\n\n', '\n\n\n\n']),
  'spaces at the ends of lines': document(['\n\n', '  \n\n', ' \n \n'], ' \n'),
  'no newline at the end': document(['\n\n', '\n\n\n', '\n'], ''),
  'blank lines at the end': document(['\n\n', '\n', '\n\n'], '\n\n\n'),
  'a footer': document(['\n\n', '\n\n\n', '\n\n'], '\n\n---\n\n*End of the document.*\n'),
  'one line that ends otherwise': document(['\n\n', '\n\n', '\r\n\n']),
  'lines that all end with two characters': document(['\n\n', '\n\n\n', '\n\n']).replaceAll('\n', '\r\n'),
};

const SIDES = [
  ['alpha', 'after', 'gamma', 'before', 'beta'],
  ['alpha', 'after', 'beta', 'before', 'beta'],
  ['beta', 'before', 'alpha', 'before', 'gamma'],
  ['gamma', 'before', 'alpha', 'after', 'beta'],
] as const;

describe.each(Object.entries(APART))('%s', (_, text) => {
  it.each(SIDES)('%s %s %s, and back', (section, side, anchor, sideBack, anchorBack) => {
    const before = { 'spec/net.md': text };
    const there = refactored(before, {
      action: 'move',
      target: `net#${section}`,
      side,
      anchor: `net#${anchor}`,
    });
    expect(there).not.toEqual(before);
    const back = refactored(there, {
      action: 'move',
      target: `net#${section}`,
      side: sideBack,
      anchor: `net#${anchorBack}`,
    });
    expect(back).toEqual(before);
  });

  it.each(['alpha', 'gamma'])('%s to another document, and back', (section) => {
    const before: Texts = { 'spec/net.md': text, 'spec/other.md': '# Other\n\n\n## Delta\n\nFour.\n' };
    const there = refactored(before, {
      action: 'move',
      target: `net#${section}`,
      side: 'after',
      anchor: 'other#delta',
    });
    expect(there['spec/other.md']).toContain(section === 'alpha' ? 'One.' : 'Three.');
    const back = refactored(there, {
      action: 'move',
      target: `other#${section}`,
      side: section === 'alpha' ? 'before' : 'after',
      anchor: 'net#beta',
    });
    expect(back).toEqual(before);
  });
});

describe('tables of contents', () => {
  const body = (titles: readonly string[]): string =>
    titles.map((title) => `\n## ${title}\n\nWords.\n`).join('');

  it.each([
    [
      'signs that the entries write elsewhere',
      ['- [Get](#-get) 🔀', '- [Set](#-set) 🔀', '- [Drop](#-drop)'],
    ],
    [
      'a column of remarks',
      ['| [🔀 Get](#-get) | done |', '| [🔀 Set](#-set) | open |', '| [🔀 Drop](#-drop) | new |'],
    ],
  ])('%s', (_, entries) => {
    const lines = entries[0].startsWith('|') ? ['| Section | State |', '|---|---|', ...entries] : entries;
    const before = { 'spec/a.md': `# A\n\n${lines.join('\n')}\n${body(['🔀 Get', '🔀 Set', '🔀 Drop'])}` };
    const there = refactored(before, { action: 'move', target: 'a#-get', side: 'after', anchor: 'a#-drop' });
    expect(there['spec/a.md']).toContain(`${[entries[1], entries[2], entries[0]].join('\n')}\n`);
    const back = refactored(there, { action: 'move', target: 'a#-get', side: 'before', anchor: 'a#-set' });
    expect(back).toEqual(before);
  });

  it('keep an entry where it is when they leave out its new neighbour', () => {
    const before = {
      'spec/a.md': `# A\n\n- [Get](#get)\n- [Set](#set)\n${body(['Get', 'Set', 'Hidden', 'Drop'])}`,
    };
    const there = refactored(before, { action: 'move', target: 'a#get', side: 'after', anchor: 'a#drop' });
    expect(there['spec/a.md']).toContain('- [Get](#get)\n- [Set](#set)\n');
  });

  it('keep the indentation of an entry whose section stays below the same section', () => {
    const before = {
      'spec/a.md': `# A\n\n- [Get](#get)\n  - [Keys](#keys)\n- [Reply](#reply)\n\n## Get\n\n### Keys\n\nK.\n\n### Needs\n\nN.\n\n### Reply\n\nR.\n`,
    };
    const there = refactored(before, { action: 'move', target: 'a#keys', side: 'after', anchor: 'a#needs' });
    expect(there['spec/a.md']).toContain('- [Get](#get)\n  - [Keys](#keys)\n- [Reply](#reply)\n');
    const back = refactored(there, { action: 'move', target: 'a#keys', side: 'before', anchor: 'a#needs' });
    expect(back).toEqual(before);
  });

  it('leave out a subsection that comes back where others of its title have no entry', () => {
    const contents = '- [Get](#get)\n  - [Keys](#keys)\n- [Set](#set)\n  - [Names](#names)';
    const before: Texts = {
      'spec/a.md': `# A\n\n${contents}\n\n## Get\n\n### Keys\n\n### Rationale\n\n## Set\n\n### Names\n\n### Rationale\n\nEnd.\n`,
      'spec/b.md': '# B\n\n## Delta\n\nFour.\n',
    };
    const there = refactored(before, { action: 'move', target: 'a#get', side: 'after', anchor: 'b#delta' });
    const back = refactored(there, { action: 'move', target: 'b#get', side: 'before', anchor: 'a#set' });
    expect(back).toEqual(before);
  });

  it('in a section that moves do not name that section', () => {
    const before: Texts = {
      'spec/a.md': `# A\n\n## Contents\n\n- [Get](#get)\n- [Set](#set)\n${body(['Get', 'Set'])}`,
      'part/b.md': '# B\n\n## Delta\n\nFour.\n',
    };
    const there = refactored(before, {
      action: 'move',
      target: 'spec/a#contents',
      side: 'after',
      anchor: 'part/b#delta',
    });
    expect(there['part/b.md']).toContain('- [Get](../spec/a.md#get)\n- [Set](../spec/a.md#set)\n');
    const back = refactored(there, {
      action: 'move',
      target: 'part/b#contents',
      side: 'before',
      anchor: 'spec/a#get',
    });
    expect(back).toEqual(before);
  });
});

describe('links of a document to its own sections', () => {
  it.each([
    ['without its file name', '[alpha](#alpha), [beta](#beta), [gamma](a.md#gamma)'],
    ['with its file name', '[alpha](a.md#alpha), [beta](a.md#beta), [end](a.md#gamma), [gamma](#gamma)'],
  ])('are written as most of them are: %s', (_, links) => {
    const before: Texts = {
      'spec/a.md': `# A\n\nSee ${links}.\n\n## Alpha\n\nOne.\n\n## Beta\n\nTwo.\n\n## Gamma\n\nThree.\n`,
      'spec/b.md': '# B\n\n## Delta\n\nFour.\n',
    };
    const there = refactored(before, { action: 'move', target: 'a#alpha', side: 'after', anchor: 'b#delta' });
    expect(there['spec/a.md']).toContain('[alpha](b.md#alpha)');
    const back = refactored(there, { action: 'move', target: 'b#alpha', side: 'before', anchor: 'a#beta' });
    expect(back).toEqual(before);
  });
});

describe('other ways there and back', () => {
  it('a link whose words are its label has them once', () => {
    const before: Texts = {
      'spec/FAQ.md': '# FAQ\n\nWords.\n',
      'spec/a.md': '# A\n\nSee the [FAQ], and [questions][FAQ].\n\n[FAQ]: FAQ.md\n',
    };
    const there = refactored(before, { action: 'rename', target: 'FAQ', name: 'Answers' });
    expect(there['spec/a.md']).toContain('See the [Answers][FAQ], and [questions][FAQ].');
    expect(refactored(there, { action: 'rename', target: 'FAQ', name: 'FAQ' })).toEqual(before);
  });

  it('a broken definition goes with its only use', () => {
    const before: Texts = {
      'spec/a.md': '# A\n\n## One\n\nSee [the draft].\n\n## Two\n\nWords.\n\n[the draft]: ../old/draft.md\n',
      'part/b.md': '# B\n\n## Three\n\nWords.\n',
    };
    const there = refactored(before, {
      action: 'move',
      target: 'spec/a#one',
      side: 'after',
      anchor: 'part/b#three',
    });
    expect(there['spec/a.md']).not.toContain('draft');
    expect(
      refactored(there, { action: 'move', target: 'part/b#one', side: 'before', anchor: 'spec/a#two' }),
    ).toEqual(before);
  });

  it('a step that goes where no steps are counted is a section', () => {
    const before: Texts = {
      'spec/a.md': '# A\n\n## Step 1: Ask\n\nA.\n\n## Step 2: Check\n\nB.\n\n## End\n\nSee Step 1.\n',
      'spec/b.md': '# B\n\n## Three\n\nWords.\n',
    };
    const there = refactored(before, {
      action: 'move',
      target: 'a#step-1-ask',
      side: 'after',
      anchor: 'b#three',
    });
    expect(there['spec/b.md']).toContain('## Ask\n');
    expect(there['spec/a.md']).toContain('## Step 1: Check\n');
    expect(there['spec/a.md']).toContain('See [Ask](b.md#ask).');
  });
});

describe('a link to the folder of a document', () => {
  const files: Texts = {
    'spec/a.md': '# A\n\nSee [the part](part/), [one](part/#one) and [two](part#two).\n',
    'spec/part/README.md': '# Part\n\n## One\n\n1\n\n## Two\n\n2\n',
  };

  it('names the file where it has another name', () => {
    const after = refactored(files, { action: 'rename', target: 'spec/part/README.md', name: 'part.md' });
    expect(after['spec/a.md']).toContain(
      '[the part](part/part.md), [one](part/part.md#one) and [two](part/part.md#two)',
    );
  });

  it('follows the folder', () => {
    const after = refactored(files, {
      action: 'rename',
      target: 'spec/part/README.md',
      name: 'spec/whole/README.md',
    });
    expect(after['spec/a.md']).toContain('[the part](whole/), [one](whole/#one) and [two](whole#two)');
  });
});
