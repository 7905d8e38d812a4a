import { setImmediate } from 'node:timers/promises';
import {
  checkGraph,
  createReader,
  type CheckOptions,
  type CheckReport,
  type GraphView,
  type Reader,
  type RuleLevel,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import { UsageError } from '#specgraph/usage-error';
import { joinWords } from '#specgraph/text/lists';
import type { Effects } from './effects.ts';

/** What a rule can be set to. */
export type RuleSetting = NonNullable<CheckOptions['settings']>[string];

export interface CheckerOptions {
  /** A folder, or several folders and documents. */
  folder: string | readonly string[];
  /** A configuration file, or false for none; the nearest one unless given. */
  config?: string | false;
  contracts?: string[];
  exclude?: string[];
  /** The document that the text on standard input stands for. */
  stdinFilename?: string;
  level?: RuleLevel;
  settings?: Readonly<Record<string, RuleSetting>>;
}

/** Checks one folder, once or repeatedly. A document that has not changed is not parsed again. */
export interface Checker {
  /**
   * Reads the files from disk.
   * @throws UsageError when there is nothing to check
   */
  loadProject(): Promise<Project>;
  /**
   * Builds the graph of a project.
   * @param onProgress is called repeatedly with the number of documents that are read
   */
  buildGraph(project: Project, onProgress?: (done: number, total: number) => void): Promise<GraphView>;
  check(project: Project, view: GraphView): CheckReport;
}

export function createChecker(options: CheckerOptions, effects: Effects): Checker {
  let current: { config: string; reader: Reader } | undefined;
  return {
    async loadProject() {
      const { stdinFilename } = options;
      const replaced =
        stdinFilename === undefined ? undefined : { file: stdinFilename, text: await effects.readStdin() };
      const project = await effects.load(options.folder, {
        config: options.config,
        contracts: options.contracts,
        exclude: options.exclude,
        replaced,
      });
      if (replaced && !project.corpus.files.some(({ path }) => project.part?.includes(path)))
        effects.stderr.write(`specgraph: ${replaced.file} is excluded and was not checked\n`);

      if (!replaced) rejectEmptyProject(project, joinWords([options.folder].flat(), 'and'));
      return project;
    },
    async buildGraph(project, onProgress = () => {}) {
      // What is read from a document depends on the configuration: a new configuration needs a new reader.
      const config = JSON.stringify(project.config);
      if (current?.config !== config) current = { config, reader: createReader(project.config) };
      const { reader } = current;
      // The parser frees memory only when the event loop turns.
      await reader.prepare(project.corpus, (done, total) => {
        onProgress(done, total);
        return setImmediate();
      });
      return reader.read(project.corpus);
    },
    check(project, view) {
      const { level, settings } = options;
      const report = checkGraph(view, { contracts: project.contracts, level, settings });
      return project.part ? onlyWithin(project.part, report) : report;
    },
  };
}

/** Keeps only the findings in the named documents and folders. The other documents were read as context. */
function onlyWithin(part: readonly string[], report: CheckReport): CheckReport {
  const findings = report.findings.filter(({ file }) =>
    part.some((named) => file === named || file.startsWith(`${named}/`)),
  );
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  return { ...report, findings, summary: { ...report.summary, errors, warnings: findings.length - errors } };
}

/** A folder without a readable document must not look like a folder without findings. */
function rejectEmptyProject({ corpus }: Project, folder: string): void {
  if (corpus.files.length > 0) return;
  const problem = corpus.problems.find(({ kind }) => kind === 'unreadable');
  if (problem)
    throw new UsageError(
      `no document in ${folder} could be read: ${problem.path}: ${problem.message.replace(/\.$/, '')}`,
    );
  throw new UsageError(`no Markdown documents in ${folder}`, 'name a folder that holds *.md files');
}

/** Reads a folder once and gives its graph, for the commands that query it. */
export async function loadGraph(options: CheckerOptions, effects: Effects): Promise<GraphView> {
  const checker = createChecker(options, effects);
  return checker.buildGraph(await checker.loadProject());
}
