/** Measures the checker against other programs in one run, on documents that the benchmark generates. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { checkGraph, createReader } from '#specgraph';
import { loadProject } from '#specgraph/load';
import { installIn } from '../scripts/setup/install-in.ts';
import { PEERS } from './compare/peers.ts';
import { copySpec } from './copies.ts';
import { writeCorpus, type GeneratedCorpus } from './corpus.ts';
import { median, medianTime, runNode } from './process.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const CHECKER = path.join(ROOT, 'scripts/specgraph.mjs');
const CHECK = [CHECKER, 'check', '.', '--format', 'json'];

export interface BenchOptions {
  runs: number;
  log(line: string): void;
}

export interface Comparison {
  what: string;
  milliseconds: number;
  peer: string;
  peerMilliseconds: number;
  ratio: number;
  goal: string;
  met: boolean;
  [more: string]: unknown;
}

export async function bench(options: BenchOptions): Promise<{ machine: object; results: Comparison[] }> {
  installIn(PEERS, options.log);
  const work = mkdtempSync(path.join(tmpdir(), 'specgraph-bench-'));
  try {
    const results = [
      ...againstRemark(path.join(work, 'corpus'), options),
      ...againstNode(options),
      ...scaling(work, options),
      await oneEdited(path.join(work, 'x100'), options),
    ];
    for (const result of results)
      options.log(
        `${result.met ? 'met   ' : 'missed'} ${result.what}: ${result.milliseconds.toFixed(0)} ms, ${result.peer} ${result.peerMilliseconds.toFixed(0)} ms, ratio ${result.ratio.toFixed(2)} (${result.goal})`,
      );
    return {
      machine: { node: process.version, cpu: cpus()[0]?.model, cores: availableParallelism() },
      results,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function againstRemark(root: string, { runs, log }: BenchOptions): Comparison[] {
  const corpus = writeCorpus(root, 800);
  const found = new Set(
    (JSON.parse(runNode(CHECK, root).stdout) as { findings: { file: string; line: number }[] }).findings.map(
      (finding) => `${finding.file}:${finding.line}`,
    ),
  );
  const missed = corpus.broken.filter((place) => !found.has(place));
  log(
    `corpus: ${corpus.files} files, ${(corpus.bytes / 1e6).toFixed(1)} MB, ${corpus.broken.length} broken links; found ${found.size}, missed ${missed.length}`,
  );
  const remark = remarkArguments(root);
  const own = medianTime(runs, CHECK, root);
  const theirs = median(Array.from({ length: Math.min(3, runs) }, () => runNode(remark, root).milliseconds));
  const ratio = theirs / own;
  return [
    {
      what: `check of ${corpus.files} files, ${(corpus.bytes / 1e6).toFixed(1)} MB`,
      milliseconds: own,
      peer: 'remark-cli with remark-validate-links',
      peerMilliseconds: theirs,
      ratio,
      goal: 'at least 10 times faster, nothing missed',
      met: ratio >= 10 && missed.length === 0 && found.size === corpus.broken.length,
      broken: corpus.broken.length,
      found: found.size,
      missed: missed.length,
      foundByPeer: countOfPeer(remark, root, corpus),
    },
  ];
}

function remarkArguments(root: string): string[] {
  const [cli, gfm, links] = [
    'remark-cli/cli.js',
    'remark-gfm/index.js',
    'remark-validate-links/index.js',
  ].map((file) => path.join(PEERS, 'node_modules', file));
  const settings = path.join(path.dirname(root), 'remark.json');
  writeFileSync(
    settings,
    JSON.stringify({ plugins: [gfm, [links, { repository: false, root: `${root}/` }]] }),
  );
  return [cli, '.', '--quiet', '--no-stdout', '--no-config', '--no-ignore', '--rc-path', settings];
}

function countOfPeer(remark: string[], root: string, corpus: GeneratedCorpus): number {
  const { stderr } = runNode(remark, root);
  const places = new Set<string>();
  let file = '';
  for (const line of stderr.split('\n')) {
    const place = /^\s+(\d+):\d+/.exec(line);
    if (place) places.add(`${file}:${place[1]}`);
    else if (line.endsWith('.md')) file = line.trim();
  }
  return corpus.broken.filter((place) => places.has(place)).length;
}

/** A check of unchanged documents, which reads the cache, and one without the cache. */
function againstNode({ runs }: BenchOptions): Comparison[] {
  const check = [CHECKER, 'check', 'spec', '--format', 'json'];
  const bare = medianTime(3 * runs, ['-e', '0'], ROOT);
  return (
    [
      ['check of spec/, unchanged since the last', check],
      ['check of spec/ with --no-cache', [...check, '--no-cache']],
    ] as const
  ).map(([what, args]) => {
    const own = medianTime(3 * runs, args, ROOT);
    return {
      what,
      milliseconds: own,
      peer: 'node -e 0',
      peerMilliseconds: bare,
      ratio: own / bare,
      goal: 'at most 2.5 times',
      met: own / bare <= 2.5,
    };
  });
}

export interface Growth {
  copies: number;
  milliseconds: number;
  megabytes: number;
}

/** Checks the set 1, 10 and 100 times in one folder. */
export function growth(work: string, runs: number): Growth[] {
  return [1, 10, 100].map((copies) => {
    const root = path.join(work, `x${copies}`);
    copySpec(root, copies);
    const withUsage = runNode([...CHECK, '--no-cache'], root, true);
    // The largest takes minutes: what loads the module that reports memory is nothing beside it.
    const milliseconds =
      copies === 100 ? withUsage.milliseconds : medianTime(runs, [...CHECK, '--no-cache'], root);
    return { copies, milliseconds, megabytes: withUsage.megabytes };
  });
}

/** Checks copies of the set under other names: ten times the text may take ten times the time, no more. */
function scaling(work: string, { runs }: BenchOptions): Comparison[] {
  const sizes = growth(work, runs);
  return [1, 2].map((i) => {
    const [small, large] = [sizes[i - 1], sizes[i]];
    return {
      what: `check of ${15 * large.copies} documents`,
      milliseconds: large.milliseconds,
      megabytes: Math.round(large.megabytes),
      peer: `check of ${15 * small.copies} documents`,
      peerMilliseconds: small.milliseconds,
      ratio: large.milliseconds / small.milliseconds,
      goal: 'at most 10 times for 10 times the text, under 1 GB',
      met: large.milliseconds / small.milliseconds <= 10 && large.megabytes < 1000,
    };
  });
}

/** A check after one edit in a process that keeps its parsed documents, against a check that starts anew. */
async function oneEdited(root: string, { runs }: BenchOptions): Promise<Comparison> {
  const cold = medianTime(Math.min(3, runs), CHECK, root);
  const project = await loadProject('.', { cwd: root });
  const reader = createReader(project.config);
  checkGraph(reader.read(project.corpus));
  const [edited] = project.corpus.files;
  const warm = median(
    Array.from({ length: Math.max(7, runs) }, (_, i) => {
      edited.text += `\nEdited ${i} times.\n`;
      const started = performance.now();
      checkGraph(reader.read(project.corpus));
      return performance.now() - started;
    }),
  );
  return {
    what: 'one of 1500 documents edited',
    milliseconds: warm,
    peer: 'cold check',
    peerMilliseconds: cold,
    ratio: cold / warm,
    goal: 'at least 10 times faster',
    met: cold / warm >= 10,
  };
}
