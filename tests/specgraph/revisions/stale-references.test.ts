import { describe, expect, test } from 'vitest';
import { applyFixes } from '#specgraph/fix';
import { checkGraph, type Finding } from '#specgraph';
import { findStaleReferences } from '../../../src/specgraph/revisions/stale-references.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

type Files = Record<string, string>;

/** A document whose sections are numbered from 1 in the order of these titles. */
function book(titles: readonly string[], extra: Record<string, string> = {}): string {
  const sections = titles.map(
    (title, i) =>
      `## ${i + 1}. ${title}\n\nThe words about ${title.toLowerCase()} tell this section from every other one.${extra[title] ?? ''}\n`,
  );
  return `# Book\n\n${sections.join('\n')}`;
}

const guide = (text: string): string => `# Guide\n\n## Use\n\n${text}\n`;

function findings(before: Files, now: Files): Finding[] {
  return checkGraph(viewOfFiles(now), { since: viewOfFiles(before), sinceName: 'main' }).findings;
}

const TITLES = ['Scope', 'Terms', 'Start', 'Cooldown', 'Metrics', 'End'];
const INSERTED = ['Scope', 'Terms', 'Fresh', 'Start', 'Cooldown', 'Metrics', 'End'];
const SWAPPED = ['Scope', 'Terms', 'Start', 'Metrics', 'Cooldown', 'End'];
const REMOVED = ['Scope', 'Terms', 'Cooldown', 'Metrics', 'End'];

/** What is said when the book changes and the guide does not. */
function afterChange(titles: readonly string[], words: string): { said: string[]; fixed: string } {
  const before = { 'spec/book.md': book(TITLES), 'spec/guide.md': guide(words) };
  const now = { ...before, 'spec/book.md': book(titles) };
  const found = findings(before, now).filter(({ file }) => file === 'spec/guide.md');
  const { texts } = applyFixes(new Map(Object.entries(now)), found);
  const fixed = texts.get('spec/guide.md') ?? now['spec/guide.md'];
  return {
    said: found.map(({ rule, column, message }) => `${column} ${rule}: ${message}`),
    fixed: fixed.slice(guide('').length - 1, -1),
  };
}

describe('a section is inserted', () => {
  test.each([
    ['[Book](book.md), Section 4.', '[Book](book.md), Section 5.'],
    ['See Section 4 of [Book](book.md).', 'See Section 5 of [Book](book.md).'],
    ['[Book](book.md), Sections 4 and 6.', '[Book](book.md), Sections 5 and 7.'],
    ['[Book](book.md), Sections 2-5.', '[Book](book.md), Sections 2-6.'],
    ['[Book](book.md), Sections 3 to 5.', '[Book](book.md), Sections 4 to 6.'],
    ['[Book](book.md), §4.', '[Book](book.md), §5.'],
    ['[Section 4](book.md#4-cooldown)', '[Section 5](book.md#5-cooldown)'],
    ['[Cooldown](book.md#4-cooldown)', '[Cooldown](book.md#5-cooldown)'],
  ])('%s', (words, expected) => {
    const { said, fixed } = afterChange(INSERTED, words);
    expect(said).not.toEqual([]);
    expect(said.filter((line) => !line.includes('moved-target'))).toEqual([]);
    expect(fixed).toBe(expected);
  });

  test('the message names the old meaning, the present one and the new number', () => {
    expect(afterChange(INSERTED, '[Book](book.md), Section 4.').said).toEqual([
      '18 moved-target: Section 4 was "Cooldown" at main and is "Start" now; "Cooldown" is Section 5 of spec/book.md now.',
    ]);
  });

  test('a reference before the place of insertion is right', () => {
    expect(afterChange(INSERTED, '[Book](book.md), Section 2.').said).toEqual([]);
  });

  test('a range around the place of insertion is one finding', () => {
    expect(afterChange(INSERTED, '[Book](book.md), Sections 2-5.').said).toHaveLength(1);
  });
});

describe('sections are exchanged', () => {
  test('each reference to one of them is reported', () => {
    expect(afterChange(SWAPPED, '[Book](book.md), Section 4.')).toEqual({
      said: [
        '18 moved-target: Section 4 was "Cooldown" at main and is "Metrics" now; "Cooldown" is Section 5 of spec/book.md now.',
      ],
      fixed: '[Book](book.md), Section 5.',
    });
  });

  test('a range that holds both is right', () => {
    expect(afterChange(SWAPPED, '[Book](book.md), Sections 3-6.').said).toEqual([]);
  });

  test('a range that ends between them is reported and not rewritten', () => {
    const words = '[Book](book.md), Sections 2-4.';
    const { said, fixed } = afterChange(SWAPPED, words);
    expect(said).not.toEqual([]);
    expect(fixed).toBe(words);
  });
});

describe('a section is removed', () => {
  test('the reference to it is reported with what it was', () => {
    expect(afterChange(REMOVED, '[Book](book.md), Section 3.').said).toEqual([
      '18 vanished-target: Section 3 was "Start" at main, which was removed; Section 3 is "Cooldown" now.',
    ]);
  });

  test('also where nothing has its number now', () => {
    expect(afterChange(TITLES.slice(0, -1), '[Book](book.md), Section 6.').said).toEqual([
      '18 vanished-target: Section 6 was "End" at main, which was removed.',
    ]);
  });

  test('a section whose text is rewritten in its place is the same', () => {
    const before = { 'spec/book.md': book(TITLES), 'spec/guide.md': guide('[Book](book.md), Section 4.') };
    const rewritten = before['spec/book.md']
      .replace('## 4. Cooldown', '## 4. Pauses')
      .replace(/The words about cooldown.*/, 'Nothing of the old wording is left here at all.');
    expect(findings(before, { ...before, 'spec/book.md': rewritten })).toEqual([]);
  });
});

describe('what an author has done meanwhile', () => {
  const before = {
    'spec/book.md': book(TITLES),
    'spec/guide.md': guide('[Book](book.md), Sections 4 and 5.'),
  };

  test('corrected references are right', () => {
    const now = {
      'spec/book.md': book(INSERTED),
      'spec/guide.md': guide('[Book](book.md), Sections 5 and 6.'),
    };
    expect(findings(before, now)).toEqual([]);
  });

  test('one correction of two leaves the other', () => {
    const now = {
      'spec/book.md': book(INSERTED),
      'spec/guide.md': guide('[Book](book.md), Sections 5 and 5.'),
    };
    expect(findings(before, now).map(({ column, fix }) => [column, fix])).toEqual([[33, undefined]]);
  });

  test('a new sentence is not compared', () => {
    const now = {
      'spec/book.md': book(INSERTED),
      'spec/guide.md': guide(
        '[Book](book.md), Sections 5 and 6.\n\nThe terms are in Section 4 of [Book](book.md).',
      ),
    };
    expect(findings(before, now)).toEqual([]);
  });

  test('an edited sentence with the old number is reported without a fix', () => {
    const now = {
      'spec/book.md': book(INSERTED),
      'spec/guide.md': guide('As always: [Book](book.md), Sections 4 and 5.'),
    };
    expect(findings(before, now).map(({ rule, fix }) => [rule, fix])).toEqual([
      ['moved-target', undefined],
      ['moved-target', undefined],
    ]);
  });
});

test('references within the document follow as well', () => {
  const text = { End: ' It repeats Section 4.' };
  const found = findings({ 'spec/book.md': book(TITLES, text) }, { 'spec/book.md': book(INSERTED, text) });
  expect(found.map(({ rule, suggestion }) => [rule, suggestion])).toEqual([['moved-target', 'Section 5']]);
});

test('a section that moves to another document is named there', () => {
  const words = guide('See Section 5 of [Book](book.md).');
  const metrics = /## 5\. Metrics\n\n.*\n/.exec(book(TITLES))![0];
  const before = {
    'spec/book.md': book(TITLES),
    'spec/guide.md': words,
    'spec/other.md': '# Other\n\n## 1. First\n\nText.\n',
  };
  const now = {
    ...before,
    'spec/book.md': book(TITLES.filter((title) => title !== 'Metrics')),
    'spec/other.md': `${before['spec/other.md']}\n${metrics.replace('5.', '2.')}`,
  };
  expect(findings(before, now).map(({ rule, message, fix }) => [rule, message, fix])).toEqual([
    [
      'moved-target',
      'Section 5 was "Metrics" at main and is "End" now; "Metrics" is Section 2 of spec/other.md now.',
      undefined,
    ],
  ]);
});

test('steps follow their titles', () => {
  const steps = (names: string[]): string =>
    `# Boot\n\n${names.map((name, i) => `## Step ${i + 1}: ${name}\n\nIt does ${name.toLowerCase()} and nothing else.\n`).join('\n')}`;
  const words = guide('After Step 2 of [Boot](boot.md).');
  const before = { 'spec/boot.md': steps(['Read', 'Write', 'Run']), 'spec/guide.md': words };
  const now = { ...before, 'spec/boot.md': steps(['Read', 'Check', 'Write', 'Run']) };
  expect(findings(before, now).map(({ message }) => message)).toEqual([
    'Step 2 was "Write" at main and is "Check" now; "Write" is Step 3 of spec/boot.md now.',
  ]);
});

test('equal revisions have no stale references', () => {
  const files = { 'spec/book.md': book(TITLES), 'spec/guide.md': guide('[Book](book.md), Sections 1-6.') };
  expect(findings(files, files)).toEqual([]);
});

test('a number that still is that of its target has not moved, even if it leads nowhere now', () => {
  const before = viewOfFiles({
    'spec/book.md': book(TITLES),
    'spec/guide.md': guide('See [the book](book.md), Section 4.'),
  });
  const isNumber = ({ text }: { text?: string }): boolean => text === 'Section 4';
  const edges = before.edges.map((edge) =>
    isNumber(edge) ? { ...edge, resolved: false, target: 'missing:guide Section 4' } : edge,
  );
  expect(edges.filter(isNumber)).toHaveLength(1);
  expect(findStaleReferences(before, { ...before, edges })).toEqual([]);
});

test('a document with another file name is the same one: its own references are corrected as well', () => {
  const words = { Start: ' See Section 4, Sections 3-5 and §6.' };
  const now = { 'spec/manual.md': book(INSERTED, words) };
  const found = findings({ 'spec/book.md': book(TITLES, words) }, now);
  expect(found.map(({ rule }) => rule)).toEqual(['moved-target', 'moved-target', 'moved-target']);
  const { texts } = applyFixes(new Map(Object.entries(now)), found);
  expect(texts.get('spec/manual.md')).toContain(' See Section 5, Sections 4-6 and §7.');
});

test('a section that has come to the referring document is named as one of it', () => {
  const words = {
    Cooldown: ' A node that was removed waits sixty seconds before it tries to join the others again.',
  };
  const guideWith = (more: string): string => `${guide('[Book](book.md), Section 4.')}${more}`;
  const moved = `\n## Cooldown\n\n${/The words about cooldown.*\n/.exec(book(TITLES, words))![0]}`;
  const found = findings(
    { 'spec/book.md': book(TITLES, words), 'spec/guide.md': guideWith('') },
    {
      'spec/book.md': book(TITLES.filter((title) => title !== 'Cooldown')),
      'spec/guide.md': guideWith(moved),
    },
  );
  expect(found.filter(({ rule }) => rule === 'moved-target').map(({ suggestion }) => suggestion)).toEqual([
    '"Cooldown" of this document',
  ]);
});
