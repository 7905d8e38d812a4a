import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missingPackages, rangesOfNatives, thisMachine } from '../../scripts/setup/missing-packages.mjs';

const LINUX = { os: 'linux', cpu: 'x64', libc: 'glibc' };
const native = (libc: string[] | undefined, os = 'linux', cpu = 'x64') => ({
  version: '1.2.19',
  optional: true,
  os: [os],
  cpu: [cpu],
  libc,
});
const LOCKED = {
  '': { version: '0.1.0' },
  'node_modules/astro': { version: '7.3.5' },
  'node_modules/rolldown-linux': native(['glibc']),
  'node_modules/rolldown-musl': native(['musl']),
  'node_modules/rolldown-mac': native(undefined, 'darwin', 'arm64'),
  'node_modules/rolldown-wasm': { version: '1.2.19', optional: true },
};
const COMPLETE: Record<string, string> = {
  'node_modules/astro': '7.3.5',
  'node_modules/rolldown-linux': '1.2.19',
};
const missing = (installed: Record<string, string>, machine = LINUX): string[] =>
  missingPackages(LOCKED, (place) => installed[place], machine);

describe('missingPackages', () => {
  it('finds nothing where everything for this machine is installed', () => {
    expect(missing(COMPLETE)).toEqual([]);
  });

  it('finds a package that is absent or has another version', () => {
    expect(missing({ ...COMPLETE, 'node_modules/astro': '7.3.4' })).toEqual(['node_modules/astro']);
    expect(missing({})).toEqual(['node_modules/astro', 'node_modules/rolldown-linux']);
  });

  it('finds the native package for this machine that an older npm has left out', () => {
    expect(missing({ 'node_modules/astro': '7.3.5' })).toEqual(['node_modules/rolldown-linux']);
    expect(missing(COMPLETE, { ...LINUX, libc: 'musl' })).toEqual(['node_modules/rolldown-musl']);
    expect(missing(COMPLETE, { os: 'darwin', cpu: 'arm64', libc: '' })).toEqual([
      'node_modules/rolldown-mac',
    ]);
  });

  it('finds an optional package that is there in another version', () => {
    expect(missing({ ...COMPLETE, 'node_modules/rolldown-wasm': '1.0.0' })).toEqual([
      'node_modules/rolldown-wasm',
    ]);
  });

  it('finds nothing missing in the installation that runs this test', () => {
    const locked = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
    const versionOf = (place: string): string | undefined =>
      existsSync(place)
        ? (JSON.parse(readFileSync(`${place}/package.json`, 'utf8')).version as string)
        : undefined;
    expect(missingPackages(locked, versionOf, thisMachine())).toEqual([]);
  });
});

describe('rangesOfNatives', () => {
  it('names each range of the native packages of the machine once, and no other', () => {
    const asks = (node: string, libc: string[], os?: string) => ({ ...native(libc, os), engines: { node } });
    const locked = {
      'node_modules/astro': { version: '7.3.5', engines: { node: '>=22' } },
      'node_modules/one-linux': asks('>=20.9.0', ['glibc']),
      'node_modules/other-linux': asks('>=20.9.0', ['glibc']),
      'node_modules/one-musl': asks('>=22.9.0', ['musl']),
      'node_modules/one-mac': asks('>=23', ['glibc'], 'darwin'),
      'node_modules/silent-linux': native(['glibc']),
    };
    expect(rangesOfNatives(locked, LINUX)).toEqual(['>=20.9.0']);
  });
});
