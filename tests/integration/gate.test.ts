/** Which findings stop a build. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { baselineText, fingerprints, lineLookup } from '#specgraph/load';
import { passGate, type GateOptions } from '../../src/integration/gate.ts';
import { snapshotOf } from '../helpers/snapshot.ts';

const DOCUMENT = '# A\n\n[One](one.md).\n\n[Two](two.md).\n';

let cwd: string;
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'specgraph-gate-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

/** What the gate says of a set of one document, and what it logs. */
async function judge(text: string, options: GateOptions = {}, config = '{}') {
  const logged: string[] = [];
  const log = (level: string) => (line: string) => void logged.push(`${level} ${line}`);
  const snapshot = snapshotOf({ 'spec/a.md': text, 'spec/specgraph.config.json': config });
  const logger = { error: log('error'), warn: log('warn'), info: log('info') };
  const outcome = await passGate(snapshot, { cwd, ...options }, logger).then(
    () => 'published',
    (error: Error) => error.message,
  );
  return { outcome, logged, snapshot };
}

test('an error stops the build, and is logged', async () => {
  const { outcome, logged } = await judge(DOCUMENT);
  expect(outcome).toBe('2 integrity errors; nothing is built');
  expect(logged).toEqual([
    expect.stringMatching(/^error spec\/a\.md:3:\d+ broken-link: .*one\.md/),
    expect.stringMatching(/^error spec\/a\.md:5:\d+ broken-link: .*two\.md/),
  ]);
});

test('an error that is allowed is a warning', async () => {
  const { outcome, logged } = await judge(DOCUMENT, { allowErrors: true });
  expect(outcome).toBe('published');
  expect(logged.map((line) => line.split(' ', 1)[0])).toEqual(['warn', 'warn', 'info']);
  expect(logged.at(-1)).toContain('2 errors, which /integrity/ lists');
});

test('findings of the baseline stop nothing, and others do', async () => {
  const { snapshot } = await judge(DOCUMENT);
  const { findings } = snapshot.report;
  const prints = fingerprints(findings, lineLookup(snapshot.graph));
  writeFileSync(path.join(cwd, 'known.json'), baselineText(findings, prints));
  expect((await judge(DOCUMENT, { baseline: 'known.json' })).outcome).toBe('published');
  const { outcome, logged } = await judge(`${DOCUMENT}\n[Three](three.md).\n`, { baseline: 'known.json' });
  expect(outcome).toBe('1 integrity error; nothing is built');
  expect(logged).toEqual([expect.stringContaining('three.md')]);
});

test('the baseline in the folder is used without being named', async () => {
  const { snapshot } = await judge(DOCUMENT);
  const { findings } = snapshot.report;
  const file = path.join(cwd, 'spec/specgraph.baseline.json');
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, baselineText(findings, fingerprints(findings, lineLookup(snapshot.graph))));
  expect((await judge(DOCUMENT)).outcome).toBe('published');
  expect((await judge(DOCUMENT, { baseline: false })).outcome).toContain('nothing is built');
  rmSync(file);
});

test('severities and suppressions hold', async () => {
  const warned = '{ "rules": { "broken-link": "warn" } }';
  expect((await judge(DOCUMENT, {}, warned)).outcome).toBe('published');
  const informed = await judge(DOCUMENT, {}, '{ "rules": { "broken-link": "info" } }');
  expect(informed.outcome).toBe('published');
  expect(informed.logged.map((line) => line.split(' ', 1)[0])).toEqual(['info', 'info', 'info']);
  const silenced =
    '# A\n\n<!-- specgraph-ignore broken-link: the file comes with the release -->\n\n[One](one.md).\n';
  expect(await judge(silenced)).toMatchObject({
    outcome: 'published',
    logged: [expect.stringMatching(/^info/)],
  });
});

test('a baseline that does not exist is a mistake of the user', async () => {
  expect((await judge(DOCUMENT, { baseline: 'gone.json' })).outcome).toBe(
    'the baseline gone.json cannot be read',
  );
});
