/** The project as it stands on disk, read again only where something has changed. */
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkGraph, createReader, evaluateContract, type CheckReport, type ContractResult, type GraphView, type Reader, type SpecConfig } from '#specgraph';
import { loadProject } from '#specgraph/load';

export interface Snapshot {
  graph: GraphView;
  report: CheckReport;
  contracts: ContractResult[];
  /** Changes when any file of the set changes. */
  stamp: string;
  /** Why the last save could not be read, where this is the state before it. */
  trouble?: string;
}

export interface LiveProject {
  /**
   * The current state; cheap when nothing changed since the last call. When a save cannot be read (a broken
   * configuration or contract), the state before it, with `trouble`.
   * @throws {UsageError} when there is no state before it
   */
  current(): Promise<Snapshot>;
}

/**
 * @param cwd directory of the project
 * @param folder the set, relative to it
 */
export function liveProject(cwd: string, folder = 'spec'): LiveProject {
  let last: Snapshot | undefined;
  let pending: Promise<Snapshot> | undefined;
  let reader: { key: string; reader: Reader } | undefined;
  const readerFor = (config: SpecConfig): Reader => {
    const key = JSON.stringify(config);
    if (reader?.key !== key) reader = { key, reader: createReader(config) };
    return reader.reader;
  };
  const read = async (stamp: string): Promise<Snapshot> => {
    const { corpus, config, contracts } = await loadProject(folder, { cwd });
    const graph = readerFor(config).read(corpus);
    return {
      graph, stamp,
      report: checkGraph(graph, { contracts }),
      contracts: contracts.map((contract) => evaluateContract(contract, graph)),
    };
  };
  return {
    async current() {
      // Requests that come together share one reading.
      pending ??= (async () => {
        const stamp = stampOf(path.join(cwd, folder));
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
  };
}

/** Names, sizes and times of all files below a folder. */
function stampOf(folder: string): string {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = path.join(entry.parentPath, entry.name);
      const info = statSync(file, { throwIfNoEntry: false });
      return `${file} ${info?.size ?? 0} ${info?.mtimeMs ?? 0}`;
    })
    .sort()
    .join('\n');
}
