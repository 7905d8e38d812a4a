/** The project as it stands on disk, read again only where something has changed. */
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
 * @param folder the set, relative to it
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
    // Worked out when they are asked for: an open page can be told of a change before the change is judged.
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
      // Requests that come together share one reading.
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

/** Files outside the folder that contracts name. */
export function filesOutsideFolder(snapshot: Pick<Snapshot, 'graph'> | undefined, cwd: string): string[] {
  return snapshot?.graph.others.map((file) => path.resolve(cwd, file.path)) ?? [];
}

/** Names, sizes and times of all files below a folder and of some beside it, as one short word. */
function folderStamp(folder: string, beside: readonly string[]): string {
  const inside = filesIn(folder);
  const states = [...inside, ...beside].map((file) => {
    const info = statSync(file, { throwIfNoEntry: false });
    return `${file} ${info?.size ?? 0} ${info?.mtimeMs ?? 0}`;
  });
  return createHash('sha1').update(states.sort().join('\n')).digest('hex');
}

/** None where the folder cannot be read: why is for the loading to say. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
