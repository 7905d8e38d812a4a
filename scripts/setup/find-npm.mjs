// Which npm installs, and with which Node. Plain JavaScript that runs on Node 18.
import { existsSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/**
 * Finds npm's own program, a JavaScript file, so that any Node can run it.
 *
 * @param {NodeJS.ProcessEnv} env `npm start` sets npm_execpath; else the PATH is searched
 * @returns {string | undefined} path of npm-cli.js
 */
export function findNpm(env) {
  const running = env.npm_execpath;
  // Yarn and pnpm set the variable too.
  if (running && path.basename(running) === 'npm-cli.js' && existsSync(running)) return running;
  return (env.PATH ?? env.Path ?? '')
    .split(path.delimiter)
    .filter(Boolean)
    .flatMap(npmIn)
    .find((file) => path.basename(file) === 'npm-cli.js');
}

/** The files that may be npm's program for a folder of the PATH: the target of a link, or a neighbour on Windows. */
function npmIn(folder) {
  return [path.join(folder, 'npm'), path.join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js')]
    .filter((file) => existsSync(file))
    .map((file) => realpathSync(file));
}

/**
 * Whether a version lies in each of some ranges, as npm itself reads them: with the package that it brings.
 *
 * @param {string | undefined} npm path of npm-cli.js
 * @param {string} version such as "20.20.2"
 * @param {readonly string[]} ranges such as "^20.19.0 || >=22.12.0"
 * @returns {boolean} false also where npm brings no such package
 */
export function isInRanges(npm, version, ranges) {
  if (!npm) return false;
  try {
    const { satisfies } = createRequire(npm)('semver');
    return ranges.every((range) => satisfies(version, range));
  } catch {
    return false;
  }
}

/**
 * @param {string} version such as "18.20.8"
 * @param {string} wanted such as "24.21.0"
 */
export function isAtLeast(version, wanted) {
  const [have, want] = [version, wanted].map((text) => text.split('.').map(Number));
  const differing = want.findIndex((part, i) => part !== have[i]);
  return differing < 0 || have[differing] > want[differing];
}
