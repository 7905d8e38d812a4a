import {
  filesStillNumbered,
  NO_CONFIG,
  parseConfig,
  readGraph,
  RULE_IDS,
  type Corpus,
  type GraphView,
  type SpecConfig,
} from '#specgraph';
import { PROFILES } from '#profiles';

/**
 * The graph of a few files in memory: Markdown is read as documents, other files only by contracts,
 * "spec/specgraph.config.json" is the configuration.
 * @param options.since the earlier revision that the graph will be compared with
 */
export function viewOfFiles(
  files: Record<string, string>,
  root = 'spec',
  { isShown, since }: { isShown?: boolean; since?: GraphView } = {},
): GraphView {
  const text = files[`${root}/specgraph.config.json`];
  const documents = Object.keys(files)
    .filter((file) => file.endsWith('.md'))
    .sort();
  const others = Object.keys(files).filter((file) => !/\.(?:md|json|ya?ml)$/.test(file));
  const names = new Set(Object.keys(files));
  const corpus: Corpus = {
    root,
    repositoryRoot: '.',
    problems: [],
    files: documents.map((path) => ({ path, text: files[path] })),
    others: others.map((path) => ({ path, text: files[path] })),
    tree: { kind: (path) => (names.has(path) ? 'file' : undefined), otherCases: () => [] },
  };
  const config = text ? configOf(text) : NO_CONFIG;
  const view = readGraph(corpus, config, { isShown });
  const numbered = since && filesStillNumbered(corpus.files, since, view);
  return numbered ? readGraph({ ...corpus, files: numbered }, config, { isShown }) : view;
}

function configOf(text: string): SpecConfig {
  const parsed = parseConfig(JSON.parse(text), RULE_IDS, PROFILES);
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '));
  return parsed.config;
}
