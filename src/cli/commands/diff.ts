import { evaluateContract, filesStillNumbered, readGraph, UsageError } from '#specgraph';
import type { Project } from '#specgraph/load';
import { diffGraphs, type DiffSide } from '#specgraph/query';
import { readRevision } from '../../git/read-revision.ts';
import { NO_PAINT, paintFor } from '../colors.ts';
import { defineCommand } from '../command.ts';
import { DIR, readFolder } from '../folder.ts';
import { writeOutput, toJson } from '../output.ts';
import { diffMarkdown, diffPretty } from '../reporters/diff.ts';
import { createChecker } from '../checker.ts';

export const diff = defineCommand({
  name: 'diff',
  summary: 'Compares the graphs of two git revisions; the second is the working tree unless it is given.',
  operands: 'REV [REV]',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    dir: DIR,
    format: {
      value: 'FORMAT',
      choices: ['json', 'markdown', 'pretty'],
      about: 'default pretty; markdown is for a pull-request comment',
    },
    out: { value: 'FILE', about: 'write to FILE instead of printing' },
  },
  notes: [
    'Revisions are read from git; no checkout is touched. Both graphs are built with the configuration of the working ' +
      'tree, or with the specgraph.config.json that a revision holds: a configuration that is a program is not run from history.',
  ],
  examples: ['specgraph diff main', 'specgraph diff v1.0 v1.1 --format markdown'],
  async run({ options, operands }, effects) {
    const [from, to] = operands;
    if (from === undefined || operands.length > 2)
      throw new UsageError('diff takes one or two revisions', 'specgraph diff REV [REV]');
    const { folder, current } = await readFolder(options.dir, async (folder) => ({
      folder,
      current: await createChecker({ folder, config: options.config }, effects).loadProject(),
    }));
    const before = await readRevision(from, folder, current, effects.git);
    const after = to === undefined ? current : await readRevision(to, folder, current, effects.git);
    const earlier = sideOf(before);
    const changes = diffGraphs(earlier, sideOf(after, earlier));
    const names = { from, to: to ?? 'the working tree' };
    const paint = options.out ? NO_PAINT : paintFor(effects.stdout, effects.env);
    const formats: Record<string, () => string> = {
      json: () => toJson({ schema: 'specgraph.diff/1', ...names, root: current.corpus.root, ...changes }),
      markdown: () => diffMarkdown(changes, names),
      pretty: () => diffPretty(changes, names, paint),
    };
    await writeOutput(formats[options.format ?? 'pretty'](), options.out, effects);
    return 0;
  },
});

/** @param earlier the side that it is compared with */
function sideOf({ corpus, config, contracts }: Project, earlier?: DiffSide): DiffSide {
  const read = readGraph(corpus, config);
  const files = earlier && filesStillNumbered(corpus.files, earlier.graph, read);
  const graph = files ? readGraph({ ...corpus, files }, config) : read;
  return { graph, contracts: contracts.map((contract) => evaluateContract(contract, graph)) };
}
