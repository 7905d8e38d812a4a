// `npm test`: installs, runs every check there is, and ends with the line "N passed, N failed". Runs on Node 18.
// `npm test -- lint "unit tests"` runs these steps only.
import { Buffer } from 'node:buffer';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { findBrowser } from './setup/find-browser.mjs';
import { installPackages } from './setup/install-packages.mjs';
import { needsShell, ROOT, withProgramsOf } from './setup/run.mjs';
import {
  countPlaywright,
  countVitest,
  slowest,
  timesOfPlaywright,
  timesOfVitest,
} from './test/read-results.mjs';
import { reportOf } from './test/report.mjs';
import { schedule } from './test/schedule.mjs';
import { CACHE, PLAYWRIGHT_RESULTS, STEPS, VITEST_RESULTS } from './test/steps.mjs';

const MINUTE_MS = 60_000;
const SLOWEST_SHOWN = 10;
/** Most of what compilers, linters and checks allocate is short-lived: collected less often, it costs a tenth less time. */
const LARGE_YOUNG_GENERATION = '--max-semi-space-size=64';
const COUNTED = {
  vitest: { file: VITEST_RESULTS, count: countVitest, times: timesOfVitest },
  playwright: { file: PLAYWRIGHT_RESULTS, count: countPlaywright, times: timesOfPlaywright },
};

/** @type {import('./test/report.mjs').Result[]} */
const results = [];

async function main(names) {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = STEPS.map(({ name }) => name).join(', ');
    console.error(`No step is called ${unknown.join(', ')}; there are: ${known}.`);
    process.exitCode = 2;
    return;
  }
  const chosen = STEPS.filter(({ name }) => names.length === 0 || names.includes(name));
  await record({ name: 'set-up' }, setUp);
  if (results[0].failed === 0) await schedule(chosen, (step) => record(step, () => runStep(step)));
  const order = ['set-up', ...STEPS.map(({ name }) => name)];
  results.sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
  console.log(`\n${reportOf(results)}`);
  process.exitCode = results.some(({ failed }) => failed > 0) ? 1 : 0;
}

function setUp() {
  installPackages();
  mkdirSync(CACHE, { recursive: true });
  for (const { file } of Object.values(COUNTED)) rmSync(file, { force: true });
}

/** Runs a step and records its result; a failure does not end the run. */
async function record(step, work) {
  const start = Date.now();
  console.log(`\n▶ ${step.name}`);
  let failure;
  try {
    await work();
  } catch (error) {
    failure = error.message;
    console.log(`✖ ${step.name}: ${failure}`);
  }
  const counted = countsOf(step) ?? { passed: failure ? 0 : 1, failed: 0 };
  // A step may fail without a failed test: it did not start, or ran out of time.
  const failed = failure && counted.failed === 0 ? 1 : counted.failed;
  const seconds = (Date.now() - start) / 1000;
  results.push({ name: step.name, ...counted, failed, seconds, failure });
}

function countsOf({ counts }) {
  if (!counts || !existsSync(COUNTED[counts].file)) return undefined;
  const { file, count, times } = COUNTED[counts];
  const written = JSON.parse(readFileSync(file, 'utf8'));
  return { ...count(written), slowest: slowest(times(written), SLOWEST_SHOWN) };
}

async function runStep(step) {
  if (results.some(({ name, failed }) => name === step.needs && failed > 0))
    throw new Error(`not run: ${step.needs} failed`);
  const chromium = step.opensBrowser ? { CHROMIUM: findBrowser() } : {};
  const env = withProgramsOf(ROOT, {
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_OPTIONS: [process.env.NODE_OPTIONS, LARGE_YOUNG_GENERATION].filter(Boolean).join(' '),
    ...chromium,
    ...step.env,
  });
  const failures = [];
  for (const command of step.commands) {
    const failure = await runCommand(command, env, step);
    if (failure) failures.push(`${command[0]}: ${failure}`);
  }
  if (failures.length > 0) throw new Error(failures.join('; '));
}

/**
 * Runs one command. Its output is shown at once where the step runs alone, otherwise when it has ended.
 * @returns {Promise<string | undefined>} why it failed
 */
function runCommand([program, ...args], env, { limit, alone }) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      stdio: ['ignore', alone ? 'inherit' : 'pipe', alone ? 'inherit' : 'pipe'],
      shell: needsShell(program),
      env,
    });
    const printed = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => printed.push(data));
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      child.kill('SIGKILL');
    }, limit * MINUTE_MS);
    child.on('error', (error) => {
      clearTimeout(timer);
      resolve(error.message);
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      if (printed.length > 0) console.log(`\n${program}:\n${Buffer.concat(printed).toString().trim()}`);
      if (isLate) resolve(`took longer than ${limit} minutes`);
      else resolve(code === 0 ? undefined : `exit status ${code}`);
    });
  });
}

await main(process.argv.slice(2));
