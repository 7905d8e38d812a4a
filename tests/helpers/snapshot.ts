/** A snapshot of documents that stand in a test, as the site would take it from disk. */
import { checkGraph, NO_CONFIG, parseConfig, readContract, readGraph, evaluateContract, type Corpus, type SpecConfig } from '#specgraph';
import type { Snapshot } from '../../src/site/graph.ts';

let taken = 0;

/** @param files documents, contracts and `spec/specgraph.config.json` by path from the project */
export function snapshotOf(files: Record<string, string>): Snapshot {
  const names = Object.keys(files);
  const documents = names.filter((name) => name.endsWith('.md'));
  const corpus: Corpus = {
    root: 'spec', repositoryRoot: '.', others: [], problems: [],
    files: documents.map((path) => ({ path, text: files[path] })),
    tree: {
      kind: (path) => (names.includes(path) ? 'file' : names.some((name) => name.startsWith(`${path}/`)) ? 'directory' : undefined),
      otherCase: (path) => names.find((name) => name !== path && name.toLowerCase() === path.toLowerCase()),
    },
  };
  const contracts = names.filter((name) => name.endsWith('.yaml')).map((name) => readContract(name, files[name]));
  const graph = readGraph(corpus, configOf(files['spec/specgraph.config.json']));
  return {
    graph, report: checkGraph(graph, { contracts }),
    contracts: contracts.map((contract) => evaluateContract(contract, graph)),
    stamp: `snapshot ${++taken}`,
  };
}

function configOf(text: string | undefined): SpecConfig {
  if (text === undefined) return NO_CONFIG;
  const parsed = parseConfig(JSON.parse(text));
  if ('config' in parsed) return parsed.config;
  throw new Error(parsed.faults[0]);
}
