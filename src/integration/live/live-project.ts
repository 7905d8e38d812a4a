/** The current state of the project on disk. Only files that have changed are read again. */
import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkGraph, createReader, evaluateContract, once, type Reader, type SpecConfig } from '#specgraph';
import { keepFiles, loadProject, type Project } from '#specgraph/load';
import { gitIn } from '../../git/run-git.ts';
import { createRevisionComparison } from './compare-with-revision.ts';
import type { LiveProject, Snapshot } from '../../site/snapshot.ts';

/**
 * @param cwd directory of the project
 * @param folder the folder of the set, relative to it
 */
export function liveProject(cwd: string, folder = 'spec'): LiveProject {
  let last: Snapshot | undefined;
  let pending: Promise<Snapshot> | undefined;
  let reader: { key: string; reader: Reader } | undefined;
  const kept = keepFiles();
  const compare = createRevisionComparison(folder, gitIn(cwd), process.env.SPEC_SINCE || undefined);
  let project: Project | undefined;
  const readerFor = (config: SpecConfig): Reader => {
    const key = JSON.stringify(config);
    if (reader?.key !== key) reader = { key, reader: createReader(config) };
    return reader.reader;
  };
  const read = async (stamp: string): Promise<Snapshot> => {
    project = await loadProject(folder, { cwd, kept });
    const { corpus, config, contracts } = project;
    const graph = readerFor(config).read(corpus);
    const report = once(() => checkGraph(graph, { contracts }));
    const results = once(() => contracts.map((contract) => evaluateContract(contract, graph)));
    // Computed when they are first needed: open pages learn of a change before it is checked.
    return {
      graph,
      stamp,
      get report() {
        return report();
      },
      get contracts() {
        return results();
      },
    };
  };
  return {
    async current() {
      // Concurrent requests share one reading.
      pending ??= (async () => {
        const stamp = folderStamp(path.join(cwd, folder), filesOutsideFolder(last, cwd));
        if (last?.stamp !== stamp) {
          last = await read(stamp).catch((error: Error) => {
            if (!last) throw error;
            return { ...last, stamp, trouble: error.message };
          });
        }
        return last;
      })().finally(() => {
        pending = undefined;
      });
      return pending;
    },
    changesSinceRevision: async (snapshot) =>
      project ? compare(project, snapshot) : { reason: 'Nothing has been read yet.' },
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
