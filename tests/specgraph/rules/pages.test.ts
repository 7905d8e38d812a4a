/** A rule's page is part of the rule: it exists, has its headings, and its two examples do what they say. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { RULES } from '#specgraph';
import { ruleFolderTests } from '../../helpers/rule-folder.ts';

const folder = path.resolve(import.meta.dirname, '../../../src/specgraph/rules');
const tests = import.meta.dirname;
const TESTS_OF_ALL_RULES = ['additional-rule', 'harness', 'pages'];
const ids = RULES.map((rule) => rule.id);

const GROUPS = {
  links: [
    'broken-anchor',
    'broken-link',
    'case-mismatch',
    'empty-link',
    'ignored-target',
    'link-outside-root',
    'link-shown-as-text',
    'link-text-mismatch',
    'renderer-difference',
    'unclosed-fence',
    'undefined-link-reference',
  ],
  sections: [
    'broken-section',
    'broken-step',
    'duplicate-section-number',
    'misnumbered-step',
    'misplaced-section-number',
    'section-number-gap',
  ],
  references: ['changed-target', 'moved-target', 'vanished-target'],
  form: [
    'count-mismatch',
    'invalid-code-block',
    'misnumbered-item',
    'repeated-column',
    'repeated-heading',
    'repeated-item',
    'repeated-paragraph',
    'repeated-row',
    'table-cell-count',
    'table-without-ruler',
    'wrong-result',
  ],
  statements: [
    'conflicting-cell',
    'conflicting-count',
    'conflicting-default',
    'conflicting-limit',
    'conflicting-message',
    'conflicting-multiple',
    'conflicting-options',
    'conflicting-pattern',
    'conflicting-permission',
    'conflicting-port',
    'conflicting-quantity',
    'conflicting-range',
    'conflicting-row',
    'conflicting-version',
    'exchanged-member',
    'impossible-order',
    'impossible-value',
    'inconsistent-capitals',
    'missing-from-step',
    'missing-publication',
    'misspelled-endpoint',
    'misspelled-key',
    'misspelled-name',
    'misspelled-number',
    'misspelled-port',
    'misspelled-user-id',
    'off-by-one-reference',
    'opposite-demand',
    'opposite-order',
    'title-mismatch',
    'undefined-function',
    'unknown-exit-status',
    'unknown-level',
    'unlisted-name',
    'unset-shell-variable',
    'unused-function',
    'wrong-exit-status',
    'wrong-step-count',
  ],
  kinds: [
    'duplicate-definition',
    'incomplete-definition',
    'kind-without-definitions',
    'numbering-gap',
    'undefined-mention',
    'unused-definition',
  ],
  variables: [
    'conflicting-definition',
    'incomplete-variable',
    'misspelled-variable',
    'undefined-variable',
    'unused-variable',
    'variable-numbering',
  ],
  contracts: ['contract-artifact', 'contract-forbidden', 'contract-link', 'contract-pattern'],
  documents: [
    'missing-backlink',
    'orphan-document',
    'stale-preview',
    'unknown-document',
    'unlinked-document',
    'unlisted-document',
  ],
  claims: [
    'phase-mismatch',
    'requirement-mismatch',
    'uncovered-requirement',
    'unknown-phase',
    'unknown-requirement',
    'wrong-count',
    'wrong-version',
  ],
  configuration: ['broken-pointer'],
  suppressions: ['suppression-without-reason', 'unused-suppression'],
  files: ['unreadable-text'],
};
const INFORMATION = ['changed-target'];
const WARNINGS = [
  'numbering-gap',
  'unused-definition',
  'unused-function',
  'inconsistent-capitals',
  'misspelled-endpoint',
  'misspelled-key',
  'misspelled-name',
  'off-by-one-reference',
  'ignored-target',
  'renderer-difference',
  'unlinked-document',
  'unreadable-text',
  'unused-suppression',
];

describe('every rule', () => {
  test('belongs to its group', () => {
    const groups = Map.groupBy(RULES, (rule) => rule.group);
    expect(
      Object.fromEntries([...groups].map(([group, rules]) => [group, rules.map((rule) => rule.id)])),
    ).toEqual(GROUPS);
  });

  test('reports errors, except for the rules that warn or inform', () => {
    const severities = RULES.map(({ id, severity }) => [id, severity]);
    const expected = (id: string): string =>
      WARNINGS.includes(id) ? 'warn' : INFORMATION.includes(id) ? 'info' : 'error';
    expect(severities).toEqual(ids.map((id) => [id, expected(id)]));
  });
});

ruleFolderTests({ rules: RULES, folder, tests, otherTests: TESTS_OF_ALL_RULES });
