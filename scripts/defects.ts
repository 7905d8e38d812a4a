/**
 * `npm run defects [-- --each N] [--seed N] [--all] [KIND …]`: plants realistic defects into the specification and
 * prints the share that the checker finds, by kind. `--all` lists what it misses.
 */
import { parseArgs } from 'node:util';
import { DEFECT_KINDS } from '../tests/defects/kinds/index.ts';
import { createTrial, type Outcome } from '../tests/defects/run.ts';

const { values, positionals } = parseArgs({
  options: {
    each: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
const kinds = DEFECT_KINDS.filter(
  ({ id, group }) =>
    positionals.length === 0 || positionals.some((word) => id.includes(word) || group === word),
);
const { plant } = await createTrial(process.cwd());
const outcomes: Outcome[] = [];
for (const kind of kinds) {
  const own = plant(kind, Number(values.each), Number(values.seed));
  outcomes.push(...own);
  console.log(`${share(own, 'place').padEnd(20)} ${kind.group}: ${kind.id}`);
  if (values.all) own.filter(({ found }) => found !== 'place').forEach(printMiss);
}
const groups = Map.groupBy(outcomes, ({ kind }) => kind.group);
console.log('');
for (const [group, own] of groups) console.log(`${share(own, 'place').padEnd(20)} ${group}`);
console.log(`${share(outcomes, 'place').padEnd(20)} all, at the right place`);
console.log(`${share(outcomes, 'other').padEnd(20)} all, only elsewhere`);

function share(own: readonly Outcome[], found: Outcome['found']): string {
  const count = own.filter((outcome) => outcome.found === found).length;
  return `${count} of ${own.length} (${Math.round((100 * count) / Math.max(1, own.length))} %)`;
}

function printMiss({ defect, findings, found }: Outcome): void {
  console.log(`    ${found}: ${defect.file}:${defect.line} ${defect.what}`);
  console.log(`        ${defect.lines[defect.line - 1]?.trim().slice(0, 160)}`);
  for (const { rule, file, line, message } of findings.slice(0, 2))
    console.log(`        ${file}:${line} ${rule}: ${message.slice(0, 140)}`);
}
