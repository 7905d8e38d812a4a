/** Creates a snapshot of documents that a test defines, as the site reads it from disk. */
import { checkGraph, evaluateContract, readContract } from '#specgraph';
import type { Snapshot } from '../../src/site/snapshot.ts';
import { viewOfFiles } from './view-of.ts';

let count = 0;

/** @param files documents, contracts and `spec/specgraph.config.json` by path relative to the project */
export function snapshotOf(files: Record<string, string>): Snapshot {
  const graph = viewOfFiles(files);
  const contracts = Object.keys(files)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => readContract(name, files[name]));
  return {
    graph,
    report: checkGraph(graph, { contracts }),
    contracts: contracts.map((contract) => evaluateContract(contract, graph)),
    cwd: '/project',
    linkedFile: () => undefined,
    stamp: `snapshot ${++count}`,
  };
}
