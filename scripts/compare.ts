#!/usr/bin/env node
/**
 * `npm run compare [-- [--runs N] PART …]`: measures specgraph and what it is compared with in one run. All parts together
 * write the table of the README; some of them only print it.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { compare, PARTS } from '../bench/compare/index.ts';
import { tableOf, withTable } from '../bench/compare/row.ts';

const root = path.resolve(import.meta.dirname, '..');
const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '5' } },
  allowPositionals: true,
});
const runs = Number(values.runs);
const unknown = positionals.filter((name) => !Object.hasOwn(PARTS, name));
if (unknown.length > 0 || !(runs > 0)) {
  console.error(
    `There is no ${unknown[0] ?? 'such number of runs'}; the parts are ${Object.keys(PARTS).join(', ')}.`,
  );
  process.exit(2);
}
const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
const rows = await compare(names, { runs, log: (line) => console.log(line) });
const table = tableOf(rows);
console.log(`\n${table}`);
if (positionals.length === 0) {
  const readme = path.join(root, 'README.md');
  writeFileSync(readme, withTable(readFileSync(readme, 'utf8'), table));
}
