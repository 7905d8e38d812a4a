#!/usr/bin/env node
/**
 * `npm run bench:graph -- [RUNS] [SIZES] [CONTESTANTS]`: prints a table. A complete run, without sizes and contestants,
 * also writes bench/graph/results.json.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { benchGraph } from '../bench/graph/index.ts';
import type { Contestant } from '../bench/graph/pages.ts';

const root = path.resolve(import.meta.dirname, '..');
const [runs = '3', sizes, contestants] = process.argv.slice(2);
const pictures = path.join(root, '.cache/bench-graph/pictures');
mkdirSync(pictures, { recursive: true });
const report = await benchGraph({
  runs: Number(runs),
  sizes: (sizes ?? '1,100').split(',').map(Number),
  contestants: contestants?.split(',') as Contestant[] | undefined,
  pictures,
  log: (line) => console.log(line),
});
if (!sizes && !contestants)
  writeFileSync(path.join(root, 'bench/graph/results.json'), `${JSON.stringify(report, null, 2)}\n`);
