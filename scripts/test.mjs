// Behind `npm test`: sets up, runs every check there is, and ends with one line of sums. Runs on Node 18.
// `npm test -- lint "unit tests"` runs these steps only.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findBrowser, installPackages, ROOT, toolEnvironment } from './setup.mjs';

const CACHE = path.join(ROOT, '.cache');
const VITEST = path.join(CACHE, 'vitest.json');
const PLAYWRIGHT = path.join(CACHE, 'playwright.json');
const MINUTES = 60_000;

/**
 * `counts` reads how many tests a step ran; a step without it is one test. `needs` names a step without whose
 * success this one says nothing.
 */
const STEPS = [
  // First, since it writes the types that the other one reads.
  { name: 'types of components', command: ['astro', 'check'], limit: 3 },
  { name: 'types', command: ['tsc', '-p', '.'], limit: 3 },
  { name: 'lint', command: ['eslint', '.'], limit: 3 },
  {
    name: 'unit tests',
    limit: 9,
    counts: () => countVitest(VITEST),
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${VITEST}`],
  },
  { name: 'specification', command: ['node', 'scripts/specgraph.mjs', 'check'], limit: 1 },
  { name: 'site', command: ['astro', 'build'], limit: 3 },
  {
    name: 'browser tests',
    needs: 'site',
    limit: 14,
    browser: true,
    counts: () => countPlaywright(PLAYWRIGHT),
    // A busy machine can be too slow for a page; a second try says whether it was that, and is told.
    command: ['playwright', 'test', '--retries=1', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: PLAYWRIGHT, PLAYWRIGHT_JSON_OUTPUT_FILE: PLAYWRIGHT },
  },
];

const results = [];

async function main() {
  await step('set-up', () => {
    installPackages();
    mkdirSync(CACHE, { recursive: true });
    for (const file of [VITEST, PLAYWRIGHT]) rmSync(file, { force: true });
  });
  const chosen = process.argv.slice(2);
  const unknown = chosen.filter((name) => !STEPS.some((entry) => entry.name === name));
  if (unknown.length > 0) {
    console.error(
      `No step is called ${unknown.join(', ')}; there are: ${STEPS.map((entry) => entry.name).join(', ')}.`,
    );
    process.exitCode = 2;
    return;
  }
  if (results[0].failed === 0)
    for (const entry of STEPS.filter(({ name }) => chosen.length === 0 || chosen.includes(name)))
      await step(entry.name, () => runStep(entry), entry);
  report();
}

/** Runs one step, tells how it went, and goes on. */
async function step(name, work, { counts, needs } = {}) {
  console.log(`\n▶ ${name}`);
  const start = Date.now();
  let failure;
  try {
    if (needs && results.some((r) => r.name === needs && r.failed > 0))
      throw new Error(`not run: ${needs} failed`);
    await work();
  } catch (error) {
    failure = error.message;
  }
  const counted = counts?.() ?? { passed: failure ? 0 : 1, failed: 0 };
  // A step may fail without a failed test: it did not start, or ran out of time.
  const failed = failure && counted.failed === 0 ? 1 : counted.failed;
  results.push({
    name,
    passed: counted.passed,
    failed,
    again: counted.again,
    seconds: (Date.now() - start) / 1000,
    failure,
  });
  if (failure) console.log(`✖ ${name}: ${failure}`);
}

function runStep({ command: [program, ...args], env, limit, browser }) {
  const chromium = browser ? { CHROMIUM: findBrowser() } : {};
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
      env: toolEnvironment({ ASTRO_TELEMETRY_DISABLED: '1', ...chromium, ...env }),
    });
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, limit * MINUTES);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      if (late) reject(new Error(`took longer than ${limit} minutes`));
      else if (code === 0) resolve();
      else reject(new Error(`exit status ${code}`));
    });
  });
}

function countVitest(file) {
  const found = readJson(file);
  if (!found) return undefined;
  // A test file that cannot be loaded has no tests that could fail.
  const broken = (found.testResults ?? []).filter(
    (f) => f.status === 'failed' && f.assertionResults.length === 0,
  ).length;
  return { passed: found.numPassedTests, failed: found.numFailedTests + broken };
}

function countPlaywright(file) {
  const stats = readJson(file)?.stats;
  return stats && { passed: stats.expected + stats.flaky, failed: stats.unexpected, again: stats.flaky };
}

function readJson(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

function report() {
  console.log('');
  for (const { name, passed, failed, again, seconds, failure } of results) {
    const notes = [again ? `${again} at the second try` : '', failure ?? '']
      .filter(Boolean)
      .map((note) => `  ${note}`)
      .join('');
    console.log(
      `${failed > 0 ? '✖' : '✔'} ${name.padEnd(20)} ${String(passed).padStart(5)} passed ${String(failed).padStart(3)} failed ${seconds.toFixed(1).padStart(6)} s${notes}`,
    );
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

await main();
