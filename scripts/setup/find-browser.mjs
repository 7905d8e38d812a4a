// A Chromium for the browser tests. Plain JavaScript that runs on Node 18.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, run, starts } from './run.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds Playwright's own Chromium or the system's, and installs one where there is none.
 *
 * @returns {string} path of the program
 * @throws with what to do where no browser can be installed
 */
export function findBrowser() {
  const browser = installedBrowser() ?? installFromPlaywright() ?? installFromDebian();
  if (browser) return browser;
  throw new Error(
    'No Chromium for the browser tests: install one (apt-get install chromium, or npx playwright install --with-deps chromium) or name it in CHROMIUM.',
  );
}

function installFromPlaywright() {
  console.log('Installing a browser (playwright install chromium) …');
  const program = path.join(ROOT, 'node_modules', 'playwright', 'cli.js');
  run(process.execPath, [program, 'install', 'chromium'], { timeout: 240_000 });
  return installedBrowser();
}

function installFromDebian() {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return undefined;
  console.log('Installing a browser (apt-get install chromium) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], { env });
  return installedBrowser();
}

function installedBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  return [process.env.CHROMIUM, playwrightsOwn(), ...onPath].find((program) => program && starts(program));
}

function playwrightsOwn() {
  try {
    return createRequire(path.join(ROOT, 'package.json'))('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}
