/**
 * The time of a build against a Starlight site of the same documents: from nothing, with nothing changed, and with one
 * document changed.
 */
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../tests/helpers/built-site.ts';
import { copyProject } from '../../tests/helpers/dev-project.ts';
import { median, runNode, type Run } from '../process.ts';
import { installStarlight, STARLIGHT, writeStarlightContent } from '../starlight/sites.ts';

const DOCUMENT = '14-edge-and-auto-scaling.md';
const STATES = ['from nothing', 'nothing changed', 'one document changed'] as const;
type State = (typeof STATES)[number];
/** How many times as long as Starlight's a build may take. */
const GOALS: Record<State, number> = { 'from nothing': 1.5, 'nothing changed': 1, 'one document changed': 1 };

/** One of the two programs with one set. */
interface Builder {
  /** Arguments of Node that build the site. */
  command: string[];
  cwd: string;
  /** The document that is changed. */
  document: string;
  /** Removes what earlier builds have left. */
  forget(): void;
}

interface Figures {
  milliseconds: number;
  cpuMilliseconds: number;
  megabytes: number;
}

export interface BuildComparison {
  set: string;
  state: State;
  ours: Figures;
  starlight: Figures;
  ratio: number;
  /** The ratio of the work: on a busy machine it decides, since time then shows what other programs do. */
  cpuRatio: number;
  goal: number;
  met: boolean;
}

export interface BuildReport {
  machine: { node: string; cores: number; load: number[] };
  met: boolean;
  results: BuildComparison[];
}

/** @param runs of each build; the median counts */
export async function benchBuild(runs: number, log: (line: string) => void): Promise<BuildReport> {
  installStarlight(log);
  const project = await copyProject('bench-build-');
  try {
    writeStarlightContent(path.join(project, 'spec'));
    const results = compare('the specification', ownProject(project), starlight(DOCUMENT), runs, log);
    return {
      machine: { node: process.version, cores: availableParallelism(), load: loadavg() },
      met: results.every(({ met }) => met),
      results,
    };
  } finally {
    rmSync(project, { recursive: true, force: true });
  }
}

/** This project as anybody builds it. */
function ownProject(folder: string): Builder {
  return {
    command: [path.join(ROOT, 'node_modules/astro/bin/astro.mjs'), 'build'],
    cwd: folder,
    document: path.join(folder, 'spec', DOCUMENT),
    forget: () => remove(...keptByUs(), path.join(folder, '.astro'), path.join(folder, 'dist')),
  };
}

/** @param document the path of the document that is changed, below the folder of all documents */
function starlight(document: string): Builder {
  return {
    command: [path.join(STARLIGHT, 'node_modules/astro/bin/astro.mjs'), 'build'],
    cwd: STARLIGHT,
    document: path.join(STARLIGHT, 'src/content/docs/spec', document),
    forget: () =>
      remove(
        ...['.astro', 'node_modules/.astro', 'node_modules/.vite'].map((name) => path.join(STARLIGHT, name)),
        path.join(ROOT, '.cache/starlight'),
      ),
  };
}

/** The work that builds of this program have kept. */
function keptByUs(): string[] {
  const folder = path.join(ROOT, 'node_modules/.cache/specgraph');
  return globSync('site-*', { cwd: folder }).map((name) => path.join(folder, name));
}

function remove(...files: string[]): void {
  for (const file of files) rmSync(file, { recursive: true, force: true });
}

function compare(
  set: string,
  ours: Builder,
  theirs: Builder,
  runs: number,
  log: (line: string) => void,
): BuildComparison[] {
  const measured = new Map(STATES.map((state) => [state, { ours: [] as Run[], starlight: [] as Run[] }]));
  for (let run = 0; run < runs; run++)
    for (const state of STATES) {
      // The two take turns, so that other work of the machine slows both.
      measured.get(state)!.ours.push(build(ours, state));
      measured.get(state)!.starlight.push(build(theirs, state));
    }
  return STATES.map((state) => {
    const [own, other] = [figuresOf(measured.get(state)!.ours), figuresOf(measured.get(state)!.starlight)];
    const ratio = Number((own.milliseconds / other.milliseconds).toFixed(2));
    const cpuRatio = Number((own.cpuMilliseconds / other.cpuMilliseconds).toFixed(2));
    const result = { set, state, ours: own, starlight: other, ratio, cpuRatio, goal: GOALS[state] };
    const met = (loadavg()[0] > availableParallelism() ? cpuRatio : ratio) <= result.goal;
    log(
      `${met ? 'met   ' : 'missed'} ${set}, ${state}: ${inWords(own)}, Starlight ${inWords(other)}, ratio ${ratio}, of work ${cpuRatio}`,
    );
    return { ...result, met };
  });
}

/** @throws with the output where the build fails */
function build({ command, cwd, document, forget }: Builder, state: State): Run {
  if (state === 'from nothing') forget();
  if (state === 'one document changed') addSentence(document);
  const run = runNode(command, cwd, true);
  if (run.status !== 0)
    throw new Error(`${command.join(' ')} failed:\n${run.stdout}\n${run.stderr}`.slice(-4000));
  return run;
}

/** The sentence is another one each time: the same one twice is a finding. */
function addSentence(document: string): void {
  const text = readFileSync(document, 'utf8');
  const changes = text.split('One more sentence').length;
  writeFileSync(
    document,
    text.replace(/\n## (?=3|Part 3)/, `\nOne more sentence, number ${changes}, stands here.\n\n## `),
  );
}

function figuresOf(runs: readonly Run[]): Figures {
  return {
    milliseconds: Math.round(median(runs.map(({ milliseconds }) => milliseconds))),
    cpuMilliseconds: Math.round(median(runs.map(({ cpuMilliseconds }) => cpuMilliseconds))),
    megabytes: Math.round(median(runs.map(({ megabytes }) => megabytes))),
  };
}

function inWords({ milliseconds, cpuMilliseconds, megabytes }: Figures): string {
  const seconds = (value: number): string => (value / 1000).toFixed(1);
  return `${seconds(milliseconds)} s (${seconds(cpuMilliseconds)} s of work) and ${megabytes} MB`;
}
