/** The package as `npm pack` gives it, installed into an empty project without the network. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from './built-site.ts';

interface LockEntry {
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

/**
 * Runs `npm pack` in the repository. Its output is the name of the tarball and nothing else, as programs that install it expect.
 * @returns the path of the tarball, in a new folder
 */
export function packPackage(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'specgraph-pack-'));
  const { status, stdout, stderr } = spawnSync('npm', ['pack', '--pack-destination', folder], {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const tarball = path.join(folder, stdout.trim());
  if (status !== 0 || !existsSync(tarball))
    throw new Error(`npm pack failed:\n${stdout}\n${stderr}`.slice(-4000));
  return tarball;
}

/**
 * Unpacks a tarball into `node_modules/specgraph` of a new, empty project, and links what the package depends on, and
 * nothing else, beside it.
 * @param further packages to link besides, each with its own dependencies: those of the site
 * @returns the folder of the project
 */
export function installPackage(tarball: string, further: readonly string[] = []): string {
  const project = mkdtempSync(path.join(tmpdir(), 'specgraph-project-'));
  const packages = path.join(project, 'node_modules');
  mkdirSync(path.join(packages, 'specgraph'), { recursive: true });
  const unpacked = spawnSync('tar', [
    '-xzf',
    tarball,
    '-C',
    path.join(packages, 'specgraph'),
    '--strip-components=1',
  ]);
  if (unpacked.status !== 0) throw new Error(String(unpacked.stderr));
  const manifest = JSON.parse(
    readFileSync(path.join(packages, 'specgraph/package.json'), 'utf8'),
  ) as LockEntry;
  for (const name of withDependencies([...Object.keys(manifest.dependencies ?? {}), ...further])) {
    const link = path.join(packages, name);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules', name), link, 'junction');
  }
  return project;
}

/** The packages and what they need, as the lockfile of the repository has them at the top of `node_modules`. */
export function withDependencies(names: readonly string[]): string[] {
  const { packages } = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const found = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const place = `node_modules/${name}`;
    if (found.has(name) || !existsSync(path.join(ROOT, place))) continue;
    found.add(name);
    const { dependencies, optionalDependencies } = packages[place] ?? {};
    waiting.push(...Object.keys({ ...dependencies, ...optionalDependencies }));
  }
  return [...found].sort();
}

export interface RunResult {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the program of the installed package in its project. */
export function runInstalled(project: string, ...args: string[]): RunResult {
  return spawnSync(process.execPath, [path.join(project, 'node_modules/specgraph/lib/cli/bin.js'), ...args], {
    cwd: project,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', SITE_URL: '' },
  });
}
