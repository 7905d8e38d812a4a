/** `npm run mutants [-- OPERATOR …]`: puts defects into the specification and lists those that the checker misses. */
import { OPERATORS } from '../tests/mutation/operators/index.ts';
import { createJudge } from '../tests/mutation/run.ts';

const { judgeAll, unmutated } = await createJudge(process.cwd());
const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(OPERATORS);
const verdicts = chosen.flatMap((operator) => {
  const own = judgeAll(operator);
  console.log(`${operator}: ${own.filter((verdict) => !verdict.survived).length} of ${own.length}`);
  for (const { mutant, survived } of own)
    if (survived) console.log(`  survived: ${mutant.name}\n    ${survived}`);
  return own;
});
const found = verdicts.filter((verdict) => !verdict.survived).length;
const rules = new Set(verdicts.map((verdict) => verdict.mutant.rule)).size;
console.log(
  `\n${found} of ${verdicts.length} mutants found (${((100 * found) / verdicts.length).toFixed(1)} %), ${rules} rules; unmutated set: ${unmutated.length} findings`,
);
process.exitCode = found === verdicts.length && unmutated.length === 0 ? 0 : 1;
