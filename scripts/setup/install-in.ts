/** Installs programs that only one command needs, when it first needs them: `npm ci` of the project stays short. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

/** Installs what the lockfile of a folder names, unless that is installed. */
export function installIn(folder: string, log: (line: string) => void): void {
  const locked = changedAt(path.join(folder, 'package-lock.json'));
  if (changedAt(path.join(folder, 'node_modules/.package-lock.json')) >= locked) return;
  log(`installing the packages of ${path.relative(process.cwd(), folder)}`);
  const { status, stderr } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`the packages of ${folder} could not be installed:\n${stderr}`);
}

/** In milliseconds; 0 where there is no such file. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
