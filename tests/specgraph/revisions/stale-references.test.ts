import { describe, expect, test } from 'vitest';
import { applyFixes } from '#specgraph/fix';
import { checkGraph, foldFindings, type Finding } from '#specgraph';
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
  const since = viewOfFiles(before);
  return checkGraph(viewOfFiles(now, 'spec', { since }), { since, sinceName: 'main' }).findings;
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

test('a number that is read as one of another document now has no fix', () => {
  const files = {
    'spec/book.md': book(TITLES),
    'spec/guide.md': guide('See [Book](book.md), Section 4.'),
    'spec/other.md': book(TITLES).replace('# Book', '# Other'),
  };
  const now = viewOfFiles({ ...files, 'spec/book.md': book(INSERTED) });
  const edges = now.edges.map((edge) =>
    edge.text === 'Section 4' ? { ...edge, target: 'other#4-cooldown' } : edge,
  );
  expect(findStaleReferences(viewOfFiles(files), { ...now, edges })).toMatchObject([
    { instead: { file: 'spec/other.md' }, corrections: [] },
  ]);
});

test('a document with another file name is the same one: its own references are corrected as well', () => {
  const words = { Start: ' See Section 4, Sections 3-5 and §6.' };
  const now = { 'spec/manual.md': book(INSERTED, words) };
  const found = findings({ 'spec/book.md': book(TITLES, words) }, now);
  const references = found.filter(({ isOrigin }) => !isOrigin);
  expect(references.map(({ rule }) => rule)).toEqual(['moved-target', 'moved-target', 'moved-target']);
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

describe('references that nothing resolves any more', () => {
  const removedEnd = TITLES.slice(0, -1);

  test('a number that need not be one of the set is one where it was before', () => {
    expect(afterChange(removedEnd, 'The rules of Book, Section 6, hold as well.').said).toEqual([
      '20 vanished-target: Section 6 was "End" at main, which was removed.',
    ]);
  });

  test('a document that loses all its numbers has none that are wrong', () => {
    const before = {
      'spec/book.md': book(TITLES),
      'spec/guide.md': guide('The rules of Book, Section 6, hold as well.'),
    };
    const plain = before['spec/book.md'].replaceAll(/## \d\. /g, '## ');
    expect(findings(before, { ...before, 'spec/book.md': plain })).toEqual([]);
  });
});

describe('few numbers are left', () => {
  const three = TITLES.slice(0, 3);
  const words =
    'See Section 2 of [Book](book.md). Section 1 of this document is another one; see §3 of [Book](book.md).';
  const before = {
    'spec/book.md': book(three),
    'spec/guide.md': `# Guide\n\n## 1. Use\n\n${words}\n\n## 2. End\n\nSee Section 1 of this document.\n`,
  };
  const after = (text: string): string[] =>
    findings(before, { ...before, 'spec/book.md': text })
      .filter(({ rule }) => rule !== 'section-number-gap')
      .map(({ line, column, rule, suggestion }) => `${line}:${column} ${rule} ${suggestion ?? ''}`.trim());

  test('two with a gap between them still number the document', () => {
    const withGap = book(three).replace(/## 2[^]*?(?=## 3)/, '');
    expect(after(withGap)).toEqual(['5:5 vanished-target']);
  });

  test('one that is left does', () => {
    expect(after(book(['Start']))).toEqual([
      '5:5 vanished-target',
      '5:82 moved-target Section 1 of spec/book.md',
    ]);
  });

  test('other headings with numbers do not', () => {
    const found = findings(before, {
      ...before,
      'spec/book.md': '# Book\n\n## 2019 in review\n\nA year.\n\n## 2021 in review\n\nAnother.\n',
    });
    expect(found.map(({ rule }) => rule)).toEqual(['vanished-target', 'vanished-target']);
  });
});

test('equal words for two documents in one sentence are told apart', () => {
  const words = 'Section 2 of [Book](book.md) and Section 2 of this document hold.';
  const before = {
    'spec/book.md': book(TITLES),
    'spec/guide.md': `# Guide\n\n## 1. Use\n\n${words}\n\n## 2. End\n\nIt ends.\n`,
  };
  const now = { ...before, 'spec/book.md': book(TITLES.toSpliced(1, 1)) };
  expect(findings(before, now).map(({ column, rule }) => [column, rule])).toEqual([[1, 'vanished-target']]);
});

describe('a section moves to another document', () => {
  const other = (more: string): string => `# Other\n\n## 1. First\n\nText.\n\n## 2. Second\n\nText.\n${more}`;
  const moved = (heading: string, text: string): string => `\n## ${heading}\n\n${text}\n`;
  const text = 'Nobody counts the lamps of the tower at night.';
  const bookWith = (more: string): string =>
    `# Book\n\n## 1. Scope\n\nText.\n\n## 2. Terms\n\nText.\n${more}`;
  const move = (sentence: string, guideText = 'Nothing.') => {
    const before = {
      'spec/book.md': bookWith(moved('3. Lamps', `${text} ${sentence}`)),
      'spec/guide.md': guide(guideText),
      'spec/other.md': other(''),
    };
    const now = {
      ...before,
      'spec/book.md': bookWith(''),
      'spec/other.md': other(moved('3. Lamps', `${text} ${sentence}`)),
    };
    const found = findings(before, now);
    const { texts } = applyFixes(new Map(Object.entries(now)), found);
    return {
      said: found.map(({ file, message }) => `${file}: ${message}`),
      fixed: Object.fromEntries(texts),
    };
  };

  test('its own numbers name sections of that document: they are reported, and not rewritten', () => {
    expect(move('See Section 2.')).toEqual({
      said: [
        'spec/other.md: Section 2 was "Terms" at main and is "Second" now; "Terms" is Section 2 of spec/book.md now.',
      ],
      fixed: {},
    });
  });

  test('its links to the document that it left get the path of that document', () => {
    expect(move('See [Section 2](#2-terms).').fixed['spec/other.md']).toContain(
      'See [Section 2](book.md#2-terms).',
    );
  });

  test('a link to it is rewritten', () => {
    expect(move('', 'See [Lamps](book.md#3-lamps).').fixed['spec/guide.md']).toContain(
      'See [Lamps](other.md#3-lamps).',
    );
  });

  test('a link beside a bare number is not: the number would be read as one of the other document', () => {
    const { said, fixed } = move('', 'See [Lamps](book.md#3-lamps) and §1 there.');
    expect(said).toHaveLength(1);
    expect(fixed).toEqual({});
  });

  test('a short text is the same where it is equal, and removed where it differs', () => {
    const book = (more: string): string => bookWith(more);
    const check = (now: string): string[] =>
      findings(
        {
          'spec/book.md': book(moved('3. Lamps', 'The lamps are counted.')),
          'spec/guide.md': guide('[Book](book.md), Section 3.'),
          'spec/other.md': other(''),
        },
        {
          'spec/book.md': book(''),
          'spec/guide.md': guide('[Book](book.md), Section 3.'),
          'spec/other.md': other(moved('3. Lamps', now)),
        },
      ).map(({ rule }) => rule);
    expect(check('The lamps are counted.')).toEqual(['moved-target']);
    expect(check('The lamps are painted.')).toEqual(['vanished-target']);
  });
});

describe('one cause', () => {
  const words = 'See [Book](book.md), Section 2, and [Book](book.md), Sections 3 and 4.';
  const before = { 'spec/book.md': book(TITLES), 'spec/guide.md': guide(words) };

  test('of a removed section and the renumbered ones behind it', () => {
    const found = findings(before, { ...before, 'spec/book.md': book(TITLES.toSpliced(1, 1)) });
    const [cause, ...others] = foldFindings(found);
    expect(others).toEqual([]);
    expect(cause.finding.message).toBe(
      '"Start" was Section 3 at main and is Section 2 now, since "Terms" was removed, and 3 further sections have other numbers; 3 references still say the old numbers.',
    );
    expect(cause.consequences.map(({ rule }) => rule).toSorted()).toEqual([
      'moved-target',
      'moved-target',
      'vanished-target',
    ]);
  });

  test('but not of references to a removed section alone, which are told in the same words', () => {
    const alike = 'See Section 2 of [Book](book.md), [Book](book.md), Section 2, and §2 of [Book](book.md).';
    const set = { ...before, 'spec/guide.md': guide(alike) };
    const folded = foldFindings(findings(set, { ...set, 'spec/book.md': book(TITLES.toSpliced(1, 1)) }));
    expect(folded.map(({ finding, consequences }) => [finding.rule, consequences.length])).toEqual([
      ['vanished-target', 2],
    ]);
  });

  test('of a moved section and those that are renumbered in both documents', () => {
    const all = { ...before, 'spec/other.md': book(['Lamps', 'Doors', 'Walls']) };
    const now = {
      ...all,
      'spec/book.md': book(TITLES.toSpliced(1, 1)),
      'spec/other.md': book(['Lamps', 'Terms', 'Doors', 'Walls']),
    };
    const [cause, ...others] = foldFindings(findings(all, now));
    expect(others).toEqual([]);
    expect(`${cause.finding.file}:${cause.finding.line} ${cause.finding.message}`).toBe(
      'spec/other.md:7 "Terms" was Section 2 of spec/book.md at main and is Section 2 of this document now, and 6 further sections have other numbers; 3 references still say the old numbers.',
    );
  });

  test('of a gap and the references into it, those to parts of the section included', () => {
    const part = { Start: '\n\n### 3.1. Parts\n\nThe parts of the start are told apart here.' };
    const text = 'See [Book](book.md), Section 3, and [Book](book.md), Section 3.1.';
    const full = { 'spec/book.md': book(TITLES, part), 'spec/guide.md': guide(text) };
    const withGap = book(TITLES, part).replace(/## 3\. [^]*?(?=## 4)/, '');
    const folded = foldFindings(findings(full, { ...full, 'spec/book.md': withGap }));
    expect(folded.map(({ finding, consequences }) => [finding.rule, consequences.length])).toEqual([
      ['section-number-gap', 2],
    ]);
  });
});
