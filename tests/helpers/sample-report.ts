/** A report for the tests of all reporters: an error with all fields, a warning with few, and characters that need escapes. */
import { RULES } from '#specgraph';
import type { TerminalOptions, Report } from '../../src/cli/report.ts';

const LINES: Record<string, string[]> = {
  'spec/a b.md': ['# A', '', '| x | See 日本 Section 9, 100% | \u001B[31m'],
  'spec/c.md': ['\tText, "quoted" & <marked>'],
};

export const SAMPLE: Report = {
  root: 'spec',
  summary: {
    documents: 2,
    sections: 3,
    variables: 0,
    variableNames: 0,
    references: 4,
    externalLinks: 0,
    errors: 1,
    warnings: 1,
  },
  findings: [
    {
      rule: 'broken-section',
      severity: 'error',
      message: 'Section 9 does not exist: spec/c.md runs from 1 to 3.',
      file: 'spec/a b.md',
      line: 3,
      column: 14,
      endLine: 3,
      endColumn: 23,
      suggestion: 'Section 3',
      fix: [
        { range: { file: 'spec/a b.md', line: 3, column: 14, endLine: 3, endColumn: 23 }, text: 'Section 3' },
      ],
      related: [{ at: { file: 'spec/c.md', line: 1 }, note: 'the sections' }],
    },
    {
      rule: 'wrong-count',
      severity: 'warning',
      message: 'The text says "100%", a <b> & c: d, e.\nSecond line.',
      file: 'spec/c.md',
      line: 1,
      column: 2,
      endLine: 1,
      endColumn: 6,
      suggestion: 'add one',
    },
  ],
  fingerprints: ['f'.repeat(32), '0'.repeat(32)],
  lineOf: (file, line) => LINES[file]?.[line - 1],
  files: ['spec/a b.md', 'spec/c.md', 'spec/sound.md'],
  rules: RULES,
  hints: [],
  milliseconds: 12.4,
};

export const PLAIN: TerminalOptions = {
  paint: (_style, text) => text,
  columns: 60,
  cwd: '/work',
  version: '1.2.3',
  ruleUrl: (id) => `https://spec.example/integrity/rules/${id}/`,
};
