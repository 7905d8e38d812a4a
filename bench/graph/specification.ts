/** Makes a specification many times the size of this one: copies of it as parts, with names of their own and links to other parts. */
import { loadProject } from '#specgraph/load';
import { readGraph, type Corpus, type GraphView, type SourceFile, type SpecConfig } from '#specgraph';

/** One link to another document in this many leads to another part. */
const AWAY_EVERY = 12;

/** @param root the project's folder */
export async function enlargedGraph(root: string, parts: number): Promise<GraphView> {
  const { corpus, config } = await loadProject('spec', { cwd: root });
  if (parts === 1) return readGraph(corpus, config);
  const names = readGraph(corpus, config)
    .nodes.filter((node) => node.kind === 'variable')
    .map(({ name }) => name);
  const files = Array.from({ length: parts }, (_, part) => partOf(corpus.files, part, parts, names)).flat();
  return readGraph(inMemory(corpus, files), enlargedConfig(config, parts));
}

function inMemory(corpus: Corpus, files: SourceFile[]): Corpus {
  const known = new Set(files.flatMap(({ path }) => [path, path.slice(0, path.lastIndexOf('/'))]));
  return {
    ...corpus,
    files,
    others: [],
    problems: [],
    tree: {
      kind: (path) => (known.has(path) ? (path.endsWith('.md') ? 'file' : 'directory') : undefined),
      otherCases: () => [],
    },
  };
}

function partOf(
  files: readonly SourceFile[],
  part: number,
  parts: number,
  names: readonly string[],
): SourceFile[] {
  const own = new Map(names.map((name) => [name, name.replace('_', `_P${part}_`)]));
  let links = 0;
  const link = (number: string, rest: string): string => {
    if (++links % AWAY_EVERY !== 0) return `](${part}${number}-${rest}.md`;
    // Most lead to a neighbour, some to the first part, on which the others build.
    const other = links % (5 * AWAY_EVERY) === 0 ? 0 : (part + (links % 2 ? 1 : parts - 1)) % parts;
    return `](../${folderOf(other)}/${other}${number}-${rest}.md`;
  };
  return files.map(({ path, text }) => ({
    path: `spec/${folderOf(part)}/${part}${path.slice(path.lastIndexOf('/') + 1)}`,
    text: text
      .replace(/\]\((\d\d)-([a-z0-9-]+)\.md/g, (_, number: string, rest: string) => link(number, rest))
      .replace(/\bspec\/(\d\d)/g, `spec/${part}$1`)
      .replace(/\b(APPL|ORCH|ML|OBS|EDGE)-(\d\d)\b/g, `$1-${part}$2`)
      .replace(/\b[A-Z]+_[A-Z0-9_]+\b/g, (name) => own.get(name) ?? name),
  }));
}

function folderOf(part: number): string {
  return `part-${String(part).padStart(3, '0')}`;
}

/** The configuration that names the kinds of nodes, without counts and wordings, which only rules need. */
function enlargedConfig(config: SpecConfig, parts: number): SpecConfig {
  const each = <T>(make: (part: number) => T[]): T[] =>
    Array.from({ length: parts }, (_, part) => make(part)).flat();
  return {
    documentNumber: String.raw`^(\d+)-`,
    documentPrefix: config.documentPrefix,
    names: config.names,
    phases: config.phases,
    variables: {
      definitions: each((part) =>
        config.variables!.definitions.map((table) => ({ ...table, document: `${part}${table.document}` })),
      ),
      countedOnce: [],
      facets: { userInput: [], validation: [], interaction: [], matrix: [], appliance: [] },
      exempt: [],
      overrides: [],
    },
    requirements: each((part) =>
      config.requirements!.map(({ id, title }) => ({ id: id.replace('-', `-${part}`), title })),
    ),
  };
}
