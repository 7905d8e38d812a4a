import type { RuleLevel } from '#specgraph';
import { plural } from '#specgraph/text/lists';
import { RENDERER_NAMES, type RendererName } from '#specgraph/renderers';
import { BASELINE_FILE, isDocument } from '#specgraph/text/file-names';
import { UsageError } from '#specgraph/usage-error';
import { defineCommand } from '../command.ts';
import { DEFAULT_FOLDER } from '../folder.ts';
import type { Effects } from '../effects.ts';
import { terminalOptions } from '../terminal-options.ts';
import { readNumber, type OptionTable, type OptionValues } from '../options.ts';
import { pullRequestBase } from '../pull-request.ts';
import { NO_PAINT } from '../colors.ts';
import { fromStoredReport, toStoredReport, type Report } from '../report.ts';
import { REPORTERS, type ReportFormat } from '../reporters/index.ts';
import type { RuleSetting, Checker } from '../checker.ts';

const FORMATS = Object.keys(REPORTERS) as ReportFormat[];
const SETTINGS = ['off', 'info', 'warn', 'error'] as const;
const LEVELS: readonly RuleLevel[] = ['recommended', 'strict'];

interface CheckRequest {
  folder: string | readonly string[];
  format: ReportFormat;
  config?: string | false;
  contracts?: string[];
  exclude?: string[];
  renderers?: RendererName[];
  /** Name of the document whose text comes from standard input. */
  stdinFilename?: string;
  level?: RuleLevel;
  settings: Record<string, RuleSetting>;
  maxWarnings?: number;
  fix: boolean;
  watch: boolean;
  baseline?: string;
  updateBaseline: boolean;
  isUnfolded: boolean;
  out?: string;
  since?: string;
  cache: boolean;
}

const OPTIONS = {
  baseline: {
    value: 'FILE',
    about: 'leave out the findings that FILE lists; default specgraph.baseline.json in DIR',
  },
  config: { value: 'FILE', about: 'configuration instead of the nearest specgraph.config.*' },
  contract: {
    value: 'FILE',
    multiple: true,
    about: 'a further contract: YAML, or a planning document with front matter',
  },
  exclude: { value: 'PATTERN', multiple: true, about: 'documents to leave out, written as in .gitignore' },
  fix: { about: 'fix what has exactly one right answer' },
  format: { value: 'FORMAT', choices: FORMATS, about: 'how findings are printed; default pretty' },
  level: {
    value: 'LEVEL',
    choices: LEVELS,
    about: 'which rules run; default recommended, or that of the configuration',
  },
  'no-baseline': { about: 'report known findings too' },
  'no-cache': { about: 'neither read nor write the cache' },
  'no-config': { about: 'ignore configurations' },
  'no-fold': { about: 'print each finding by itself, and not below the one that shows its cause' },
  'max-warnings': { value: 'N', about: 'exit with 1 when there are more warnings' },
  out: { value: 'FILE', about: 'write the findings to FILE instead of printing them' },
  renderer: {
    value: 'NAME',
    multiple: true,
    choices: RENDERER_NAMES,
    about: 'what renders the documents, over the configuration; default github',
  },
  rule: {
    value: 'ID=off|info|warn|error',
    multiple: true,
    about: 'what a rule is set to, over level and configuration',
  },
  since: {
    value: 'REV',
    about: 'report references that meant something else in REV; in a pull request its base is taken',
  },
  'no-since': { about: 'compare with no revision, in a pull request either' },
  'stdin-filename': {
    value: 'FILE',
    about: 'with "-": the document that the text on standard input stands for; only its findings are printed',
  },
  'update-baseline': { about: 'write the findings of this run as the baseline' },
  watch: { about: 'check again whenever a file changes' },
} as const satisfies OptionTable;

export const check = defineCommand({
  name: 'check',
  summary: 'Checks a folder of Markdown and prints the findings.',
  operands: '[DIR|FILE …|-]',
  options: OPTIONS,
  notes: [
    'The configuration is the nearest specgraph.config.{ts,mjs,js,json,yaml,yml}: in DIR, or above it up to the root of the repository. One in TypeScript or JavaScript is executed.',
  ],
  examples: [
    'specgraph check',
    'specgraph check docs --format github --max-warnings 0',
    'specgraph check docs README.md --exclude drafts/',
    'specgraph check --rule unlinked-document=off --fix',
    'specgraph check - --stdin-filename spec/03-name.md < edited.md',
  ],
  async run({ options, operands }, effects) {
    const request = await readRequest(options, operands, effects);
    return request.watch
      ? watch(await loadChecker(request, effects), request, effects)
      : checkOnce(request, effects);
  },
});

/** @throws UsageError where options contradict each other */
async function readRequest(
  options: OptionValues<typeof OPTIONS>,
  operands: string[],
  effects: Effects,
): Promise<CheckRequest> {
  const stdinFilename = options['stdin-filename'];
  const folders = operands.filter((operand) => operand !== '-');
  const folder =
    folders.length > 1 ? folders : (folders[0] ?? folderOfStdin(stdinFilename) ?? DEFAULT_FOLDER);
  const request: CheckRequest = {
    folder,
    format: (options.format ?? 'pretty') as ReportFormat,
    config: options['no-config'] ? false : options.config,
    contracts: options.contract,
    exclude: options.exclude,
    renderers: options.renderer as RendererName[] | undefined,
    stdinFilename,
    level: options.level as RuleLevel | undefined,
    settings: options.rule ? await readSettings(options.rule) : {},
    maxWarnings: readNumber('--max-warnings', options['max-warnings']),
    fix: options.fix ?? false,
    watch: options.watch ?? false,
    baseline:
      options.baseline ?? (options['no-baseline'] ? undefined : await baselineIn(folder, options, effects)),
    updateBaseline: options['update-baseline'] ?? false,
    isUnfolded: options['no-fold'] ?? false,
    out: options.out,
    since: options.since ?? (options['no-since'] ? undefined : await pullRequestBase(effects)),
    cache: !options['no-cache'] && stdinFilename === undefined,
  };
  if (options['no-config'] && options.config !== undefined)
    throw new UsageError('--config and --no-config contradict each other', 'keep one');
  if (options.since && options['no-since'])
    throw new UsageError('--since and --no-since contradict each other', 'keep one');
  if (request.updateBaseline && !request.baseline)
    throw new UsageError('--update-baseline needs the file', '--baseline FILE --update-baseline');
  // Writing such a file could itself be a change inside the watched folder.
  if (request.watch && (request.out || request.updateBaseline))
    throw new UsageError(`--watch prints; it takes no ${request.out ? '--out' : '--update-baseline'}`);
  rejectWrongStdin(request, operands.length - folders.length, folders);
  return request;
}

/** The baseline in a folder, which need not exist where it is to be written; undefined for several folders. */
async function baselineIn(
  folder: string | readonly string[],
  { 'update-baseline': isUpdated }: OptionValues<typeof OPTIONS>,
  effects: Effects,
): Promise<string | undefined> {
  if (typeof folder !== 'string') return undefined;
  const file = `${folder.replace(/\/+$/, '')}/${BASELINE_FILE}`.replace(/^\.\//, '');
  if (isUpdated) return file;
  return effects.readText(file).then(
    () => file,
    () => undefined,
  );
}

/** The folder of the document on standard input: its set, unless a configuration above it speaks of a larger one. */
function folderOfStdin(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  const slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
  return slash < 0 ? '.' : name.slice(0, slash) || '/';
}

function rejectWrongStdin(
  { stdinFilename, fix, watch, updateBaseline }: CheckRequest,
  dashes: number,
  folders: readonly string[],
): void {
  if (dashes === 0 && stdinFilename === undefined) return;
  if (stdinFilename === undefined)
    throw new UsageError(
      '"-" reads one document from standard input, whose name is needed',
      'check - --stdin-filename spec/03-name.md',
    );
  if (dashes === 0) throw new UsageError('--stdin-filename names the document on standard input', 'add "-"');
  if (dashes > 1) throw new UsageError('standard input is read once', 'keep one "-"');
  if (folders.length > 1)
    throw new UsageError('with "-" one folder can be named: the set that the document belongs to');
  if (!isDocument(stdinFilename))
    throw new UsageError(`--stdin-filename ${stdinFilename} is not the name of a Markdown document`);
  const wrong = fix ? '--fix' : watch ? '--watch' : updateBaseline ? '--update-baseline' : undefined;
  if (wrong) throw new UsageError(`"-" takes no ${wrong}`, 'save the document and name its file');
}

/** Parses `ID=off`, `ID=info`, `ID=warn` and `ID=error`. */
async function readSettings(given: readonly string[]): Promise<Record<string, RuleSetting>> {
  const [{ ALL_RULES }, { didYouMean }] = await Promise.all([
    import('../all-rules.ts'),
    import('#specgraph/text/did-you-mean'),
  ]);
  return Object.fromEntries(
    given.map((words) => {
      const [id, setting, ...more] = words.split('=');
      if (!ALL_RULES.some((rule) => rule.id === id)) {
        const meant = didYouMean(
          id,
          ALL_RULES.map((rule) => rule.id),
        );
        throw new UsageError(
          `--rule names "${id}", which is no rule`,
          meant ? `did you mean ${meant}? (specgraph rules lists all)` : 'specgraph rules lists all',
        );
      }
      if (more.length > 0 || !SETTINGS.includes(setting as RuleSetting))
        throw new UsageError(`--rule takes ID=off, ID=info, ID=warn or ID=error, not "${words}"`);
      return [id, setting as RuleSetting];
    }),
  );
}

// The modules of a check are loaded only when needed: a cached report is printed without them.
const loadChecker = async (request: CheckRequest, effects: Effects): Promise<Checker> =>
  (await import('../checker.ts')).createChecker(request, effects);
const loadCheckFolder = async () => (await import('../check-folder.ts')).checkFolder;

/** Checks once; uses the cache, since no earlier run in this process has read the documents. */
async function checkOnce(request: CheckRequest, effects: Effects): Promise<number> {
  const report = (await readFromCache(request, effects)) ?? (await runCheck(request, effects));
  return finishReport(report, request, effects);
}

/** Applies the baseline, prints the report and gives the exit status. */
async function finishReport(report: Report, request: CheckRequest, effects: Effects): Promise<number> {
  if (!request.baseline) return printReport(report, request, effects);
  const { applyBaseline, writeBaseline } = await import('../baseline.ts');
  if (!request.updateBaseline)
    return printReport(await applyBaseline(report, request.baseline, effects), request, effects);
  await writeBaseline(report, request.baseline, effects);
  effects.stdout.write(`${plural(report.findings.length, 'finding')} written to ${request.baseline}.\n`);
  return 0;
}

async function printReport(report: Report, request: CheckRequest, effects: Effects): Promise<number> {
  await writeReport(report, request, effects);
  return exitCode(report, request, effects);
}

async function readFromCache(request: CheckRequest, effects: Effects): Promise<Report | undefined> {
  if (!isCached(request)) return undefined;
  const start = effects.now();
  const stored = await effects.reportCache.read(cacheKey(request));
  return stored && fromStoredReport(stored, effects.now() - start);
}

async function runCheck(request: CheckRequest, effects: Effects): Promise<Report> {
  const [checker, checkFolder] = await Promise.all([loadChecker(request, effects), loadCheckFolder()]);
  const report = await checkFolder(checker, request.fix, effects);
  if (isCached(request)) effects.reportCache.write(cacheKey(request), toStoredReport(report));
  return report;
}

/** A report that depends on an earlier revision is not kept: its name may mean another commit next time. */
function isCached({ cache, fix, since }: CheckRequest): boolean {
  return cache && !fix && since === undefined;
}

/** The parts of a request that findings depend on. */
function cacheKey({ folder, config, contracts, exclude, renderers, level, settings }: CheckRequest): string {
  return JSON.stringify({ folder, config, contracts, exclude, renderers, level, settings });
}

async function writeReport(
  report: Report,
  { format, out, isUnfolded }: CheckRequest,
  effects: Effects,
): Promise<void> {
  const reporter = await REPORTERS[format]();
  const terminal = { ...(await terminalOptions(effects.stdout, effects)), isUnfolded };
  if (out === undefined) effects.stdout.write(reporter(report, terminal));
  else await effects.writeFile(out, reporter(report, { ...terminal, paint: NO_PAINT }));
}

function exitCode({ summary }: Report, { maxWarnings }: CheckRequest, effects: Effects): number {
  if (maxWarnings !== undefined && summary.warnings > maxWarnings) {
    effects.stderr.write(
      `specgraph: ${plural(summary.warnings, 'warning')}, --max-warnings allows ${maxWarnings}\n`,
    );
    return 1;
  }
  return summary.errors > 0 ? 1 : 0;
}

/** Checks after every change until the watching ends. A mistake of the user is printed, and the next change is awaited. */
async function watch(checker: Checker, request: CheckRequest, effects: Effects): Promise<number> {
  let code = await checkAndPrintMistakes(checker, request, effects);
  const paths = [...watchedPaths(request), ...(await configurationAbove(request, effects))];
  for await (const _ of effects.watch(paths)) {
    if (effects.stdout.isTTY && request.format === 'pretty')
      effects.stdout.write('\u001B[2J\u001B[3J\u001B[H');
    code = await checkAndPrintMistakes(checker, request, effects);
  }
  return code;
}

function watchedPaths({ folder, config, contracts }: CheckRequest): string[] {
  return [...[folder].flat(), ...(config ? [config] : []), ...(contracts ?? [])];
}

/** Where a configuration stands above the folder, or may stand later: outside of what is watched otherwise. */
async function configurationAbove(request: CheckRequest, { cwd }: Effects): Promise<string[]> {
  if (request.config !== undefined) return [];
  const { configurationPlaces } = await import('#specgraph/load');
  try {
    return configurationPlaces(request.folder, { cwd });
  } catch (error) {
    // The check has printed this mistake already.
    if (!(error instanceof UsageError)) throw error;
    return [];
  }
}

async function checkAndPrintMistakes(
  checker: Checker,
  request: CheckRequest,
  effects: Effects,
): Promise<number> {
  try {
    const checkFolder = await loadCheckFolder();
    return await finishReport(await checkFolder(checker, request.fix, effects), request, effects);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    effects.stderr.write(`specgraph: ${error.message}${error.hint ? `; ${error.hint}` : ''}\n`);
    return 2;
  }
}
