#!/usr/bin/env node
/** `npm run bench -- [RUNS]`: prints ratios and writes bench/results.json. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { bench } from '../bench/index.ts';

const root = path.resolve(import.meta.dirname, '..');
const report = await bench({
  runs: Number(process.argv[2] ?? 5),
  peers: process.env.SPECGRAPH_BENCH_PEERS ?? path.join(root, 'node_modules'),
  log: (line) => console.log(line),
});
writeFileSync(path.join(root, 'bench/results.json'), `${JSON.stringify(report, null, 2)}\n`);
