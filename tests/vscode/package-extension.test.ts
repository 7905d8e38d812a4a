import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { packageExtension } from '../../scripts/vscode/package-extension.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

test('the package holds the manifest, and the extension in one module that needs nothing but VS Code', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'specgraph-vscode-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, 'specgraph.vsix');
  await packageExtension(ROOT, file);
  const files = readZip(readFileSync(file));
  expect([...files.keys()]).toEqual([
    '[Content_Types].xml',
    'extension.vsixmanifest',
    'extension/package.json',
    'extension/extension.js',
    'extension/README.md',
    'extension/LICENSE.txt',
  ]);
  const { version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(JSON.parse(files.get('extension/package.json')!)).toMatchObject({ version, main: './extension.js' });
  expect(files.get('extension.vsixmanifest')).toContain(`Id="specgraph-vscode" Version="${version}"`);
  const code = files.get('extension/extension.js')!;
  const required = new Set(
    Array.from(code.matchAll(/\brequire\([`"']([^`"']+)[`"']\)/g), ([, name]) => name),
  );
  expect([...required].filter((name) => !isBuiltin(name))).toEqual(['vscode']);
  writeFileSync(path.join(folder, 'extension.cjs'), code);
  execFileSync(process.execPath, ['--check', path.join(folder, 'extension.cjs')]);
});

/** The texts of an archive, by the entries of its central directory (APPNOTE.TXT of PKWARE, 4.3.12). */
function readZip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06'));
  let at = archive.readUInt32LE(end + 16);
  while (archive.toString('latin1', at, at + 4) === 'PK\x01\x02') {
    const size = archive.readUInt32LE(at + 20);
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      archive.readUInt16LE(at + offset),
    );
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const data = archive.subarray(start, start + size);
    files.set(name, (archive.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString('utf8'));
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}
