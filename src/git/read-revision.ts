/** A set of documents as it stood in a git revision, read from the object store: no checkout is touched. */
import {
  parseConfig,
  readContract,
  RULE_IDS,
  UsageError,
  type Contract,
  type SourceFile,
  type SpecConfig,
  type Tree,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import type { Git } from './run-git.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;
/** As in `load.ts`: folders that hold no documents. */
const SKIPPED_FOLDERS = /(?:^|\/)(?:node_modules|dist|\.git|\.astro|\.cache|\.venv)\//;

interface TreeEntry {
  /** Path from where git runs. */
  path: string;
  id: string;
}

/**
 * @param folder as the user wrote it, relative to where git runs
 * @param current the working tree: its configuration is used unless the revision holds one as JSON
 * @throws UsageError when the revision or the folder in it does not exist
 */
export async function readRevision(
  revision: string,
  folder: string,
  current: Project,
  git: Git,
): Promise<Project> {
  const commit = await resolveRevision(revision, git);
  const entries = await listTree(commit, git);
  const root = current.corpus.root;
  const prefix = root === '.' ? '' : `${root}/`;
  const inside = entries.filter((e) => e.path.startsWith(prefix));
  const documents = inside.filter((e) => MARKDOWN.test(e.path) && !SKIPPED_FOLDERS.test(e.path));
  if (documents.length === 0) throw new UsageError(`${folder} holds no Markdown documents in ${revision}`);
  const contractFiles = inside.filter((e) => /^contracts\/[^/]+\.ya?ml$/.test(e.path.slice(prefix.length)));
  const configFile = inside.find((e) => e.path === `${prefix}specgraph.config.json`);
  const texts = await readBlobs([...documents, ...contractFiles, ...(configFile ? [configFile] : [])], git);
  const source = (entry: TreeEntry): SourceFile => ({ path: entry.path, text: texts.get(entry.id)! });
  const contracts = contractFiles.flatMap((entry) => contractOf(source(entry)));
  const known = new Set(documents.map((e) => e.path));
  const named = new Set(
    contracts
      .flatMap((c) => [...c.artifacts, ...c.patterns, ...c.forbidden].map((e) => e.path))
      .filter((p) => !known.has(p)),
  );
  const others = entries.filter((e) => named.has(e.path));
  const otherTexts = await readBlobs(others, git);
  return {
    corpus: {
      root,
      repositoryRoot: current.corpus.repositoryRoot,
      problems: [],
      files: documents.map(source).toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      others: others.map((e) => ({ path: e.path, text: otherTexts.get(e.id)! })),
      tree: treeOf(entries),
    },
    config: configFile ? configOf(source(configFile), current) : current.config,
    contracts,
  };
}

async function resolveRevision(revision: string, git: Git): Promise<string> {
  try {
    // "--end-of-options" keeps a revision such as "--output=x" from being an option of git.
    const out = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return text(out).trim();
  } catch (error) {
    const { code } = ((error as Error).cause as { code?: string } | undefined) ?? {};
    if (code === 'ENOENT') throw new UsageError('git is not installed', 'diff reads revisions with it');
    const inside = await git(['rev-parse', '--git-dir']).then(
      () => true,
      () => false,
    );
    throw inside
      ? new UsageError(`git knows no revision ${revision}`)
      : new UsageError('this is not a git repository', 'run diff inside one');
  }
}

/** All files of a commit, by their paths from where git runs. */
async function listTree(commit: string, git: Git): Promise<TreeEntry[]> {
  const out = text(await git(['ls-tree', '-r', '-z', '--full-tree', commit]));
  const up = text(await git(['rev-parse', '--show-prefix'])).replace(/\r?\n$/, '');
  return out.split('\0').flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line);
    // 120000: a symbolic link, whose blob is the name of another file.
    return match && match[1] !== '120000' ? [{ id: match[2], path: relative(up, match[3]) }] : [];
  });
}

/** A path from the top of the repository, seen from the folder `from` ("a/b/", or "" at the top). */
function relative(from: string, path: string): string {
  if (path.startsWith(from)) return path.slice(from.length);
  const parts = from.split('/').slice(0, -1);
  const target = path.split('/');
  let common = 0;
  while (common < parts.length && parts[common] === target[common]) common++;
  return [...parts.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** Reads blobs in one run of git. */
async function readBlobs(entries: readonly TreeEntry[], git: Git): Promise<Map<string, string>> {
  const ids = [...new Set(entries.map((e) => e.id))];
  if (ids.length === 0) return new Map();
  const out = Buffer.from(await git(['cat-file', '--batch'], `${ids.join('\n')}\n`));
  const texts = new Map<string, string>();
  const decoder = new TextDecoder();
  for (let at = 0; at < out.length;) {
    const end = out.indexOf(10, at);
    const [id, , size] = out.toString('latin1', at, end).split(' ');
    const start = end + 1;
    texts.set(id, decoder.decode(out.subarray(start, start + Number(size))).replaceAll('\0', '\uFFFD'));
    at = start + Number(size) + 1;
  }
  return texts;
}

/** A contract that an old revision held in a form we do not read says nothing about it. */
function contractOf(file: SourceFile): Contract[] {
  try {
    return [readContract(file.path, file.text)];
  } catch (error) {
    if (error instanceof UsageError) return [];
    throw error;
  }
}

/** The current configuration may set rules that are not built in; the revision's may set the same. */
function configOf(file: SourceFile, current: Project): SpecConfig {
  const ruleIds = [...RULE_IDS, ...Object.keys(current.config.rules ?? {})];
  try {
    const parsed = parseConfig(JSON.parse(file.text), ruleIds);
    if ('config' in parsed) return parsed.config;
    throw new Error(parsed.faults[0]);
  } catch (error) {
    throw new UsageError(`${file.path} of that revision is not a configuration: ${(error as Error).message}`);
  }
}

function treeOf(entries: readonly TreeEntry[]): Tree {
  const kinds = new Map<string, 'file' | 'directory'>([['.', 'directory']]);
  for (const { path } of entries) {
    kinds.set(path, 'file');
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
      kinds.set(path.slice(0, slash), 'directory');
  }
  const lower = new Map([...kinds.keys()].map((path) => [path.toLowerCase(), path]));
  return {
    kind: (path) => kinds.get(path),
    otherCase: (path) => {
      const other = lower.get(path.toLowerCase());
      return other === path ? undefined : other;
    },
  };
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
