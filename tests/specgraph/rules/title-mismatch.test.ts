import { describe, expect, test } from 'vitest';
import { ruleById } from '#specgraph';
import { ruleTest, runRule } from '../../helpers/rule-test.ts';

const rule = ruleById('title-mismatch')!;

const SECTIONS = [
  ...['## 1. Scope', '## 2. Publication', '## 3. Error handling', '### 3.1. Wrong input'],
  ...['## 4. Boot', '### Step 1: Read the file', '### Step 2: GPU detection (optional)'],
].flatMap((heading) => [heading, '', 'Text.', '']);

const document = (text: string): Record<string, string> => ({
  'g/a.md': ['# A', '', text, '', ...SECTIONS].join('\n'),
});

const PUBLICATION = {
  message: '"Publication" is the title of Section 2; Section 3 is "Error handling".',
  suggestion: 'Section 2',
  related: ['g/a.md:9 Section 2, "Publication"', 'g/a.md:13 Section 3, "Error handling"'],
};

ruleTest(rule, {
  good: {
    'the right title': document('See Section 2 (Publication) and *Error handling* (Section 3).'),
    'a part of the title': document('See Section 3 (error) and Step 2 (GPU detection).'),
    'words that are no title': document('See Section 3 (published values), Section 2, Errors.'),
    'the title of a part of the section': document(
      'See Section 3 (Wrong input) and Section 3.1 (Error handling).',
    ),
    'a word in small letters': document(
      'After publication (Section 3) it ends. See Section 3 (publication).',
    ),
    'several sections': document('See Sections 1 and 3 (Publication).'),
    'a section of another work': document('See Section 3 of RFC 5280 (Publication).'),
    'the next sentence': document(
      'See Section 3. Publication is another matter. It is in Section 3, and Publication too.',
    ),
    'the title of a section beside a step': document('See Step 1 (Publication).'),
    'the first of several parts': {
      'g/a.md':
        '# A\n\nA *task type* (Section 1.1).\n\n## 1. Tasks\n\n### 1.1. General\n\n### 1.2. Task type builders\n',
    },
  },
  bad: {
    'in parentheses': { files: document('See ⟦Section 3⟧ (Publication).'), ...PUBLICATION },
    'of another document': {
      files: {
        ...document('Text.'),
        'g/b.md': '# B\n\nSee [the guide](a.md), ⟦Section 3⟧ (Publication).\n',
      },
      ...PUBLICATION,
      message: '"Publication" is the title of Section 2 of g/a.md; Section 3 is "Error handling".',
    },
    'the beginning of a title': {
      files: document('See ⟦Step 1⟧ (GPU detection).'),
      message: '"GPU detection" is the title of Step 2; Step 1 is "Read the file".',
      suggestion: 'Step 2',
      related: ['g/a.md:29 Step 2, "GPU detection (optional)"', 'g/a.md:25 Step 1, "Read the file"'],
    },
  },
});

describe('the forms of a title beside a number', () => {
  test.each([
    'See Section 3, Publication.',
    'See Section 3: Publication.',
    'See Section 3 – Publication.',
    'See Section 3 Publication.',
    'See Section 3 "Publication".',
    'See Section 3 (“Publication”).',
    'See Section 3, *Publication*.',
    'See Section 3 (`Publication`).',
    'See **Section 3**, *Publication*.',
    'See *Publication* (Section 3).',
    'See "Publication" (Section 3).',
    'See “Publication”, Section 3.',
    'See the Publication section (§3).',
    'See Publication (Section 3).',
    'See [Publication](#2-publication) (Section 3).',
    'See [Section 3](#3-error-handling) (Publication).',
    '- Section 3: Publication',
    '- Publication (Section 3)',
    '| Topic |\n|---|\n| Publication (Section 3) |',
    'It belongs to the Publication (Section 3).',
  ])('%s', async (text) => {
    expect((await runRule(rule, document(text))).map(({ message }) => message)).toEqual([
      PUBLICATION.message,
    ]);
  });
});
