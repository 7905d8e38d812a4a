#!/usr/bin/env node
/** `npm run bench -- [RUNS | build [RUNS] | live [EDITS] | lsp | search | starlight [RUNS]]`: prints ratios and writes a results.json. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');
const log = (line: string): void => console.log(line);
const [what = '5', runs] = process.argv.slice(2);

/** The benchmarks with a name, and the files of their results. A module is loaded only when its benchmark is run. */
const BENCHES: Record<string, { file: string; run(): Promise<object> }> = {
  build: {
    file: 'bench/build/results.json',
    run: async () => (await import('../bench/build/index.ts')).benchBuild(Number(runs ?? 3), log),
  },
  live: {
    file: 'bench/live/results.json',
    run: async () => (await import('../bench/live/index.ts')).benchLive(Number(runs ?? 20), log),
  },
  lsp: {
    file: 'bench/lsp/results.json',
    run: async () => (await import('../bench/lsp/index.ts')).benchLsp(log),
  },
  search: {
    file: 'bench/search/results.json',
    run: async () => (await import('../bench/search/index.ts')).benchSearch(log),
  },
  starlight: {
    file: 'bench/starlight/results.json',
    run: async () => (await import('../bench/starlight/index.ts')).benchStarlight(log, Number(runs ?? 1)),
  },
};
const checker = {
  file: 'bench/results.json',
  run: async (): Promise<object> => (await import('../bench/index.ts')).bench({ runs: Number(what), log }),
};

if (!Object.hasOwn(BENCHES, what) && !(Number(what) > 0)) {
  console.error(
    `No benchmark is called "${what}"; there are ${Object.keys(BENCHES).join(', ')}, or a number of runs of the checker.`,
  );
  process.exit(2);
}
const { file, run } = BENCHES[what] ?? checker;
writeFileSync(path.join(root, file), `${JSON.stringify(await run(), null, 2)}\n`);
