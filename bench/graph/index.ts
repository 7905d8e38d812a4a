/** Measures the graph against other libraries in one run: same data, same browser, same gestures. */
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright';
import { installIn } from '../../scripts/setup/install-in.ts';
import { LAUNCH_ARGS, systemChromium } from '../../tests/helpers/browser.ts';
import { serveFolder } from '../../tests/helpers/serve-folder.ts';
import { median } from '../process.ts';
import { benchData } from './data.ts';
import { measure, type Measured } from './measure.ts';
import { bundlePages, type Contestant } from './pages.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Time limit for opening a page, and again for the gestures. */
export const LIMIT_MS = 120_000;

export interface GraphRow extends Measured {
  size: string;
  contestant: Contestant;
  nodes: number;
  ties: number;
  /** Relative to the empty page. */
  frameMedianRatio: number | null;
  frame95Ratio: number | null;
}

export interface GraphBenchOptions {
  runs: number;
  sizes: readonly number[];
  contestants?: readonly Contestant[];
  log(line: string): void;
  /** Folder for a screenshot of each measured page. */
  pictures?: string;
}

export async function benchGraph({
  runs,
  sizes,
  contestants,
  log,
  pictures,
}: GraphBenchOptions): Promise<{ machine: object; limit: number; rows: GraphRow[] }> {
  const out = path.join(ROOT, '.cache/bench-graph/site');
  const names = (['empty', 'canvas', 'cytoscape', 'sigma'] as const).filter(
    (name) => name === 'empty' || !contestants || contestants.includes(name),
  );
  if (names.includes('cytoscape') || names.includes('sigma'))
    installIn(path.join(import.meta.dirname, 'peers'), log);
  mkdirSync(path.join(out, 'data'), { recursive: true });
  for (const size of sizes) {
    const file = await benchData(ROOT, size);
    copyFileSync(file, path.join(out, 'data', path.basename(file)));
  }
  await bundlePages(out, names);
  const server = await serveFolder(out);
  const rows: GraphRow[] = [];
  const machine = {
    cpu: cpus()[0]?.model,
    cores: availableParallelism(),
    node: process.version,
    chromium: '',
    load: { before: round(loadavg()[0]), after: 0 },
  };
  try {
    for (const size of sizes) {
      const { nodes, ties } = countsOf(path.join(out, `data/x${size}.json`));
      let empty: Measured | undefined;
      for (const name of names) {
        const measured = await several(runs, async (run) => {
          const browser = await chromium.launch({ executablePath: systemChromium(), args: LAUNCH_ARGS });
          machine.chromium = browser.version();
          try {
            return await measure(
              browser,
              `${server.url}${name}.html?data=x${size}.json`,
              LIMIT_MS,
              pictures && run === 0 ? path.join(pictures, `${name}-x${size}.png`) : undefined,
            );
          } finally {
            await browser.close();
          }
        });
        if (name === 'empty') empty = measured;
        const ratio = (of: 'frameMedian' | 'frame95'): number | null =>
          measured[of] === null ? null : measured[of] / empty![of]!;
        rows.push(
          rounded({
            size: `${size}x`,
            contestant: name,
            nodes,
            ties,
            ...measured,
            frameMedianRatio: ratio('frameMedian'),
            frame95Ratio: ratio('frame95'),
          }),
        );
        log(lineOf(rows.at(-1)!));
      }
    }
    machine.load.after = round(loadavg()[0]);
    return { machine, limit: LIMIT_MS, rows };
  } finally {
    await server.close();
  }
}

/** The medians of several runs; after a run that does not finish there is no other. */
async function several(runs: number, once: (run: number) => Promise<Measured>): Promise<Measured> {
  const all: Measured[] = [];
  for (let run = 0; run < runs; run++) {
    all.push(await once(run));
    if (all.at(-1)!.usable === null || all.at(-1)!.usable! > LIMIT_MS / 4) break;
  }
  const of = (key: keyof Measured): number | null => {
    const values = all.map((one) => one[key]).filter((value) => value !== null);
    return values.length === all.length ? median(values) : null;
  };
  if (all.some(({ usable }) => usable === null)) return all.at(-1)!;
  return {
    usable: of('usable'),
    longestOpening: of('longestOpening'),
    longestMoving: of('longestMoving'),
    frameMedian: of('frameMedian'),
    frame95: of('frame95'),
    frames: of('frames')!,
  };
}

function countsOf(file: string): { nodes: number; ties: number } {
  const { kind, targets } = JSON.parse(readFileSync(file, 'utf8')) as { kind: number[]; targets: number[] };
  return { nodes: kind.length, ties: targets.length };
}

function rounded(row: GraphRow): GraphRow {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key, typeof value === 'number' ? round(value) : value]),
  ) as unknown as GraphRow;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function lineOf({
  size,
  contestant,
  usable,
  longestOpening,
  longestMoving,
  frameMedian,
  frame95,
  frameMedianRatio,
  frame95Ratio,
  frames,
}: GraphRow): string {
  const show = (value: number | null, unit = ' ms'): string =>
    value === null ? `> ${LIMIT_MS / 1000} s` : `${value < 10 ? value.toFixed(2) : value.toFixed(0)}${unit}`;
  return `${size.padEnd(5)}${contestant.padEnd(10)} usable ${show(usable)}, longest task ${show(longestOpening)} opening, ${show(longestMoving)} moving; frames ${show(frameMedian)} / ${show(frame95)} (median / p95), ratio ${show(frameMedianRatio, '')} / ${show(frame95Ratio, '')}, ${frames} frames`;
}
