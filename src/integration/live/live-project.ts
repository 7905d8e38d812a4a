/** The current state of the project on disk. Only files that have changed are read again. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { PROFILES } from '#profiles';
import {
  checkGraph,
  createReader,
  evaluateContract,
  once,
  type GraphView,
  type Reader,
  type SiteConfig,
} from '#specgraph';
import { createKeptFiles, limitTime, loadProject, type Project } from '#specgraph/load';
import { gitIn } from '../../git/run-git.ts';
import { holdsCode } from '#specgraph/text/holds-code';
import { keptFacts } from '../kept-facts.ts';
import { findLinkedFile, type LinkedFiles } from '../linked-files.ts';
import { createRevisionComparison } from './compare-with-revision.ts';
import type { EarlierWork } from '../../payloads/earlier-work.ts';
import { readInteractions } from '../../site/builder/interaction-rules.ts';
import type { LiveProject, NotCompared, RevisionChanges, Snapshot } from '../../site/snapshot.ts';

/**
 * @param cwd directory of the project
 * @param folder the folder of the set, relative to it
 * @param options.config a configuration file, or false for none
 * @param options.site what the Astro project says of its site, over the configuration
 * @param options.linked is filled with the files that rendered documents refer to
 * @param options.earlier what earlier builds made
 */
export function liveProject(
  cwd: string,
  folder = 'spec',
  {
    config,
    site,
    linked = new Map(),
    earlier = () => undefined,
  }: {
    config?: string | false;
    site?: SiteConfig;
    linked?: LinkedFiles;
    earlier?: () => EarlierWork | undefined;
  } = {},
): LiveProject {
  let last: Snapshot | undefined;
  let pending: Promise<Snapshot> | undefined;
  let project: Project | undefined;
  /** All pages of a build show the same comparison. */
  let compared: Promise<RevisionChanges | NotCompared> | undefined;
  const kept = createKeptFiles();
  const readGraph = createGraphReader(earlier);
  const compare = createRevisionComparison(folder, gitIn(cwd), {
    named: process.env.SPEC_SINCE || undefined,
    read: readGraph,
    earlier,
  });
  const update = async (): Promise<Snapshot> => {
    // All pages of a build show the same state.
    if (last?.earlier) return last;
    const stamp = folderStamp(path.resolve(cwd, folder), filesOutsideFolder(last, cwd));
    if (last?.stamp === stamp) return last;
    try {
      project = withSite(
        await loadProject(folder, { cwd, kept, config, profiles: PROFILES, withoutHidden: true }),
        site,
      );
      const { corpus } = project;
      return snapshotOf(project, readGraph(project), {
        stamp,
        cwd,
        linkedFile: (url, from) => findLinkedFile(url, from, { corpus, cwd, linked }),
        ...builderRulesOf(project, last, cwd),
        earlier: earlier(),
      });
    } catch (error) {
      if (!last) throw error;
      return { ...last, stamp, trouble: (error as Error).message };
    }
  };
  return {
    async current() {
      // Concurrent requests share one reading.
      pending ??= update()
        .then((snapshot) => (last = snapshot))
        .finally(() => {
          pending = undefined;
        });
      return pending;
    },
    changesSinceRevision: async (snapshot) => {
      if (!project) return { reason: 'Nothing has been read yet.' };
      // In a server, a new tag counts at once.
      if (!snapshot.earlier) return compare(project, snapshot);
      return (compared ??= compare(project, snapshot));
    },
  };
}

/** The project with further settings of its site. */
function withSite(project: Project, site: SiteConfig | undefined): Project {
  if (!site) return project;
  return { ...project, config: { ...project.config, site: { ...project.config.site, ...site } } };
}

/** Keeps one reader as long as the configuration stays the same. */
function createGraphReader(earlier: () => EarlierWork | undefined): (project: Project) => GraphView {
  let current: { key: string; reader: Reader } | undefined;
  return ({ config, corpus }) => {
    const key = JSON.stringify(config);
    if (current?.key !== key) {
      const kept = holdsCode(config, PROFILES) ? undefined : keptFacts(earlier(), [key, corpus.root]);
      current = {
        key,
        reader: createReader(config, { isShown: true, earlier: kept, guard: limitTime(config) }),
      };
    }
    return current.reader.read(corpus);
  };
}

let lastRules: string | undefined;
/** What the builder shows while its rules have never been sound. */
const NO_RULES = 'situations: []\nrules: []\n';

/**
 * The text of the file with the rules of the context builder. Where it cannot be read or its rules are broken, only the
 * builder suffers: it keeps the rules that it had.
 */
function builderRulesOf(
  { config, corpus }: Project,
  last: Snapshot | undefined,
  cwd: string,
): Pick<Snapshot, 'builderRules' | 'trouble'> {
  const name = config.site?.builderRules;
  if (name === undefined) return {};
  const file = path.resolve(cwd, corpus.root, name);
  try {
    const text = readFileSync(file, 'utf8');
    // A file that is as it was before is valid still.
    if (text !== lastRules) readInteractions(text);
    lastRules = text;
    return { builderRules: text };
  } catch (error) {
    const reason = (error as Error).message.split('\n', 1)[0].replace(/:$/, '');
    return {
      builderRules: last?.builderRules ?? NO_RULES,
      trouble: `${path.relative(cwd, file).split(path.sep).join('/')}: ${reason}`,
    };
  }
}

/** The report and the contracts are computed when they are first needed: open pages learn of a change before it is checked. */
function snapshotOf(
  { contracts, reviews }: Project,
  graph: GraphView,
  more: Pick<Snapshot, 'stamp' | 'cwd' | 'builderRules' | 'linkedFile' | 'earlier' | 'trouble'>,
): Snapshot {
  const report = once(() => checkGraph(graph, { contracts, reviews }));
  const results = once(() => contracts.map((contract) => evaluateContract(contract, graph)));
  return {
    ...more,
    graph,
    get report() {
      return report();
    },
    get contracts() {
      return results();
    },
  };
}

/** The files outside the folder of the set that contracts name. */
export function filesOutsideFolder(snapshot: Pick<Snapshot, 'graph'> | undefined, cwd: string): string[] {
  return snapshot?.graph.others.map((file) => path.resolve(cwd, file.path)) ?? [];
}

/** A digest of the names, sizes and times of all files in a folder and of some files outside it. */
function folderStamp(folder: string, outside: readonly string[]): string {
  const inside = filesIn(folder);
  const states = [...inside, ...outside].map((file) => {
    const info = statSync(file, { throwIfNoEntry: false });
    return `${file} ${info?.size ?? 0} ${info?.mtimeMs ?? 0}`;
  });
  return createHash('sha1').update(states.sort().join('\n')).digest('hex');
}

/** All files in a folder; empty when it cannot be read. The reason is reported when the project is loaded. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
