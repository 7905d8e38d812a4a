// Running other programs from the repository's folder. Plain JavaScript that runs on Node 18.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const IS_WINDOWS = process.platform === 'win32';
/** Windows finds `npm` and `astro`, which are scripts there, only through its shell. */
export const needsShell = (program) => IS_WINDOWS && !path.isAbsolute(program);

/** Runs a program to its end and lets it print; its exit status is in `status`. */
export function run(program, args, options = {}) {
  return spawnSync(program, args, { cwd: ROOT, stdio: 'inherit', shell: needsShell(program), ...options });
}

/** Whether a program starts: one that lacks a library does not. */
export function starts(program) {
  if (!existsSync(program)) return false;
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 30_000 }).status === 0;
}

/** The environment in which the programs of a folder of packages, Node among them, come first. */
export function withProgramsOf(folder, extra = {}) {
  const bin = path.join(folder, 'node_modules', '.bin');
  return { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}
