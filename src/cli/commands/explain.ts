import { rulesOf, settingOf, type GraphView } from '#specgraph';
import type { Project } from '#specgraph/load';
import { plural } from '#specgraph/text/lists';
import { UsageError } from '#specgraph/usage-error';
import { createChecker, type RuleSetting } from '../checker.ts';
import { defineCommand } from '../command.ts';
import { DEFAULT_FOLDER } from '../folder.ts';
import { propose, type Proposal } from '../init/proposal.ts';

export const explain = defineCommand({
  name: 'explain',
  summary: 'Prints what was read of a folder, what was inferred and why, and what the configuration says.',
  operands: '[DIR]',
  options: {
    config: { value: 'FILE', about: 'configuration instead of the nearest specgraph.config.*' },
    'no-config': { about: 'ignore configurations' },
  },
  examples: ['specgraph explain docs'],
  async run({ options, operands }, effects) {
    const folder = operands[0] ?? DEFAULT_FOLDER;
    if (operands.length > 1) throw new UsageError(`explain takes one folder, not ${operands.length}`);
    const checker = createChecker({ folder, config: options['no-config'] ? false : options.config }, effects);
    const project = await checker.loadProject();
    const view = await checker.buildGraph(project);
    const proposal = await propose(project, folder, effects);
    effects.stdout.write(
      [
        ...describeReading(project, view),
        '',
        ...describeSurvey(proposal, view.documents.length),
        '',
        ...describeConfiguration(project, proposal),
        '',
        ...describeRules(project),
        '',
      ].join('\n'),
    );
    return 0;
  },
});

function describeReading({ corpus, repository }: Project, { documents, edges }: GraphView): string[] {
  const references = edges.filter(({ kind }) => kind === 'refers' || kind === 'mentions');
  const broken = references.filter(({ resolved }) => !resolved).length;
  return [
    'Read',
    `  ${plural(documents.length, 'document')} below ${corpus.root}, ${plural(references.length, 'reference')}, ${broken} of them unresolved`,
    repository
      ? `  Links that begin with "/" start at the repository, ${repository}`
      : `  There is no git repository: links that begin with "/" start at ${corpus.root}`,
    ...(corpus.repository
      ? [`  Links to ${corpus.repository.addresses.join(' and ')} lead to files of the repository`]
      : []),
  ];
}

/** What was found in the documents, for `init` as well. */
export function describeSurvey({ survey, entries, view }: Proposal, documents: number): string[] {
  const { numberedSections, languages } = survey;
  const sections = view.documents.reduce((sum, one) => sum + one.sections.length, 0);
  return [
    'Found in the documents',
    `  ${plural(sections, 'section')} in ${plural(documents, 'document')}; ${numberedSections} of the documents number their sections`,
    ...(languages.length > 0
      ? [`  Code blocks: ${languages.map(([name, count]) => `${name} ${count}`).join(', ')}`]
      : []),
    ...(entries.length === 0
      ? ['  No numbers of documents, ids or renderer that a configuration could name']
      : []),
    ...entries.map(({ key, reason }) => `  ${key}: ${reason}`),
  ];
}

function describeConfiguration({ config, configFile }: Project, { entries }: Proposal): string[] {
  if (configFile === undefined)
    return [
      'Configuration',
      '  None. Anchors are those of GitHub; links, anchors and numbered sections are checked',
      ...(entries.length > 0 ? ['  "specgraph init" writes one with what was found above'] : []),
    ];
  const unsaid = entries.filter(({ key }) => !(key in config));
  return [
    'Configuration',
    `  ${configFile} sets ${Object.keys(config).sort().join(', ') || 'nothing'}`,
    ...(/\.[mc]?[jt]s$/.test(configFile)
      ? ['  It is a program, which is executed: --no-config ignores it']
      : []),
    ...unsaid.map(({ key, value }) => `  It does not set ${key}: ${JSON.stringify(value)} would fit`),
  ];
}

function describeRules({ config }: Project): string[] {
  const rules = rulesOf(config);
  const settings = Map.groupBy(rules, (rule) => settingOf(rule, config));
  const count = (setting: RuleSetting): number => settings.get(setting)?.length ?? 0;
  const own = Object.entries(config.rules ?? {});
  return [
    'Rules',
    `  ${count('error')} report errors, ${count('warn')} warnings, ${count('info') > 0 ? `${count('info')} inform, ` : ''}${count('off')} are off (level ${config.level ?? 'recommended'})`,
    ...(own.length > 0
      ? [`  Set by the configuration: ${own.map(([id, to]) => `${id} ${to}`).join(', ')}`]
      : []),
  ];
}
