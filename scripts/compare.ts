#!/usr/bin/env node
/**
 * `npm run compare [-- [--runs N] PART …]`: measures specgraph and what it is compared with, and writes the rows of these
 * parts, or of all, into the table of the README.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { COMMANDS, compare, PARTS } from '../bench/compare/index.ts';
import { tableOf, withRows } from '../bench/compare/row.ts';

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
console.log(`\n${tableOf(rows)}`);
const readme = path.join(root, 'README.md');
writeFileSync(readme, withRows(readFileSync(readme, 'utf8'), rows, COMMANDS));
