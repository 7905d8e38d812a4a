import { setImmediate } from 'node:timers/promises';
import {
  checkGraph,
  createReader,
  filesStillNumbered,
  type CheckOptions,
  type CheckReport,
  type GraphView,
  type Reader,
  type RuleLevel,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import type { RendererName } from '#specgraph/renderers';
import { UsageError } from '#specgraph/usage-error';
import { joinWords } from '#specgraph/text/lists';
import { countSeverities } from '#specgraph/text/severities';
import { followSince, readBase, type BaseRevision, type Followed } from './base-revision.ts';
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
  /** What renders the documents, over the configuration. */
  renderers?: RendererName[];
  /** The document that the text on standard input stands for. */
  stdinFilename?: string;
  level?: RuleLevel;
  settings?: Readonly<Record<string, RuleSetting>>;
  /** The revision that the set is compared with. */
  since?: string;
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
  let base: BaseRevision | undefined;
  const followedOf = new WeakMap<GraphView, Followed>();
  const readGraphOf = async (
    { corpus, config }: Project,
    onProgress: (done: number, total: number) => void = () => {},
  ): Promise<GraphView> => {
    // What is read from a document depends on the configuration: a new configuration needs a new reader.
    const key = JSON.stringify(config);
    if (current?.config !== key) {
      const { limitTime } = await import('#specgraph/load');
      current = { config: key, reader: createReader(config, { guard: limitTime(config) }) };
    }
    const { reader } = current;
    // The parser frees memory only when the event loop turns.
    await reader.prepare(corpus, (done, total) => {
      onProgress(done, total);
      return setImmediate();
    });
    return reader.read(corpus);
  };
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
        renderers: options.renderers,
      });
      if (replaced && !project.corpus.files.some(({ path }) => project.part?.includes(path)))
        effects.stderr.write(`specgraph: ${replaced.file} is excluded and was not checked\n`);

      if (!replaced) rejectEmptyProject(project, joinWords([options.folder].flat(), 'and'));
      if (options.since) base ??= await readBase(options.since, project, effects);
      return project;
    },
    async buildGraph(loaded, onProgress) {
      const read = await readGraphOf(loaded, onProgress);
      if (!base) return read;
      const files = filesStillNumbered(loaded.corpus.files, base.view, read);
      const project = files ? { ...loaded, corpus: { ...loaded.corpus, files } } : loaded;
      const view = files ? await readGraphOf(project) : read;
      const followed = await followSince(base, project, view, effects);
      if (followed.pointers.length === 0) return view;
      const viewFollowed = await readGraphOf({ ...project, config: followed.config });
      followedOf.set(viewFollowed, followed);
      return viewFollowed;
    },
    check(project, view) {
      const { level, settings } = options;
      const followed = followedOf.get(view);
      const report = checkGraph(view, {
        contracts: followed?.contracts ?? project.contracts,
        level,
        settings,
        reviews: project.reviews,
        since: base?.view,
        sinceName: options.since?.replace(/^([\da-f]{8})[\da-f]{32}$/, '$1'),
        movedPointers: followed?.pointers,
      });
      return project.part ? onlyWithin(project.part, report) : report;
    },
  };
}

/** Keeps only the findings in the named documents and folders. The other documents were read as context. */
function onlyWithin(part: readonly string[], report: CheckReport): CheckReport {
  const findings = report.findings.filter(({ file }) =>
    part.some((named) => file === named || file.startsWith(`${named}/`)),
  );
  return { ...report, findings, summary: { ...report.summary, ...countSeverities(findings) } };
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
