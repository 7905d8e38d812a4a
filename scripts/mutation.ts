/**
 * `npm run mutation [-- PATH …]`: changes the engine in small ways ("mutants") and lists the changes that no unit test
 * notices. PATH is a file or a folder of the engine; results are kept in .cache/stryker, so that a second run tries
 * only what changed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { installIn } from './setup/install-in.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ENGINE = 'src/specgraph';
const DEFAULT_PATHS = ['rules', 'resolve', 'extract'].map((folder) => `${ENGINE}/${folder}`);
const REPORTS = '.cache/stryker';
const CONFIGURATION = `${REPORTS}/configuration.json`;
const REPORT = `${REPORTS}/report.json`;
/** The folder of the mutation tester, which is installed when it is first needed. */
const TESTER = path.join(ROOT, 'scripts/mutation');
const ALL_FILES = 'all files';
/** Long enough for a test on a busy machine. A mutant that never ends is stopped then. */
const TIMEOUT_MS = 20_000;

/** A mutant of a report in the "mutation testing report schema"; lines and columns are 1-based. */
interface MutantResult {
  status: string;
  location: { start: Position; end: Position };
  mutatorName: string;
  replacement?: string;
  /** From the root of the project. */
  fileName: string;
}

interface Position {
  line: number;
  column: number;
}

interface Score {
  detected: number;
  survived: number;
  uncovered: number;
}

/** Patterns of the files to mutate. Throws an Error with a sentence for the user when a path cannot be mutated. */
function patternsOf(paths: string[]): string[] {
  return paths.map((given) => {
    const found = statSync(path.resolve(given), { throwIfNoEntry: false });
    const relative = path.relative(ROOT, path.resolve(given)).split(path.sep).join('/');
    if (!found) throw new Error(`There is no file or folder "${given}".`);
    if (relative !== ENGINE && !relative.startsWith(`${ENGINE}/`))
      throw new Error(`"${given}" is not in ${ENGINE}: only the engine is mutated.`);
    if (found.isDirectory()) return `${relative}/**/*.ts`;
    if (!relative.endsWith('.ts')) throw new Error(`"${given}" is no TypeScript file.`);
    return relative;
  });
}

/** @returns the mutants of the files, and of other files from earlier runs; none where there is nothing to mutate */
function runStryker(mutate: string[]): MutantResult[] {
  installIn(TESTER, (line) => console.log(line));
  mkdirSync(REPORTS, { recursive: true });
  rmSync(REPORT, { force: true });
  writeFileSync(CONFIGURATION, JSON.stringify(configurationFor(mutate), null, 2));
  const program = path.join(TESTER, 'node_modules/@stryker-mutator/core/bin/stryker.js');
  const { status } = spawnSync(process.execPath, [program, 'run', CONFIGURATION], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`Stryker ended with status ${status}; the messages above say why.`);
  if (!statSync(REPORT, { throwIfNoEntry: false })) return [];
  const { files } = JSON.parse(readFileSync(REPORT, 'utf8')) as {
    files: Record<string, { mutants: Omit<MutantResult, 'fileName'>[] }>;
  };
  return Object.entries(files).flatMap(([fileName, { mutants }]) =>
    mutants.map((mutant) => ({ ...mutant, fileName })),
  );
}

function configurationFor(mutate: string[]): object {
  return {
    mutate,
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    // Processes, as in `npm test`: some tests do what threads may not.
    vitest: { configFile: 'scripts/mutation-vitest.config.ts', pool: 'forks' },
    coverageAnalysis: 'perTest',
    concurrency: Number(process.env.MUTATION_WORKERS ?? 1),
    timeoutMS: TIMEOUT_MS,
    incremental: true,
    incrementalFile: `${REPORTS}/incremental.json`,
    tempDirName: `.cache/stryker-sandbox-${process.pid}`,
    ignorePatterns: ['/.cache', '/bench', '/dist', '/public', '/scripts/mutation'],
    reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only', 'json', 'html'],
    jsonReporter: { fileName: REPORT },
    htmlReporter: { fileName: `${REPORTS}/report.html` },
    allowConsoleColors: false,
    warnings: { unknownOptions: true, preprocessorErrors: true, unserializableOptions: true, slow: false },
  };
}

/** Lists the mutants that no test noticed: place, what was changed, how. */
function printSurvivors(results: MutantResult[]): void {
  for (const result of results) {
    const { status, location, mutatorName, replacement } = result;
    if (status !== 'Survived' && status !== 'NoCoverage') continue;
    const lines = readFileSync(result.fileName, 'utf8').split('\n');
    const { start, end } = location;
    const original =
      start.line === end.line
        ? lines[start.line - 1].slice(start.column - 1, end.column - 1)
        : `${lines[start.line - 1].slice(start.column - 1)} …`;
    const place = `${result.fileName}:${start.line}:${start.column}`;
    const note = status === 'NoCoverage' ? ' (no test runs this)' : '';
    console.log(
      `${place} ${mutatorName}${note}\n    - ${oneLine(original)}\n    + ${oneLine(replacement ?? '')}`,
    );
  }
}

function oneLine(code: string): string {
  return code.replace(/\s+/g, ' ');
}

/** Scores by file. Mutants that do not compile or were left out do not count. */
function scoresOf(results: MutantResult[]): Map<string, Score> {
  const scores = new Map<string, Score>();
  for (const result of results) {
    for (const name of [result.fileName, ALL_FILES]) {
      const score = scores.get(name) ?? { detected: 0, survived: 0, uncovered: 0 };
      if (result.status === 'Killed' || result.status === 'Timeout') score.detected++;
      else if (result.status === 'Survived') score.survived++;
      else if (result.status === 'NoCoverage') score.uncovered++;
      scores.set(name, score);
    }
  }
  return scores;
}

function printScores(scores: Map<string, Score>): void {
  const width = Math.max(...[...scores.keys()].map((name) => name.length));
  console.log(`\n${'score'.padStart(7)}  ${'file'.padEnd(width)}  killed  survived  not run`);
  const names = [...scores.keys()].filter((name) => name !== ALL_FILES).sort();
  for (const name of [...names, ALL_FILES]) {
    const { detected, survived, uncovered } = scores.get(name)!;
    const total = detected + survived + uncovered;
    const percent = total === 0 ? '-' : `${((100 * detected) / total).toFixed(1)} %`;
    const counts = [detected, survived, uncovered].map((count, i) => String(count).padStart([6, 8, 7][i]));
    console.log(`${percent.padStart(7)}  ${name.padEnd(width)}  ${counts.join('  ')}`);
  }
  console.log(`\nThe mutants in their place, and the tests that ran: ${REPORTS}/report.html`);
}

const given = process.argv.slice(2);
let patterns: string[] = [];
try {
  patterns = patternsOf(given.length > 0 ? given : DEFAULT_PATHS);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
if (patterns.length > 0) {
  // Stryker takes all paths from the current folder.
  process.chdir(ROOT);
  const wanted = (result: MutantResult): boolean =>
    patterns.some((pattern) => path.matchesGlob(result.fileName, pattern));
  // Stryker also returns the results of other files from earlier runs.
  const results = runStryker(patterns).filter(wanted);
  if (results.length === 0) console.log('\nThere is nothing to mutate.');
  else {
    printSurvivors(results);
    printScores(scoresOf(results));
  }
}
