/** `npm run mutants [-- OPERATOR …]`: puts defects into the specification and lists those that the checker misses. */
import { runMutants } from '../tests/mutation/run.ts';

const { verdicts, unmutated } = await runMutants(process.cwd(), process.argv.slice(2));
const byOperator = Map.groupBy(verdicts, (v) => v.operator);
for (const [operator, own] of byOperator) {
  console.log(`${operator}: ${own.filter((v) => !v.survived).length} of ${own.length}`);
  for (const { mutant, survived } of own) if (survived) console.log(`  survived: ${mutant.name}\n    ${survived}`);
}
const found = verdicts.filter((v) => !v.survived).length;
console.log(`\n${found} of ${verdicts.length} mutants found (${((100 * found) / verdicts.length).toFixed(1)} %), ${new Set(verdicts.map((v) => v.mutant.rule)).size} rules; unmutated set: ${unmutated.length} findings`);
process.exitCode = found === verdicts.length && unmutated.length === 0 ? 0 : 1;
