import path from 'node:path';
import { expect, test } from 'vitest';
import { findServer } from '../../src/vscode/server-command.ts';

function serverFor(files: readonly string[], setting: readonly string[] = []): string {
  const { command, args } = findServer({
    setting,
    folders: ['/notes', '/spec'],
    join: path.posix.join,
    isFile: (file) => files.includes(file),
  });
  return [command, ...args].join(' ');
}

const PACKAGE = '/spec/node_modules/specgraph/lib/cli/bin.js';

test.each([
  ['the PATH', [], [], 'specgraph lsp --stdio'],
  ['the package of a folder', [PACKAGE], [], `node ${PACKAGE} lsp --stdio`],
  [
    'the first folder that has one',
    [PACKAGE, '/notes/scripts/specgraph.mjs'],
    [],
    'node /notes/scripts/specgraph.mjs lsp --stdio',
  ],
  [
    'the Node of the folder',
    [PACKAGE, '/spec/node_modules/node/bin/node'],
    [],
    `/spec/node_modules/node/bin/node ${PACKAGE} lsp --stdio`,
  ],
  ['the setting', [PACKAGE], ['npx', 'specgraph'], 'npx specgraph lsp --stdio'],
])('the server comes from %s', (_name, files, setting, expected) => {
  expect(serverFor(files, setting)).toBe(expected);
});
