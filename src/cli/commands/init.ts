import { plural } from '#specgraph/text/lists';
import { UsageError } from '#specgraph/usage-error';
import { writeBaseline } from '../baseline.ts';
import { checkFolder } from '../check-folder.ts';
import { createChecker } from '../checker.ts';
import { defineCommand } from '../command.ts';
import { DEFAULT_FOLDER } from '../folder.ts';
import type { Effects } from '../effects.ts';
import { exists, propose } from '../init/proposal.ts';
import { WORKFLOWS, workflowFile, type Workflow } from '../init/workflows.ts';
import { writeConfig, type ConfigFormat } from '../init/write-config.ts';
import { programVersion } from '../terminal-options.ts';
import { describeSurvey } from './explain.ts';

const FORMATS: readonly ConfigFormat[] = ['ts', 'yaml'];

export const init = defineCommand({
  name: 'init',
  summary: 'Looks at a folder of Markdown and writes a configuration that fits it.',
  operands: '[DIR]',
  options: {
    'dry-run': { about: 'print what would be written' },
    format: {
      value: 'FORMAT',
      choices: FORMATS,
      about: 'language of the configuration; default ts where there is a tsconfig.json, else yaml',
    },
    'no-baseline': { about: 'write no baseline although there are findings' },
    workflow: {
      value: 'HOST',
      multiple: true,
      choices: WORKFLOWS,
      about: 'also write the file that runs the check there',
    },
  },
  notes: [
    'Files that exist are never overwritten. The findings of today are written to specgraph.baseline.json beside the configuration, so that "check" reports new ones only.',
  ],
  examples: ['specgraph init docs', 'specgraph init docs --workflow github', 'specgraph init --dry-run'],
  async run({ options, operands }, effects) {
    const folder = operands[0] ?? DEFAULT_FOLDER;
    if (operands.length > 1) throw new UsageError(`init takes one folder, not ${operands.length}`);
    await rejectConfigured(folder, effects);
    const project = await createChecker({ folder, config: false }, effects).loadProject();
    const proposal = await propose(project, folder, effects);
    effects.stdout.write(`${describeSurvey(proposal, project.corpus.files.length).join('\n')}\n\n`);
    const write = writerFor(options['dry-run'] ?? false, effects);
    const format = (options.format as ConfigFormat | undefined) ?? (await defaultFormat(effects));
    const file = `${folder}/specgraph.config.${format}`.replace(/^\.\//, '');
    await write(file, writeConfig(proposal.entries, format));
    const baseline =
      options['dry-run'] || options['no-baseline'] ? undefined : await baselineOf(folder, effects);
    const version = await programVersion(effects);
    for (const workflow of new Set((options.workflow ?? []) as Workflow[])) {
      const { file: path, text, hint } = workflowFile(workflow, { folder, version });
      await write(path, text);
      if (hint) effects.stdout.write(`  ${hint}\n`);
    }
    effects.stdout.write(nextSteps(folder, baseline));
    return 0;
  },
});

const CONFIG_NAMES = ['ts', 'mjs', 'js', 'json', 'yaml', 'yml'].map((end) => `specgraph.config.${end}`);

async function rejectConfigured(folder: string, effects: Effects): Promise<void> {
  for (const name of CONFIG_NAMES)
    if (await exists(`${folder}/${name}`, effects))
      throw new UsageError(`${folder}/${name} exists`, '"specgraph explain" says what it does');
}

async function defaultFormat(effects: Effects): Promise<ConfigFormat> {
  return (await exists('tsconfig.json', effects)) ? 'ts' : 'yaml';
}

type Write = (file: string, text: string) => Promise<void>;

/** @throws UsageError where the file exists */
function writerFor(isDry: boolean, effects: Effects): Write {
  return async (file, text) => {
    if (await exists(file, effects)) throw new UsageError(`${file} exists and is left as it is`);
    if (isDry) effects.stdout.write(`${file}:\n${text.replaceAll(/^(?=.)/gm, '  ')}\n`);
    else {
      await effects.writeFile(file, text);
      effects.stdout.write(`Wrote ${file}.\n`);
    }
  };
}

/** Writes the findings with the new configuration as a baseline. @returns its path; undefined where there are none */
async function baselineOf(folder: string, effects: Effects): Promise<string | undefined> {
  const report = await checkFolder(createChecker({ folder }, effects), false, effects);
  if (report.findings.length === 0) return undefined;
  const file = `${folder}/specgraph.baseline.json`.replace(/^\.\//, '');
  await writeBaseline(report, file, effects);
  effects.stdout.write(`Wrote ${file} with ${plural(report.findings.length, 'finding')} of today.\n`);
  return file;
}

function nextSteps(folder: string, baseline: string | undefined): string {
  const check = `specgraph check ${folder}`;
  return baseline
    ? `\n${check} lists new findings only; with --no-baseline it lists those of ${baseline} too.\n`
    : `\n${check} checks the documents.\n`;
}
