import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/*
 * `npm ci` refuses a lockfile that lacks an entry for a dependency, also for an optional package of another platform.
 * `npm install` writes such a lockfile without a warning where the registry offers only some of these packages.
 */

interface Entry {
  name?: string;
  link?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  peerDependenciesMeta?: Record<string, { optional?: boolean }>;
}

type Lockfile = { packages: Record<string, Entry> };

/** Each dependency that has an entry in none of the folders where Node would look for it. */
function missingPackages({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([place, entry]) =>
    wantedBy(entry)
      .filter((name) => !placesToLook(place, name).some((candidate) => candidate in packages))
      .map((name) => `${place || 'the project'} depends on ${name}`),
  );
}

function wantedBy(entry: Entry): string[] {
  const peers = Object.keys(entry.peerDependencies ?? {}).filter(
    (name) => !entry.peerDependenciesMeta?.[name]?.optional,
  );
  return [
    ...Object.keys({ ...entry.dependencies, ...entry.devDependencies, ...entry.optionalDependencies }),
    ...peers,
  ];
}

/** From the innermost `node_modules` outwards, as Node resolves: `node_modules/a` looks in its own, then in the top one. */
function placesToLook(place: string, name: string): string[] {
  const outer = place.lastIndexOf('/node_modules/');
  const next = outer >= 0 ? place.slice(0, outer) : '';
  const here = `${place ? `${place}/` : ''}node_modules/${name}`;
  return place === '' ? [here] : [here, ...placesToLook(next, name)];
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Lockfile;

describe('lockfiles', () => {
  it.each(globSync(['package-lock.json', 'bench/*/package-lock.json', 'bench/*/peers/package-lock.json']))(
    '%s has an entry for every dependency',
    (file) => {
      expect(missingPackages(read(file))).toEqual([]);
    },
  );

  it('a platform package without an entry is reported as missing', () => {
    const lockfile = {
      packages: {
        '': { dependencies: { a: '1.0.0' } },
        'node_modules/a': { optionalDependencies: { 'a-linux': '1.0.0', 'a-darwin': '1.0.0' } },
        'node_modules/a/node_modules/a-linux': {},
      },
    };
    expect(missingPackages(lockfile)).toEqual(['node_modules/a depends on a-darwin']);
  });
});
