import { NO_CONFIG, parseConfig, readGraph, type GraphView, type SpecConfig } from '#specgraph';

/** The graph of a few files in memory; "spec/specgraph.config.json" among them is their configuration. */
export function viewOfFiles(files: Record<string, string>, root = 'spec'): GraphView {
  const text = files[`${root}/specgraph.config.json`];
  const documents = Object.keys(files).filter((file) => file.endsWith('.md')).sort();
  const names = new Set(Object.keys(files));
  return readGraph({
    root, repositoryRoot: '.', others: [], problems: [],
    files: documents.map((path) => ({ path, text: files[path] })),
    tree: { kind: (path) => (names.has(path) ? 'file' : undefined), otherCase: () => undefined },
  }, text ? configOf(text) : NO_CONFIG);
}

function configOf(text: string): SpecConfig {
  const parsed = parseConfig(JSON.parse(text));
  if ('faults' in parsed) throw new Error(parsed.faults.join('; '));
  return parsed.config;
}
