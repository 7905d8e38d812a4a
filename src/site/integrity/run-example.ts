/** Runs the engine on the example documents of a page, so that the page shows the checker's real results. */
import ignore from 'ignore';
import { PROFILES } from '#profiles';
import {
  checkGraph,
  evaluateContract,
  NO_CONFIG,
  parseConfig,
  readContract,
  readGraph,
  RULE_IDS,
  type Contract,
  type ContractResult,
  type Corpus,
  type Finding,
  type GraphView,
  type Tree,
} from '#specgraph';

export type ExampleFiles = Readonly<Record<string, string>>;

export interface ExampleRun {
  graph: GraphView;
  findings: Finding[];
  contracts: ContractResult[];
}

const BEFORE = 'before/';
const CONFIG = /(?:^|\/)specgraph\.config\.json$/;
const CONTRACT = /\/contracts\/[^/]+\.ya?ml$/;

/**
 * @param files texts by path; the first folder of the first path is the set; files below "before/" are the set in the
 *   revision that the check compares with
 * @param grammars parsers of code; code of other languages is not judged
 * @throws when a configuration or a contract among them cannot be read
 */
export function runExample(files: ExampleFiles, grammars?: Corpus['grammars']): ExampleRun {
  const { before, present } = Object.groupBy(Object.entries(files), ([name]) =>
    name.startsWith(BEFORE) ? 'before' : 'present',
  );
  const { graph, contracts } = readExample(Object.fromEntries(present ?? []), grammars);
  const since =
    before &&
    readExample(Object.fromEntries(before.map(([name, text]) => [name.slice(BEFORE.length), text]))).graph;
  return {
    graph,
    contracts: contracts.map((contract) => evaluateContract(contract, graph)),
    findings: checkGraph(graph, { contracts, since }).findings,
  };
}

function readExample(
  files: ExampleFiles,
  grammars?: Corpus['grammars'],
): { graph: GraphView; contracts: Contract[] } {
  const names = Object.keys(files);
  const root = names[0].split('/')[0];
  const config = names.find((name) => CONFIG.test(name));
  const parsed =
    config === undefined ? { config: NO_CONFIG } : parseConfig(JSON.parse(files[config]), RULE_IDS, PROFILES);
  if ('faults' in parsed) throw new Error(`${config}: ${parsed.faults.join('; ')}`);
  const isDocument = (name: string): boolean =>
    name.endsWith('.md') && name.startsWith(`${root}/`) && !name.includes('/contracts/');
  const sources = names.toSorted().map((path) => ({ path, text: files[path] }));
  const contracts = sources
    .filter(({ path }) => CONTRACT.test(path))
    .map(({ path, text }) => readContract(path, text));
  const graph = readGraph(
    {
      root,
      repositoryRoot: '.',
      problems: [],
      tree: treeOf(names, files),
      files: sources.filter(({ path }) => isDocument(path)),
      others: sources.filter(({ path }) => !isDocument(path)),
      grammars,
    },
    parsed.config,
  );
  return { graph, contracts };
}

/** A tree with the files and their folders; what their `.gitignore` files name is ignored. */
function treeOf(names: readonly string[], files: ExampleFiles): Tree {
  const ignored = names
    .filter((name) => name.endsWith('/.gitignore'))
    .map((name) => ({ folder: name.slice(0, -'.gitignore'.length), matcher: ignore().add(files[name]) }));
  const folders = names.flatMap((name) =>
    name
      .split('/')
      .slice(0, -1)
      .map((_, index, parts) => parts.slice(0, index + 1).join('/')),
  );
  const kinds = new Map<string, 'file' | 'directory'>([
    ...folders.map((name) => [name, 'directory'] as const),
    ...names.map((name) => [name, 'file'] as const),
    ['.', 'directory'],
  ]);
  return {
    isIgnored: (path) =>
      ignored.some(
        ({ folder, matcher }) =>
          path.startsWith(folder) && path !== folder && matcher.ignores(path.slice(folder.length)),
      ),
    kind: (path) => kinds.get(path.replace(/\/$/, '')),
    otherCases: (path) =>
      [...kinds.keys()].filter((known) => known !== path && known.toLowerCase() === path.toLowerCase()),
  };
}
