/**
 * `npm run falsify -- FOLDER … [--each N] [--seed N] [--all]`: changes numbers of references in folders of Markdown, one
 * at a time, and prints how many changes the checker finds at their line. `--all` lists those that it misses.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { falsify, type Trial } from '../tests/wild/falsify/falsify.ts';

const { values, positionals } = parseArgs({
  options: {
    each: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error('falsify: name folders of Markdown; for example: npm run falsify -- docs');
  process.exit(2);
}
const trials: Trial[] = [];
for (const folder of positionals) {
  const own = await falsify(path.resolve(folder), Number(values.each), Number(values.seed));
  trials.push(...own);
  console.log(`${path.basename(folder)}: ${shares(own)}`);
  if (values.all) own.filter(({ findings }) => findings.length === 0).forEach(printMiss);
}
console.log(`all: ${shares(trials)}`);
for (const [place, own] of Map.groupBy(trials, ({ mention }) => mention.place))
  console.log(`  ${place}: ${shares(own)}`);

function shares(own: readonly Trial[]): string {
  const [missing, other] = ['missing', 'other'].map((falsehood) => {
    const some = own.filter((trial) => trial.falsehood === falsehood);
    return `${some.filter(({ findings }) => findings.length > 0).length} of ${some.length}`;
  });
  return `${missing} numbers that do not exist, ${other} that exist and are not where the link leads`;
}

function printMiss({ mention, falsehood, number }: Trial): void {
  const { source, line, start } = mention;
  const text = source.lines[line];
  console.log(`    ${falsehood}: ${source.file}:${line + 1} ${mention.number} → ${number}, ${mention.place}`);
  console.log(`        …${text.slice(Math.max(0, start - 110), start + 80).trim()}…`);
}
