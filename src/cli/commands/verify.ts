import {
  UsageError,
  verificationMarkdown,
  verifyContract,
  type StatementResult,
  type Verification,
} from '#specgraph';
import { defineCommand } from '../command.ts';
import { DIR, readFolder } from '../folder.ts';
import { createChecker } from '../checker.ts';
import { toJson, writeOutput } from '../output.ts';

export const verify = defineCommand({
  name: 'verify',
  summary:
    'Verifies a plan or a contract against the documents: truths, artifacts, key links and success criteria.',
  operands: 'PLAN',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    dir: DIR,
    format: { value: 'FORMAT', choices: ['json', 'markdown'], about: 'default markdown' },
    out: { value: 'FILE', about: 'write to FILE instead of printing' },
  },
  notes: [
    'PLAN is a planning document with must_haves in its front matter, or a contract in YAML. A truth that no promise ' +
      'of the plan can show "needs a human"; this alone does not fail the command.',
  ],
  examples: [
    'specgraph verify spec/contracts/phase-09.yaml',
    'specgraph verify plans/09-02-PLAN.md --format json',
  ],
  async run({ options, operands }, effects) {
    if (operands.length !== 1)
      throw new UsageError(
        'verify takes one plan',
        'specgraph verify PLAN, for example spec/contracts/phase-09.yaml',
      );
    const [plan] = operands;
    const { checker, project } = await readFolder(options.dir, async (folder) => {
      const checker = createChecker({ folder, config: options.config, contracts: [plan] }, effects);
      return { checker, project: await checker.loadProject() };
    });
    const contract = project.contracts.findLast(({ file }) => isSameFile(file, plan))!;
    const verification = verifyContract(contract, await checker.buildGraph(project));
    const text =
      options.format === 'json' ? toJson(toData(verification)) : verificationMarkdown(verification);
    await writeOutput(text, options.out, effects);
    return verification.verdict === 'failed' ? 1 : 0;
  },
});

/** Paths of contracts are displayed from the working directory, with slashes; a plan may be named in another way. */
function isSameFile(file: string, plan: string): boolean {
  const given = plan.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
  return file === given || given.endsWith(`/${file}`) || file.endsWith(given);
}

function toData({ contract, verdict, truths, promises, criteria }: Verification): unknown {
  const statement = ({ text, verdict: result, promises: own, reason }: StatementResult): unknown => ({
    text,
    verdict: result,
    reason,
    evidence: own.map(({ item, details }) => ({ promise: item.text, details, at: item.at })),
  });
  return {
    schema: 'specgraph.verify/1',
    plan: contract.file,
    phase: contract.phase,
    title: contract.title,
    verdict,
    truths: truths.map(statement),
    promises: promises.map(({ item, verdict: result, details }) => ({
      kind: item.kind,
      promise: item.text,
      verdict: result,
      details,
      at: item.at,
    })),
    criteria: criteria.map(statement),
  };
}
