import { evaluateContract, readGraph, UsageError } from '#specgraph';
import type { Project } from '#specgraph/load';
import { diffGraphs, type DiffSide } from '#specgraph/query';
import { readRevision } from '../../git/read-revision.ts';
import { paintFor } from '../colors.ts';
import { DEFAULT_FOLDER, defineCommand } from '../command.ts';
import { emit, toJson } from '../output.ts';
import { diffMarkdown, diffPretty } from '../reporters/diff.ts';
import { createSession } from '../checker.ts';

export const diff = defineCommand({
  name: 'diff',
  summary:
    'What changed between two git revisions, as graph; the second is the working tree unless it is given.',
  operands: 'REV [REV]',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the one in DIR' },
    dir: { value: 'DIR', about: 'folder of the documents; default spec' },
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
    const folder = options.dir ?? DEFAULT_FOLDER;
    const current = await createSession({ folder, config: options.config }, effects).load();
    const before = await readRevision(from, folder, current, effects.git);
    const after = to === undefined ? current : await readRevision(to, folder, current, effects.git);
    const found = diffGraphs(sideOf(before), sideOf(after));
    const names = { from, to: to ?? 'the working tree' };
    if (options.format === 'json')
      await emit(
        toJson({ schema: 'specgraph.diff/1', ...names, root: current.corpus.root, ...found }),
        options.out,
        effects,
      );
    else if (options.format === 'markdown') await emit(diffMarkdown(found, names), options.out, effects);
    else
      await emit(
        diffPretty(
          found,
          names,
          options.out ? (_style, text) => text : paintFor(effects.stdout, effects.env),
        ),
        options.out,
        effects,
      );
    return 0;
  },
});

function sideOf({ corpus, config, contracts }: Project): DiffSide {
  const graph = readGraph(corpus, config);
  return { graph, contracts: contracts.map((contract) => evaluateContract(contract, graph)) };
}
