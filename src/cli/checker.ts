import { setImmediate } from 'node:timers/promises';
import {
  checkGraph,
  createReader,
  type CheckOptions,
  type CheckReport,
  type GraphView,
  type Reader,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import { UsageError } from '#specgraph/usage-error';
import type { Effects } from './effects.ts';

/** What a rule can be set to. */
export type RuleLevel = NonNullable<CheckOptions['levels']>[string];

export interface SessionOptions {
  folder: string;
  config?: string;
  contracts?: string[];
  levels?: Readonly<Record<string, RuleLevel>>;
}

/** Reads and checks the same folder again and again; documents that have not changed are not parsed anew. */
export interface Session {
  /**
   * Reads the files as they are now.
   * @throws UsageError when there is nothing to check
   */
  load(): Promise<Project>;
  /**
   * Builds the graph of a project.
   * @param tell is told now and then how many documents of how many are read
   */
  read(project: Project, tell?: (done: number, total: number) => void): Promise<GraphView>;
  check(project: Project, view: GraphView): CheckReport;
}

export function createSession(options: SessionOptions, effects: Effects): Session {
  let reader: { config: string; run: Reader } | undefined;
  return {
    async load() {
      const project = await effects.load(options.folder, {
        config: options.config,
        contracts: options.contracts,
      });
      refuseNothing(project, options.folder);
      return project;
    },
    async read(project, tell = () => {}) {
      // Facts depend on the configuration: another one begins anew.
      const config = JSON.stringify(project.config);
      if (reader?.config !== config) reader = { config, run: createReader(project.config) };
      // The parser gives memory back only when the event loop turns.
      await reader.run.prepare(project.corpus, (done, total) => {
        tell(done, total);
        return setImmediate();
      });
      return reader.run.read(project.corpus);
    },
    check: (project, view) => checkGraph(view, { contracts: project.contracts, levels: options.levels }),
  };
}

/** Where no document at all could be read nothing was checked, and silence would be a lie. */
export function refuseNothing({ corpus }: Project, folder: string): void {
  if (corpus.files.length > 0) return;
  const problem = corpus.problems.find((p) => p.kind === 'unreadable');
  if (problem)
    throw new UsageError(
      `no document in ${folder} could be read: ${problem.path}: ${problem.message.replace(/\.$/, '')}`,
    );
  throw new UsageError(`no Markdown documents in ${folder}`, 'name a folder that holds *.md files');
}

/** Reads a folder once, as the commands that ask questions do. */
export async function readView(
  options: SessionOptions,
  effects: Effects,
): Promise<{ project: Project; view: GraphView }> {
  const session = createSession(options, effects);
  const project = await session.load();
  return { project, view: await session.read(project) };
}
