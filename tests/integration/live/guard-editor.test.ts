import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { guardEditor } from '../../../src/integration/live/guard-editor.ts';

const cwd = mkdtempSync(path.join(tmpdir(), 'specgraph-guard-'));
mkdirSync(path.join(cwd, 'spec'));
writeFileSync(path.join(cwd, 'spec/a.md'), '# A\n');
writeFileSync(path.join(cwd, 'secret.txt'), 'x');
symlinkSync('../secret.txt', path.join(cwd, 'spec/link.md'));
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

const guard = guardEditor({ token: 'known', cwd, allowed: () => [path.join(cwd, 'spec')] });
const OWN = {
  host: 'localhost:4321',
  origin: 'http://localhost:4321',
  'sec-fetch-site': 'same-origin',
  'x-specgraph-token': 'known',
};

/** @returns the URL that is passed on, or the status of the answer */
function ask(
  file: string,
  headers: Record<string, string> = OWN,
  endpoint = '/__open-in-editor',
  method = 'POST',
): string | number {
  const request = {
    url: `${endpoint}?file=${encodeURIComponent(file)}`,
    headers,
    method,
  } as unknown as IncomingMessage;
  const response = { statusCode: 200, end: () => {} } as unknown as ServerResponse;
  let passed = false;
  guard(request, response, () => (passed = true));
  return passed ? request.url! : response.statusCode;
}

test('a page of this server opens a document at its place', () => {
  expect(ask('spec/a.md:12:3')).toBe(
    `/__open-in-editor?file=${encodeURIComponent(path.join(cwd, 'spec/a.md'))}%3A12%3A3`,
  );
});

test.each([
  ['a file of the machine', '/etc/hostname', OWN],
  ['a file beside the set', 'secret.txt', OWN],
  ['a file above the set', 'spec/../secret.txt', OWN],
  ['a link that leads out of the set', 'spec/link.md', OWN],
  ['a file that does not exist', 'spec/none.md', OWN],
  ['no file', '', OWN],
  ['a page of another site', 'spec/a.md', { ...OWN, 'sec-fetch-site': 'cross-site' }],
  ['a page of another port', 'spec/a.md', { ...OWN, 'sec-fetch-site': 'same-site' }],
  ['another origin', 'spec/a.md', { ...OWN, origin: 'http://localhost:9999' }],
  ['a wrong token', 'spec/a.md', { ...OWN, 'x-specgraph-token': 'guessed' }],
  ['no token', 'spec/a.md', { host: 'localhost:4321' }],
])('is refused: %s', (_what, file, headers) => {
  expect(ask(file, headers)).toBe(403);
});

test('is refused: an image or a form, and other spellings of the address', () => {
  expect(ask('spec/a.md', OWN, '/__open-in-editor', 'GET')).toBe(403);
  for (const endpoint of [
    '/base/__open-in-editor',
    '/__OPEN-in-editor',
    '/__open-in-editor/x',
    '/%5F_open-in-editor',
  ])
    expect(ask('secret.txt', OWN, endpoint), endpoint).toBe(403);
});

test('other requests pass', () => {
  expect(ask('secret.txt', {}, '/spec/a/')).toBe('/spec/a/?file=secret.txt');
});
