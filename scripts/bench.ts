#!/usr/bin/env node
/** `npm run bench -- [RUNS]` measures the checker, `npm run bench -- live [EDITS]` the dev server; prints ratios and writes JSON. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const log = (line: string): void => console.log(line);
const write = (file: string, report: object): void => writeFileSync(path.join(root, file), `${JSON.stringify(report, null, 2)}\n`);

const [first, second] = process.argv.slice(2);
if (first === 'live') {
  const { benchLive } = await import('../bench/live/index.ts');
  write('bench/live/results.json', await benchLive(Number(second ?? 20), log));
} else {
  const { bench } = await import('../bench/index.ts');
  write('bench/results.json', await bench({ runs: Number(first ?? 5), peers: process.env.SPECGRAPH_BENCH_PEERS ?? path.join(root, 'node_modules'), log }));
}
