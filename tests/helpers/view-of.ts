import { NO_CONFIG, parseConfig, readGraph, RULE_IDS, type GraphView, type SpecConfig } from '#specgraph';
import { PROFILES } from '#profiles';

/** The graph of a few files in memory: Markdown is read as documents, other files only by contracts, "spec/specgraph.config.json" is the configuration. */
export function viewOfFiles(
  files: Record<string, string>,
  root = 'spec',
  options?: { isShown?: boolean },
): GraphView {
  const text = files[`${root}/specgraph.config.json`];
  const documents = Object.keys(files)
    .filter((file) => file.endsWith('.md'))
    .sort();
  const others = Object.keys(files).filter((file) => !/\.(?:md|json|ya?ml)$/.test(file));
  const names = new Set(Object.keys(files));
  return readGraph(
    {
      root,
      repositoryRoot: '.',
      problems: [],
      files: documents.map((path) => ({ path, text: files[path] })),
      others: others.map((path) => ({ path, text: files[path] })),
      tree: { kind: (path) => (names.has(path) ? 'file' : undefined), otherCases: () => [] },
    },
    text ? configOf(text) : NO_CONFIG,
    options,
  );
}

function configOf(text: string): SpecConfig {
  const parsed = parseConfig(JSON.parse(text), RULE_IDS, PROFILES);
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '));
  return parsed.config;
}
