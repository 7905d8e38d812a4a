import { expect, test } from 'vitest';
import { checkGraph } from '#specgraph';
import { viewOfFiles } from '../helpers/view-of.ts';

const view = viewOfFiles({ 'spec/a.md': '# A\n\n[x](gone.md)\n' });
const severities = (options: Parameters<typeof checkGraph>[1]): string[] =>
  checkGraph(view, options).findings.map(({ rule, severity }) => `${rule} ${severity}`);

test('single rules are set by `settings`, and by the former name `levels`', () => {
  expect(severities({})).toEqual(['broken-link error']);
  expect(severities({ settings: { 'broken-link': 'warn' } })).toEqual(['broken-link warning']);
  expect(severities({ settings: { 'broken-link': 'info' } })).toEqual(['broken-link information']);
  expect(severities({ levels: { 'broken-link': 'warn' } })).toEqual(['broken-link warning']);
  expect(severities({ levels: { 'broken-link': 'off' } })).toEqual([]);
  expect(severities({ settings: { 'broken-link': 'warn' }, levels: { 'broken-link': 'off' } })).toEqual([
    'broken-link warning',
  ]);
});
