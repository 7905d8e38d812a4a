/**
 * `npm run unread -- FOLDER … [--each N] [--seed N] [--all]`: draws mentions of numbered parts from folders of Markdown
 * and prints how many of them the checker reads, and with their lines those that a person must judge. `--all` prints the
 * others too.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { drawMentions } from '../tests/wild/unread/unread.ts';

const { values, positionals } = parseArgs({
  options: {
    each: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    all: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});
if (positionals.length === 0) {
  console.error('unread: name folders of Markdown; for example: npm run unread -- docs');
  process.exit(2);
}
for (const folder of positionals) {
  const drawn = await drawMentions(path.resolve(folder), Number(values.each), Number(values.seed));
  const count = (reading: string): number => drawn.filter((one) => one.reading === reading).length;
  console.log(
    `${path.basename(folder)}: ${drawn.length} mentions, ${count('read')} read, ${count('other')} beside another work, ${count('open')} to be judged`,
  );
  for (const { file, line, column, endColumn, reading, context } of drawn)
    if (values.all || reading === 'open')
      console.log(
        `  ${reading} ${file}:${line}: …${context.slice(Math.max(0, column - 101), column - 1)}⟦${context.slice(column - 1, endColumn - 1)}⟧${context.slice(endColumn - 1, endColumn + 80)}…`,
      );
}
