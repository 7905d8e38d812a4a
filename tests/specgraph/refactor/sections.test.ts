/** Inserting, moving, removing and renumbering sections: headings, numbers and all references. */
import { describe, expect, it } from 'vitest';
import type { RefactorRequest } from '#specgraph/refactor';
import { planRefactoring } from '#specgraph/refactor';
import { projectOf, refactored, refusalsOf, type Texts } from '../../helpers/refactor.ts';

const BOOK: Texts = {
  'spec/a.md': [
    '# Alpha',
    '',
    '## 1. Scope',
    '',
    'See Section 3 and Sections 1-3, §2.1; [2.1 Keys](#21-keys). RFC 2119 Section 3 is another one.',
    '',
    '## 2. Body',
    '',
    '### 2.1 Keys',
    '',
    'In code `Section 3` stays, and so does https://x.org/#3-end.',
    '',
    '### 2.2 Values',
    '',
    '## 3. End',
    '',
    'Section 2.2 (formerly Section 1).',
    '',
  ].join('\n'),
  'spec/b.md':
    '# Beta\n\n## Rules\n\nSee [Alpha](a.md), Section 3; [the end](a.md#3-end); Sections 1 and 2 of [Alpha](a.md).\n',
};

const lines = (request: RefactorRequest, files: Texts = BOOK): string[] => {
  const after = refactored(files, request);
  return Object.entries(after).flatMap(([file, text]) => {
    const before = new Set((files[file] ?? '').split('\n'));
    return text.split('\n').filter((line) => !before.has(line));
  });
};

describe('insert', () => {
  it('gives the heading its number, and shifts the later ones with all references', () => {
    expect(lines({ action: 'insert', target: 'a#2', title: 'Middle', newInRange: 'include' })).toEqual([
      'See Section 4 and Sections 1-4, §2.1; [2.1 Keys](#21-keys). RFC 2119 Section 3 is another one.',
      '## 3. Middle',
      '## 4. End',
      'See [Alpha](a.md), Section 4; [the end](a.md#4-end); Sections 1 and 2 of [Alpha](a.md).',
    ]);
  });

  it('asks whether a range means the new section', () => {
    const request = { action: 'insert', target: 'a#2', title: 'Middle' } as const;
    expect(refusalsOf(BOOK, request)).toEqual([
      'spec/a.md:5 "Sections 1-3" would hold the new 3: say with --include-new or --exclude-new whether that is meant',
    ]);
    expect(lines({ ...request, newInRange: 'exclude' })[0]).toContain('Sections 1-2 and 4');
  });

  it('counts subsections below their section', () => {
    expect(lines({ action: 'insert', target: 'a#2.1', title: 'Middle', side: 'before' })).toEqual([
      'See Section 3 and Sections 1-3, §2.2; [2.2 Keys](#22-keys). RFC 2119 Section 3 is another one.',
      '### 2.1 Middle',
      '### 2.2 Keys',
      '### 2.3 Values',
      'Section 2.3 (formerly Section 1).',
    ]);
    expect(lines({ action: 'insert', target: 'a#3', title: 'Last', side: 'under' })).toEqual([
      '### 3.1 Last',
    ]);
  });

  it.each([
    [
      '## Section 1: A\n\n## Section 2: B\n\nSee Section 2.\n',
      '#1',
      ['## Section 2: New', '## Section 3: B', 'See Section 3.'],
    ],
    [
      '## Part 1: A\n\n## Part 2: B\n\nSee Part 2.\n',
      '#Part 1',
      ['## Part 2: New', '## Part 3: B', 'See Part 3.'],
    ],
    [
      '## Step 1: A\n\n## Step 2: B\n\nSee Step 2.\n',
      '#step-1-a',
      ['## Step 2: New', '## Step 3: B', 'See Step 3.'],
    ],
    ['## 1 A ##\n\n## 2 B ##\n\nSee Section 2.\n', '#1', ['## 2 New ##', '## 3 B ##', 'See Section 3.']],
    ['1 A\n---\n\n2 B\n---\n\nSee Section 2.\n', '#1', ['2 New', '-----', '3 B', 'See Section 3.']],
    [
      '## 1. A\n\n### a. X\n\n### b. Y\n\nSection 1b.\n\n## 2. B\n',
      '#1a',
      ['### b. New', '### c. Y', 'Section 1c.'],
    ],
    ['## 1. A\n\n## 1a. X\n\n## 2. B\n\nSee Section 2.\n', '#1a', ['## 2. New', '## 3. B', 'See Section 3.']],
    [
      '## Appendix A: X\n\n## Appendix B: Y\n\nAppendix B.\n',
      '#Appendix A',
      ['## Appendix B: New', '## Appendix C: Y', 'Appendix C.'],
    ],
    ['## One\n\n## Two\n', '#one', ['## New']],
    // Beside a section without a number, the other neighbour decides.
    ['## One\n\n## 1. A\n\n## 2. B\n\n## End\n', '#one', ['## 1. New', '## 2. A', '## 3. B']],
    ['## 1. A\n\n## 2. B\n\n## End\n\n## More\n', '#end', ['## New']],
    ['## One\n\n## Two\n\n## Appendix A: X\n\n## Appendix B: Y\n', '#one', ['## New']],
    ['## One\n\n## Two\n\n## Appendix A: X\n\n## Appendix B: Y\n', '#two', ['## New']],
  ])('%j', (text, target, expected) => {
    const files = { 'spec/doc.md': `# Title\n\n${text}` };
    expect(lines({ action: 'insert', target: `doc.md${target}`, title: 'New' }, files)).toEqual(expected);
  });
});

describe('move', () => {
  it('exchanges numbers within a document', () => {
    const request = { action: 'move', target: 'a#2.2', side: 'before', anchor: 'a#2.1' } as const;
    expect(lines(request)).toEqual([
      'See Section 3 and Sections 1-3, §2.2; [2.2 Keys](#22-keys). RFC 2119 Section 3 is another one.',
      '### 2.1 Values',
      '### 2.2 Keys',
      'Section 2.1 (formerly Section 1).',
    ]);
  });

  it('names the other document where a section goes there, and rewrites links within it', () => {
    const files = {
      'spec/a.md':
        '# Alpha\n\n## 1. Scope\n\nAs Section 2 says.\n\n## 2. Body\n\n![x](i.png) See Section 1.\n\n## 3. End\n',
      'spec/sub/b.md': '# Beta\n\n## 1. Rules\n\nSee [Alpha](../a.md), Section 2.\n\n## 2. More\n',
      'spec/i.png': '',
    };
    const request = { action: 'move', target: 'a#2', side: 'after', anchor: 'sub/b.md#1' } as const;
    expect(lines(request, files)).toEqual([
      'As Section 2 of [Beta](sub/b.md) says.',
      '## 2. End',
      'See Section 2.',
      '## 2. Body',
      '![x](../i.png) See Section 1 of [Alpha](../a.md).',
      '## 3. More',
    ]);
  });

  it('says "of this document" behind a number that is one of another document now', () => {
    const files = {
      'spec/a.md':
        '# Alpha\n\n## 1. Scope\n\nSections 2-3 meet it, Sections 4 and 1 serve both.\n\n## 2. Body\n\n## 3. Keys\n\n## 4. End\n',
      'spec/b.md': '# Beta\n\n## 1. Rules\n\n## 2. More\n',
    };
    const request = { action: 'move', target: 'a#2', side: 'after', anchor: 'b#1' } as const;
    expect(lines(request, files)[0]).toBe(
      'Section 2 together with Section 2 of [Beta](b.md) meet it, Sections 3 and 1 of this document serve both.',
    );
  });

  it('keeps the document of a list behind the numbers that stay in it', () => {
    const files = {
      'spec/a.md': '# Alpha\n\n## 1. Scope\n\n## 2. Body\n\n## 3. End\n',
      'spec/b.md':
        '# Beta\n\n## 1. Rules\n\nSections 1-3 of [Alpha](a.md) hold.\n\nSections 1-3 of [Alpha](a.md) hold.\n\n## 2. Other\n',
      'spec/c.md': '# Gamma\n\n## 1. More\n\n## 2. Last\n',
    };
    const moved = refactored(files, { action: 'move', target: 'a#2', side: 'after', anchor: 'b#1' });
    expect(moved['spec/b.md'].match(/Sections.*/g)).toEqual(
      Array(2).fill('Sections 1-2 of [Alpha](a.md) as well as Section 2 of this document hold.'),
    );
    const further = refactored(moved, { action: 'move', target: 'b#2', side: 'after', anchor: 'c#1' });
    expect(further['spec/b.md'].match(/Sections.*/g)).toEqual(
      Array(2).fill('Sections 1-2 of [Alpha](a.md) as well as Section 2 of [Gamma](c.md) hold.'),
    );
    const onward = refactored(further, { action: 'move', target: 'c#2', side: 'after', anchor: 'a#1' });
    expect(onward['spec/b.md'].match(/Sections.*/g)).toEqual(
      Array(2).fill('Sections 1-3 of [Alpha](a.md) hold.'),
    );
  });

  it('keeps a phase behind the document that it is said of', () => {
    const phase = { dependsOn: [], finished: true };
    const config = {
      documentNumber: '^(\\d\\d)-',
      documentPrefix: 'spec',
      phases: [
        { ...phase, number: '1', name: 'Base' },
        { ...phase, number: '2', name: 'Edge' },
      ],
    };
    const headerOf = (phase: string): string => `**Phase:** ${phase}\\\n**Status:** Specification\n\n---\n`;
    const document = (title: string, phase: string, body: string): string =>
      `# ${title}\n\n${headerOf(phase)}\n${body}\n---\n\n*About: ${title}*\\\n*Phase: ${phase}*\\\n*Version: 1.0*\n`;
    const files = {
      'spec/specgraph.config.json': JSON.stringify(config),
      'spec/01-a.md': document(
        'A',
        '01 - Base',
        '## 1. Scope\n\nSee [`spec/02-b.md`](02-b.md), Sections 1-3 (Phase 2).\n',
      ),
      'spec/02-b.md': document('B', '02 - Edge', '## 1. Keys\n\n## 2. Values\n\n## 3. End\n'),
      'spec/03-c.md': document('C', '01 - Base', '## 1. Rules\n\n## 2. More\n'),
    };
    const request = { action: 'move', target: '02#2', side: 'after', anchor: '03#1' } as const;
    expect(refactored(files, request)['spec/01-a.md']).toContain(
      'See [`spec/02-b.md`](02-b.md), Sections 1-2 (Phase 2) as well as Section 2 of [`spec/03-c.md`](03-c.md).',
    );
  });

  it('leaves the old anchor where that is asked for', () => {
    const request = {
      action: 'move',
      target: 'a#3',
      side: 'before',
      anchor: 'a#2',
      keepAnchors: true,
    } as const;
    expect(lines(request)).toContain('<a id="3-end"></a>');
  });
});

describe('sections of one depth whose numbers tell which is below which', () => {
  const flat = (...numbers: string[]): Record<string, string> => ({
    'spec/a.md': ['# A', ...numbers.map((number) => `## ${number}`), ''].join('\n\n'),
  });
  const files = flat('1 One', '1.1 A', '1.2 B', '2 Two', '2.1 C', '3 Three');

  it.each<[RefactorRequest, Record<string, string>]>([
    [
      { action: 'move', target: 'a#1', side: 'after', anchor: 'a#2' },
      flat('1 Two', '1.1 C', '2 One', '2.1 A', '2.2 B', '3 Three'),
    ],
    [
      { action: 'insert', target: 'a#1', title: 'New', side: 'after' },
      flat('1 One', '1.1 A', '1.2 B', '2 New', '3 Two', '3.1 C', '4 Three'),
    ],
    [
      { action: 'insert', target: 'a#1.1', title: 'New', side: 'after' },
      flat('1 One', '1.1 A', '1.2 New', '1.3 B', '2 Two', '2.1 C', '3 Three'),
    ],
    [
      { action: 'insert', target: 'a#1.2', title: 'New', side: 'after' },
      flat('1 One', '1.1 A', '1.2 B', '1.3 New', '2 Two', '2.1 C', '3 Three'),
    ],
    [{ action: 'remove', target: 'a#2' }, flat('1 One', '1.1 A', '1.2 B', '2 Three')],
  ])('%j', (request, now) => {
    expect(refactored(files, request)).toEqual(now);
  });
});

it('a number directly before an element is one', () => {
  const files = {
    'spec/a.md':
      '# A\n\n## 1. One\n\n### 1.1<strong> Video:</strong>\n\n### 1.2<strong> Text:</strong>\n\n## 2. Two\n',
  };
  const after = refactored(files, { action: 'insert', target: 'a#1', title: 'New', side: 'before' });
  expect(after['spec/a.md']).toContain('### 2.1<strong> Video:</strong>\n\n### 2.2<strong> Text:</strong>\n');
});

describe('remove', () => {
  it('lists what refers to the section', () => {
    expect(refusalsOf(BOOK, { action: 'remove', target: 'a#2.1' })).toEqual([
      'spec/a.md:5 "§2.1" refers to a 2.1',
      'spec/a.md:5 "2.1 Keys" refers to a 2.1',
    ]);
  });

  it('closes the gap where nothing refers to it', () => {
    const files = { 'spec/a.md': '# A\n\n## 1. X\n\nSee Section 3.\n\n## 2. Y\n\n## 3. Z\n' };
    expect(refactored(files, { action: 'remove', target: 'a#2' })).toEqual({
      'spec/a.md': '# A\n\n## 1. X\n\nSee Section 2.\n\n## 2. Z\n',
    });
  });

  it('keeps the other numbers where references are broken, and lists these', () => {
    const files = {
      'spec/a.md':
        '# A\n\n## 6. V\n\n## 7. W\n\n## 8. X\n\n## 9. Y\n\nSections 6-9, and Section 8.\n'.replace(
          '# A\n',
          `# A\n\n${[1, 2, 3, 4, 5].map((n) => `## ${n}. S${n}\n`).join('\n')}`,
        ),
    };
    const plan = planRefactoring(projectOf(files), { action: 'remove', target: 'a#8', force: true });
    expect(plan.refusals).toEqual([]);
    expect(plan.notes.map(({ message }) => message.split(':')[0])).toEqual([
      'section-number-gap',
      'broken-section',
    ]);
    expect(plan.texts.get('spec/a.md')).toContain(
      '## 7. W\n\n## 9. Y\n\nSections 6, 7 and 9, and Section 8.\n',
    );
  });

  it('removes also where one number is left, and lists what is broken', () => {
    const files = {
      'spec/a.md': '# A\n\nSection 1, Section 2, [Two](#2-two).\n\n## 1. One\n\n## 2. Two\n',
      'spec/b.md': '# B\n\nSee Section 1 of [A](a.md).\n',
    };
    const plan = planRefactoring(projectOf(files), { action: 'remove', target: 'a#1', force: true });
    expect(plan.refusals).toEqual([]);
    expect([...plan.texts]).toEqual([['spec/a.md', files['spec/a.md'].replace('## 1. One\n\n', '')]]);
    expect(plan.notes.map(({ message, at }) => `${at!.file} ${message}`)).toEqual([
      'spec/a.md broken-section: Section 1 does not exist: spec/a.md has only 2.',
      'spec/b.md broken-section: Section 1 does not exist: spec/a.md has only 2.',
    ]);
  });

  it('lists links to anchors in what is removed, and breaks them where that is forced', () => {
    const files = {
      'spec/a.md':
        '# A\n\nBack to [top](#a).\n\n## One\n\n| Word |\n|---|\n| <span id="key">Key</span>, [key](#key) |\n\n## Two\n',
      'spec/b.md': '# B\n\nSee [the key](a.md#key).\n',
    };
    const request = { action: 'remove', target: 'a#one' } as const;
    expect(refusalsOf(files, request)).toEqual(['spec/b.md:3 "the key" refers to the anchor "key" of a']);
    const plan = planRefactoring(projectOf(files), { ...request, force: true });
    expect(plan.refusals).toEqual([]);
    expect(plan.notes.map(({ message, at }) => `${at!.file}:${at!.line} ${message}`)).toEqual([
      'spec/b.md:3 broken-anchor: "#key" is no heading and no anchor of spec/a.md.',
    ]);
  });

  it('removes a document that nothing refers to', () => {
    expect(refactored(BOOK, { action: 'remove', target: 'b' })).toEqual({ 'spec/a.md': BOOK['spec/a.md'] });
    expect(refusalsOf(BOOK, { action: 'remove', target: 'a' })).not.toEqual([]);
  });
});

describe('renumber', () => {
  it('closes gaps of sections and rows; references follow', () => {
    const files = {
      'spec/a.md':
        '# A\n\n## 1. X\n\nSections 2 and 5, 4.3.\n\n## 2. Y\n\n## 4. Z\n\n### 4.1 P\n\n### 4.3 Q\n\nSection 4.3.\n\n## 5. W\n\n| # | x |\n|---|---|\n| 1 | a |\n| 3 | b |\n| 4 | c |\n',
    };
    expect(lines({ action: 'renumber', target: 'a' }, files)).toEqual([
      'Sections 2 and 4, 3.2.',
      '## 3. Z',
      '### 3.1 P',
      '### 3.2 Q',
      'Section 3.2.',
      '## 4. W',
      '| 2 | b |',
      '| 3 | c |',
    ]);
  });

  it('writes the numbers of a list as a page shows them; prose stays', () => {
    const textOf = (marks: number[]): string =>
      `# A\n\n## 1. X\n\n${marks.map((mark) => `${mark}. Do it.\n`).join('')}\nAfter step 3, read it.\n`;
    const renumbered = (marks: number[]): string =>
      refactored({ 'spec/a.md': textOf(marks) }, { action: 'renumber' })['spec/a.md'];
    expect(renumbered([1, 3, 4])).toBe(textOf([1, 2, 3]));
    expect(renumbered([1, 1, 1])).toBe(textOf([1, 1, 1]));
  });

  it('counts on behind a number that two headings have; references by it are to be looked at', () => {
    const headings = (...numbers: string[]): string =>
      numbers.map((one, i) => `### Step ${one}: Go ${i}\n`).join('\n');
    const files = {
      'spec/a.md': `# A\n\nStep 7b, then Step 7c.\n\n## Boot\n\n${headings('7a', '7b', '7b', '7c')}`,
    };
    const plan = planRefactoring(projectOf(files), { action: 'renumber' });
    expect(plan.refusals).toEqual([]);
    expect(plan.texts.get('spec/a.md')).toBe(
      `# A\n\nStep 7b, then Step 7d.\n\n## Boot\n\n${headings('7a', '7b', '7c', '7d')}`,
    );
    expect(plan.doubts).toEqual([
      expect.objectContaining({ at: { file: 'spec/a.md', line: 3 }, message: '"7b" (now 7b or 7c)' }),
    ]);
  });

  it('changes nothing where all numbers follow one another', () => {
    expect(refactored(BOOK, { action: 'renumber' })).toEqual(BOOK);
  });
});

describe('a list of numbers that a move splits', () => {
  const bookWith = (words: string): Record<string, string> => ({
    'spec/a.md': `# Alpha\n\n## 1. One\n\n${words} meet it.\n\n## 2. Two\n\n## 3. Three\n\n## 4. Four\n\n## 5. Five\n`,
    'spec/b.md': '# Beta\n\n## 1. First\n\n## 2. Second\n',
    'spec/c.md': `# Gamma\n\n${words} of [Alpha](a.md) meet it.\n`,
  });

  it.each(['Sections 2-4', 'Sections 3 and 4', 'Sections 3-5', 'Sections 1, 3 and 5', 'Sections 2–4 and 5'])(
    '%s: it is joined again when the section comes back',
    (words) => {
      const files = bookWith(words);
      const moved = refactored(files, { action: 'move', target: 'a#3', side: 'after', anchor: 'b#1' });
      expect(moved['spec/a.md']).toContain(' as well as Section 2 of [Beta](b.md)');
      expect(moved['spec/c.md']).toContain(' of [Alpha](a.md) as well as Section 2 of [Beta](b.md)');
      expect(refactored(moved, { action: 'move', target: 'b#2', side: 'after', anchor: 'a#2' })).toEqual(
        files,
      );
    },
  );
});
