// A Chromium for the browser tests. Plain JavaScript that runs on Node 18.
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ROOT, run, starts } from './run.mjs';

/** Chromium without its windows starts and opens pages in half the time. */
const HEADLESS_NAMES = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Finds a Chromium of the system or Playwright's own, and installs one where there is none.
 *
 * @returns {string} path of the program; '' for Playwright's own, which Playwright finds
 * @throws with what to do where no browser can be installed
 */
export function findBrowser() {
  const browser = installedBrowser() ?? installFromPlaywright() ?? installFromDebian();
  if (browser !== undefined) return browser;
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
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-q'], { env });
  // Older releases have no package of the headless shell.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    console.log(`Installing a browser (apt-get install ${name}) …`);
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', name], { env });
    const browser = installedBrowser();
    if (browser !== undefined) return browser;
  }
  return undefined;
}

function installedBrowser() {
  const named = [process.env.CHROMIUM, ...onPath(HEADLESS_NAMES)].find(doesStart);
  if (named) return named;
  return doesStart(playwrightsOwn()) ? '' : onPath(NAMES).find(doesStart);
}

function doesStart(program) {
  return Boolean(program) && starts(program);
}

function onPath(names) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
}

function playwrightsOwn() {
  try {
    return createRequire(path.join(ROOT, 'package.json'))('playwright').chromium.executablePath();
  } catch {
    return undefined;
  }
}
