import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { securePages } from '../../../src/integration/security/secure-pages.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** @returns reads a file of the site after it was secured */
async function secured(files: Record<string, string>, base = '/'): Promise<(name: string) => string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'secured-'));
  folders.push(folder);
  mkdirSync(path.join(folder, '_astro'));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  await securePages(folder, base, '_astro');
  return (name) => {
    const [file] = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
      new RegExp(`^${name}$`).test(one),
    );
    return readFileSync(path.join(folder, file), 'utf8');
  };
}

const page = (body: string): string =>
  `<html><head><meta charset="utf-8"><title>x</title></head><body>${body}</body></html>`;

test('a page gets a policy that names its scripts by their hash, behind the encoding', async () => {
  const read = await secured({ 'index.html': page('<script>alert(1)</script>') });
  expect(read('index.html')).toMatch(
    /^<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self' 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF\+pI='; style-src 'self';/,
  );
  expect(read('index.html')).not.toContain('unsafe-');
});

test('style attributes go to a style sheet of the site', async () => {
  const read = await secured({ 'a.html': page('<p style="color:red">'), 'b.html': page('') }, '/docs');
  const [, link] = /<link rel="stylesheet" href="\/docs\/(.*?)"><\/head>/.exec(read('a.html'))!;
  expect(read(link)).toMatch(/^\.s-[\da-f]{8}\{color:red\}\n$/);
  expect(read('a.html')).toContain(`<p class="${read(link).slice(1, 11)}">`);
  expect(read('b.html')).not.toContain('stylesheet');
});

test('declarations that would end their rule are left to the policy', async () => {
  const read = await secured({ 'a.html': page('<p style="}body{color:red">') });
  expect(read('a.html')).toContain('<p style="}body{color:red">');
});

test('the host gets the policy of all pages, and who may show them in a frame', async () => {
  const read = await secured({
    'a.html': page('<script>1</script>'),
    'b.html': page('<script>2</script>'),
    _headers: '/x\n  A: b',
  });
  const [hashA] = /'sha256-[^']*'/.exec(read('a.html'))!;
  const [hashB] = /'sha256-[^']*'/.exec(read('b.html'))!;
  expect(read('_headers')).toMatch(
    /^\/x\n {2}A: b\n\/\*\n {2}Content-Security-Policy: .*frame-ancestors 'self'\n/,
  );
  expect(read('_headers')).toContain(hashA);
  expect(read('_headers')).toContain(hashB);
});

test('a page or a project with a policy of its own keeps it', async () => {
  const own = page('').replace('<title>', '<meta http-equiv="content-security-policy" content="x"><title>');
  const read = await secured({ 'a.html': own, _headers: '/*\n  Content-Security-Policy: y\n' });
  expect(read('a.html')).toBe(own);
  expect(read('_headers')).toBe('/*\n  Content-Security-Policy: y\n');
});
