import { describe, expect, it } from 'vitest';
import { checkGraph, foldFindings, NO_CONFIG, readGraph, ruleById, type Finding } from '#specgraph';
import { projectOf } from '../../helpers/refactor.ts';
import { ruleTest } from '../../helpers/rule-test.ts';

const BEFORE =
  '# A\n\n## 1. Scope\n\nWhat it is.\n\n## 2. Pause\n\nTen seconds.\n\n## 3. Count\n\nNumbers. See Section 2.\n';
const now = (reference: string): string =>
  `# A\n\n## 1. Scope\n\nWhat it is.\n\n## 2. Terms\n\nWords.\n\n## 3. Pause\n\nTen seconds.\n\n## 4. Count\n\nNumbers. See ${reference}.\n`;

const range = (inside: string): string =>
  `# A\n\nSections 1 through 5 hold.\n\n## 1. A\n\nOne.\n\n## 2. B\n\nTwo.\n\n${inside}## 5. E\n\nFour.\n`;
ruleTest(ruleById('moved-target')!, {
  good: {
    'no revision to compare with': { 'g/a.md': now('Section 2') },
    'the reference has followed': { 'g/a.md': now('Section 3'), 'before/g/a.md': BEFORE },
    'a range in which sections come into being': {
      'g/a.md': range('## 3. C\n\nFive.\n\n## 4. D\n\nSix.\n\n'),
      'before/g/a.md': range(''),
    },
  },
  bad: {
    'the number names the section that took the place': {
      files: { 'g/a.md': now('⟦Section 2⟧'), 'before/g/a.md': BEFORE },
      message: 'Section 2 was "Pause" at the base revision and is "Terms" now; "Pause" is Section 3 now.',
      suggestion: 'Section 3',
      fixed: now('Section 3'),
      related: ['g/a.md:11 "Pause"'],
    },
  },
});

describe('a renumbered document', () => {
  const book = (...titles: string[]): string =>
    `# Book\n\nSections 2 and 3, Section 3, and Section 4.\n${titles
      .map((title, i) => `\n## ${i + 1}. ${title}\n\n${title} is told here in some words.\n`)
      .join('')}`;
  const check = (before: string, now: string): Finding[] => {
    const graph = (text: string) => readGraph(projectOf({ 'g/book.md': text }, 'g').corpus, NO_CONFIG);
    return checkGraph(graph(now), { since: graph(before) }).findings.filter(
      ({ rule }) => rule === 'moved-target',
    );
  };

  it('has one cause with its references below it', () => {
    const found = check(
      book('Scope', 'Pause', 'Count', 'End'),
      book('Scope', 'Terms', 'Pause', 'Count', 'End'),
    );
    expect(found).toHaveLength(4);
    const folded = foldFindings(found);
    expect(
      folded.map(({ finding, consequences }) => [finding.line, finding.message, consequences.length]),
    ).toEqual([
      [
        9,
        '"Pause" was Section 2 at the base revision and is Section 3 now, and 2 further sections have other numbers; 3 references still say the old numbers.',
        3,
      ],
    ]);
  });

  it('is named at its first renumbered heading where no new section is ahead of it', () => {
    const found = check(book('Scope', 'Pause', 'Count', 'End'), book('Pause', 'Count', 'End'));
    const [cause] = foldFindings(found);
    expect([cause.finding.line, cause.finding.message, cause.consequences.length]).toEqual([
      5,
      '"Pause" was Section 2 at the base revision and is Section 1 now, since "Scope" was removed, and 2 further sections have other numbers; 3 references still say the old numbers.',
      3,
    ]);
  });
});
