/** Everything that is compared, as rows of one table. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { DEFECT_KINDS } from '../../tests/defects/kinds/index.ts';
import { createTrial } from '../../tests/defects/run.ts';
import { benchGraph } from '../graph/index.ts';
import { growth } from '../index.ts';
import { benchLive, benchStarlightLive } from '../live/index.ts';
import { compareCheck } from './check.ts';
import { installIn } from '../../scripts/setup/install-in.ts';
import { installedSize, PEERS } from './peers.ts';
import { duration, timesOurs, type MeasuredRow, type Row } from './row.ts';
import { compareSearch } from './search.ts';
import { compareSites } from './sites.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface CompareOptions {
  runs: number;
  log(line: string): void;
}

/** The parts by their names. Each gives its rows of the table. */
export const PARTS: Readonly<Record<string, (options: CompareOptions) => Promise<Row[]>>> = {
  check: async ({ runs }) => inWorkFolder((work) => compareCheck(work, runs)),
  growth: async ({ runs }) => inWorkFolder((work) => growthRows(work, runs)),
  defects: async () => [await foundDefects()],
  sites: async ({ runs, log }) => compareSites(Math.min(3, runs), log),
  search: async ({ log }) => compareSearch(log),
  live: async ({ log }) => liveRows(log),
  graph: async ({ log }) => graphRows(log),
  install: async () => [installRow()],
};

/** @param names parts to measure */
export async function compare(names: readonly string[], options: CompareOptions): Promise<MeasuredRow[]> {
  installIn(PEERS, options.log);
  const rows: MeasuredRow[] = [];
  for (const name of names) {
    options.log(`▶ ${name}`);
    const before = loadavg()[0];
    const own = await PARTS[name](options);
    const load = `${((before + loadavg()[0]) / 2).toFixed(1)} on ${availableParallelism()} cores`;
    for (const { what, ours, others } of own) options.log(`  ${what}: ${ours} | ${others}`);
    rows.push(...own.map((row) => ({ ...row, load })));
  }
  return rows;
}

/** The commands that the rows name, in the order of the table. */
export const COMMANDS: readonly string[] = Object.keys(PARTS).map((name) => `npm run compare -- ${name}`);

async function inWorkFolder(measure: (work: string) => Row[]): Promise<Row[]> {
  const work = mkdtempSync(path.join(tmpdir(), 'specgraph-compare-'));
  try {
    return measure(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function growthRows(work: string, runs: number): Row[] {
  const [one, ...more] = growth(work, runs);
  return [
    {
      what: `check of ${[one, ...more].map(({ copies }) => copies).join(', ')} times the set`,
      ours: [one, ...more]
        .map(
          ({ milliseconds, megabytes }) => `${duration(milliseconds)}, ${megabytes.toFixed(0)} MB of memory`,
        )
        .join('; '),
      others: '—',
      command: 'npm run compare -- growth',
    },
  ];
}

async function foundDefects(): Promise<Row> {
  const { plant } = await createTrial(ROOT);
  const outcomes = DEFECT_KINDS.flatMap((kind) => plant(kind, 10, 1));
  const found = outcomes.filter((outcome) => outcome.found === 'place').length;
  return {
    what: `realistic defects, planted in the documents, that are found at their place (${DEFECT_KINDS.length} kinds)`,
    ours: `${found} of ${outcomes.length} (${((100 * found) / outcomes.length).toFixed(0)} %)`,
    others: 'not comparable: link checkers and linters read no prose',
    command: 'npm run compare -- defects',
  };
}

async function liveRows(log: (line: string) => void): Promise<Row[]> {
  const { results } = await benchLive(7, log);
  const starlight = await benchStarlightLive(7, log);
  return results.map(({ document, inPlace, fullReload, ratio }) => ({
    what: `from a save to the text in the page, ${document}, median`,
    ours: duration(inPlace.median),
    others: [
      `Starlight ${timesOurs(starlight.get(document)!.median, inPlace.median, duration(starlight.get(document)!.median))}`,
      `a full reload of our page, as Vite does it, ${duration(fullReload.median)} (×${ratio})`,
    ].join('; '),
    command: 'npm run compare -- live',
  }));
}

async function graphRows(log: (line: string) => void): Promise<Row[]> {
  const { rows } = await benchGraph({ runs: 1, sizes: [1], log });
  const of = (name: string) => rows.find(({ contestant }) => contestant === name)!;
  const time = (milliseconds: number | null): string =>
    milliseconds === null ? '> 120 s' : duration(milliseconds);
  const peers = ['cytoscape', 'sigma'].map(of);
  return [
    {
      what: `graph of ${of('canvas').nodes} nodes and ${of('canvas').ties} ties: usable after`,
      ours: time(of('canvas').usable),
      others: peers.map(({ contestant, usable }) => `${contestant} ${time(usable)}`).join('; '),
      command: 'npm run compare -- graph',
    },
    {
      what: 'and a frame while it moves, median against an empty page',
      ours: `×${of('canvas').frameMedianRatio}`,
      others: peers
        .map(({ contestant, frameMedianRatio }) => `${contestant} ×${frameMedianRatio}`)
        .join('; '),
      command: 'npm run compare -- graph',
    },
  ];
}

/** What whoever only checks installs. */
function checkerPackages(): string[] {
  const { dependencies } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return Object.keys(dependencies);
}

function installRow(): Row {
  const modules = path.join(ROOT, 'node_modules');
  const peers = path.join(PEERS, 'node_modules');
  const shown = (from: string, names: readonly string[]): string => {
    const { packages, megabytes } = installedSize(from, names);
    return `${packages} packages, ${megabytes.toFixed(0)} MB`;
  };
  return {
    what: 'installed for a check',
    ours: `${shown(modules, checkerPackages())}, beside the package itself`,
    others: [
      `remark-cli, remark-gfm, remark-validate-links ${shown(peers, ['remark-cli', 'remark-gfm', 'remark-validate-links'])}`,
      `markdownlint-cli2 ${shown(peers, ['markdownlint-cli2'])}`,
    ].join('; '),
    command: 'npm run compare -- install',
  };
}
