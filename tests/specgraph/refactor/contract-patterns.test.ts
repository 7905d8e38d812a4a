/** Patterns and texts of contracts follow what is renumbered and renamed. */
import { describe, expect, it } from 'vitest';
import type { RefactorRequest } from '#specgraph/refactor';
import { refactored, refusalsOf } from '../../helpers/refactor.ts';

const DOCUMENT = [
  '# Boot',
  '',
  '## 1. Order',
  '',
  'Section 3 and Step 2 follow. Section 3 is long.',
  '',
  '## 2. Steps',
  '',
  '### Step 1: Read',
  '',
  '### Step 2: Listen (v1.0)',
  '',
  'After Step 2 comes Section 3.',
  '',
  '## 3. End',
  '',
].join('\n');

const contract = (entries: string): string => `phase: "1"\nmust_haves:\n${entries}\n`;
const patternOf = (pattern: string): string =>
  contract(`  patterns:\n    - { path: boot.md, section: '2', ${pattern} }`);

const insertStep: RefactorRequest = {
  action: 'insert',
  target: 'boot.md#step-2-listen-v10',
  title: 'New',
  side: 'before',
};
const insertSection: RefactorRequest = { action: 'insert', target: 'boot.md#1', title: 'New' };
const renameStep: RefactorRequest = {
  action: 'rename',
  target: 'boot.md#step-2-listen-v10',
  name: 'Wait (v1.0)',
};

/** The contract after a refactoring, without the two lines at its head. */
function contractAfter(request: RefactorRequest, before: string, file = 'spec/contracts/one.yaml'): string {
  return refactored({ 'spec/boot.md': DOCUMENT, [file]: before }, request)[file];
}

describe('a pattern of a contract', () => {
  it.each<[string, RefactorRequest, string, string]>([
    ['the number of a heading', insertStep, "pattern: '^### Step 2: '", "pattern: '^### Step 3: '"],
    ['a reference', insertStep, 'pattern: After Step 2', 'pattern: After Step 3'],
    [
      'another document of the sentence',
      insertSection,
      'pattern: "comes Section 3"',
      'pattern: "comes Section 4"',
    ],
    ['both of two numbers', insertSection, "pattern: 'Section 3(?:$|\\.)'", "pattern: 'Section 4(?:$|\\.)'"],
    [
      'what is escaped',
      renameStep,
      String.raw`pattern: 'Listen \(v1\.0\)$'`,
      String.raw`pattern: 'Wait \(v1\.0\)$'`,
    ],
    [
      'what the author says of it',
      insertStep,
      "pattern: '^### Step 2: ', provides: 'Step 2 and step 20'",
      "pattern: '^### Step 3: ', provides: 'Step 3 and step 20'",
    ],
    [
      'nothing where it matches as before',
      insertStep,
      String.raw`pattern: 'Step \d'`,
      String.raw`pattern: 'Step \d'`,
    ],
    ['nothing where it never matched', insertStep, "pattern: 'Step 7'", "pattern: 'Step 7'"],
  ])('follows %s', (_, request, before, after) => {
    const section = request === insertSection ? "'3'" : "'2'";
    expect(contractAfter(request, patternOf(before))).toBe(patternOf(after).replace("'2'", section));
  });

  it('follows where another place would satisfy it', () => {
    // Step 1 becomes Step 2: the pattern would silently mean that one.
    const request: RefactorRequest = {
      action: 'insert',
      target: 'boot.md#step-1-read',
      title: 'New',
      side: 'before',
    };
    expect(contractAfter(request, patternOf("pattern: '^### Step 2: '"))).toBe(
      patternOf("pattern: '^### Step 3: '"),
    );
  });

  it('follows in key links, in texts that a document contains, and in planning documents', () => {
    const before = contract(
      "  artifacts:\n    - { path: boot.md, contains: 'Section 3 is long' }\n    - { path: boot.md, contains: ['It''s', 'Step 2 follow'] }\n  key_links:\n    - { from: boot.md, to: free text, pattern: 'comes Section 3' }",
    ).replace("'It''s', ", '');
    const after = before.replaceAll('Section 3', 'Section 4');
    expect(contractAfter(insertSection, before)).toBe(after);
    const plan = `---\n${before}---\n# Plan\n`;
    expect(contractAfter(insertSection, before)).not.toBe(plan);
  });

  it('is named where it cannot follow', () => {
    // A pattern in quotes with escapes is not rewritten.
    const refused = (pattern: string): string[] =>
      refusalsOf({ 'spec/boot.md': DOCUMENT, 'spec/contracts/one.yaml': patternOf(pattern) }, insertStep);
    expect(refused(String.raw`pattern: "^###\\x20Step 2: L"`)).toEqual([
      String.raw`spec/boot.md:7 contract-pattern would be found: Phase 1 promises the pattern ^###\x20Step 2: L in Section 2 of boot.md; it is not there. The promise stands in spec/contracts/one.yaml:4.`,
    ]);
    expect(refused(String.raw`pattern: "^###\\x20Step 2: "`)).toEqual([
      String.raw`spec/contracts/one.yaml:4 "^###\x20Step 2: " was written for another place of boot.md: what it matched there has changed`,
    ]);
  });
});
