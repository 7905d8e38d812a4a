import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findNpm, isAtLeast, isInRanges } from '../../scripts/setup/find-npm.mjs';

let folder: string;
let npm: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'find-npm-')));
  npm = path.join(folder, 'lib/npm/bin/npm-cli.js');
  mkdirSync(path.dirname(npm), { recursive: true });
  writeFileSync(npm, '');
  mkdirSync(path.join(folder, 'bin'));
  symlinkSync(npm, path.join(folder, 'bin/npm'));
  mkdirSync(path.join(folder, 'empty'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('findNpm', () => {
  const onPath = (...folders: string[]): string =>
    folders.map((name) => path.join(folder, name)).join(path.delimiter);

  it('takes the npm that runs the script', () => {
    expect(findNpm({ npm_execpath: npm, PATH: '' })).toBe(npm);
  });

  it('takes the npm of the PATH where another package manager or none runs the script', () => {
    const PATH = onPath('empty', 'bin');
    expect(findNpm({ PATH })).toBe(npm);
    expect(findNpm({ npm_execpath: path.join(folder, 'pnpm.cjs'), PATH })).toBe(npm);
    expect(findNpm({ npm_execpath: path.join(folder, 'gone/npm-cli.js'), PATH })).toBe(npm);
  });

  it('finds the program beside the command, as on Windows', () => {
    const program = path.join(folder, 'windows/node_modules/npm/bin/npm-cli.js');
    mkdirSync(path.dirname(program), { recursive: true });
    writeFileSync(program, '');
    writeFileSync(path.join(folder, 'windows/npm'), '#!/bin/sh');
    expect(findNpm({ Path: onPath('windows') })).toBe(program);
  });

  it('finds nothing where there is no npm', () => {
    expect(findNpm({ PATH: onPath('empty') })).toBeUndefined();
    expect(findNpm({})).toBeUndefined();
  });
});

it.each([
  ['24.21.0', '24.21.0', true],
  ['24.21.1', '24.21.0', true],
  ['25.0.0', '24.21.0', true],
  ['24.3.0', '24.21.0', false],
  ['18.20.8', '24.21.0', false],
])('isAtLeast: Node %s for %s is %s', (version, wanted, expected) => {
  expect(isAtLeast(version, wanted)).toBe(expected);
});

describe('isInRanges', () => {
  const RANGES = ['^20.19.0 || >=22.12.0', '>=18'];
  const installed = findNpm(process.env);

  it.each([
    ['24.21.0', true],
    ['20.20.2', true],
    ['20.18.0', false],
    ['22.11.0', false],
    ['18.20.8', false],
  ])('reads ranges as npm does: %s', (version, expected) => {
    expect(isInRanges(installed, version, RANGES)).toBe(expected);
  });

  it('promises nothing where npm is not found or brings no package for ranges', () => {
    expect(isInRanges(undefined, '24.21.0', RANGES)).toBe(false);
    expect(isInRanges(npm, '24.21.0', RANGES)).toBe(false);
  });
});
