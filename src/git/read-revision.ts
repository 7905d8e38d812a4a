/** Reads a set of documents as it was in a git revision. The files come from the object store, so no checkout is changed. */
import {
  parseConfig,
  readContract,
  RULE_IDS,
  UsageError,
  type Contract,
  type ConfiguredProfile,
  type SourceFile,
  type SpecConfig,
  type Tree,
} from '#specgraph';
import type { Project } from '#specgraph/load';
import { isDocument } from '#specgraph/text/file-names';
import type { Git } from './run-git.ts';

/** Relative to the folder of the set. */
const CONTRACT = /^contracts\/[^/]+\.ya?ml$/;
/** Folders that hold no documents, as in `load.ts`. */
const SKIPPED_FOLDERS = /(?:^|\/)(?:node_modules|dist|\.git|\.astro|\.cache|\.venv)\//;

interface TreeEntry {
  /** Path relative to where git runs. */
  path: string;
  /** Id of the blob. */
  id: string;
}

/**
 * Reads the set as it was in a revision.
 * @param folder as the user wrote it, relative to where git runs
 * @param current the working tree; its configuration is used unless the revision holds one as JSON, and what it excludes is
 * left out
 * @throws UsageError when the revision does not exist, or holds no documents in the folder
 */
export async function readRevision(
  revision: string,
  folder: string,
  current: Project,
  git: Git,
): Promise<Project> {
  const entries = await listTree(await resolveRevision(revision, git), git);
  const { root, rootName, repositoryRoot } = current.corpus;
  const { documents, contractFiles, configFile } = findFiles(entries, root, current.isExcluded);
  if (documents.length === 0) throw new UsageError(`${folder} holds no Markdown documents in ${revision}`);
  const [files, contractSources, configSources] = await readSources(
    [documents, contractFiles, configFile ? [configFile] : []],
    git,
  );
  const contracts = contractSources.flatMap(contractOf);
  const [others] = await readSources([filesOfContracts(contracts, entries, documents)], git);
  return {
    corpus: {
      root,
      rootName,
      repositoryRoot,
      repository: current.corpus.repository,
      problems: [],
      files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      others,
      tree: treeOf(entries),
    },
    config: configSources.length > 0 ? configOf(configSources[0], current) : current.config,
    profiles: current.profiles,
    contracts,
    isExcluded: current.isExcluded,
  };
}

/** The documents, the contracts and the JSON configuration of the set. */
function findFiles(entries: readonly TreeEntry[], root: string, isExcluded: Project['isExcluded']) {
  const prefix = root === '.' ? '' : `${root}/`;
  const inside = entries.filter(({ path }) => path.startsWith(prefix));
  return {
    documents: inside.filter(
      ({ path }) => isDocument(path) && !SKIPPED_FOLDERS.test(path) && !isExcluded(path),
    ),
    contractFiles: inside.filter(({ path }) => CONTRACT.test(path.slice(prefix.length))),
    configFile: inside.find(({ path }) => path === `${prefix}specgraph.config.json`),
  };
}

/** The files that contracts name and that are not documents of the set. */
function filesOfContracts(
  contracts: readonly Contract[],
  entries: readonly TreeEntry[],
  documents: readonly TreeEntry[],
): TreeEntry[] {
  const known = new Set(documents.map(({ path }) => path));
  const named = new Set(
    contracts.flatMap(({ artifacts, patterns, forbidden }) =>
      [...artifacts, ...patterns, ...forbidden].map(({ path }) => path),
    ),
  );
  return entries.filter(({ path }) => named.has(path) && !known.has(path));
}

/** Reads several groups of files in one run of git. */
async function readSources(groups: readonly TreeEntry[][], git: Git): Promise<SourceFile[][]> {
  const texts = await readBlobs(groups.flat(), git);
  return groups.map((group) => group.map(({ path, id }) => ({ path, text: texts.get(id)! })));
}

/**
 * The commit from which the present branch and a revision have developed apart; the revision itself where they have no
 * commit in common.
 * @throws UsageError when the revision does not exist
 */
export async function mergeBase(revision: string, git: Git): Promise<string> {
  return (await commonCommit(revision, git)) ?? resolveRevision(revision, git);
}

/**
 * @returns the last commit that the present branch and a revision have in common; undefined where the clone has none
 * @throws UsageError when the revision does not exist
 */
export async function commonCommit(revision: string, git: Git): Promise<string | undefined> {
  const commit = await resolveRevision(revision, git);
  return git(['merge-base', commit, 'HEAD']).then(
    (out) => decodeText(out).trim(),
    () => undefined,
  );
}

/** @returns the text of a file in a revision; undefined where the revision lacks it */
export async function readFileAt(revision: string, path: string, git: Git): Promise<string | undefined> {
  return git(['cat-file', 'blob', `${revision}:./${path}`]).then(decodeText, () => undefined);
}

async function resolveRevision(revision: string, git: Git): Promise<string> {
  try {
    // "--end-of-options" prevents git from taking a revision such as "--output=x" as an option.
    const out = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`]);
    return decodeText(out).trim();
  } catch (error) {
    const { code } = ((error as Error).cause as { code?: string } | undefined) ?? {};
    if (code === 'ENOENT') throw new UsageError('git is not installed', 'earlier revisions are read with it');
    const inside = await git(['rev-parse', '--git-dir']).then(
      () => true,
      () => false,
    );
    throw inside
      ? new UsageError(`git knows no revision ${revision}`)
      : new UsageError('this is not a git repository', 'run the command inside one');
  }
}

/** All files of a commit, with paths relative to where git runs. */
async function listTree(commit: string, git: Git): Promise<TreeEntry[]> {
  const out = decodeText(await git(['ls-tree', '-r', '-z', '--full-tree', commit]));
  const up = decodeText(await git(['rev-parse', '--show-prefix'])).replace(/\r?\n$/, '');
  return out.split('\0').flatMap((line) => {
    const match = /^(\d+) blob ([0-9a-f]+)\t(.*)$/s.exec(line);
    // Mode 120000 is a symbolic link. Its blob holds the name of another file.
    return match && match[1] !== '120000' ? [{ id: match[2], path: relative(up, match[3]) }] : [];
  });
}

/** Makes a path from the top of the repository relative to the folder `from` ("a/b/", or "" at the top). */
function relative(from: string, path: string): string {
  if (path.startsWith(from)) return path.slice(from.length);
  const parts = from.split('/').slice(0, -1);
  const target = path.split('/');
  let common = 0;
  while (common < parts.length && parts[common] === target[common]) common++;
  return [...parts.slice(common).map(() => '..'), ...target.slice(common)].join('/');
}

/** Reads the contents of blobs in one run of git, by their ids. */
async function readBlobs(entries: readonly TreeEntry[], git: Git): Promise<Map<string, string>> {
  const ids = [...new Set(entries.map(({ id }) => id))];
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

/** An old revision may hold a contract in a form that cannot be read; it is left out. */
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
    const parsed = parseConfig(JSON.parse(file.text), ruleIds, profilesOf(current));
    if ('config' in parsed) return parsed.config;
    throw new Error(parsed.faults[0]);
  } catch (error) {
    throw new UsageError(`${file.path} of that revision is not a configuration: ${(error as Error).message}`);
  }
}

/** Those that the program knows and those that the current configuration imports. */
function profilesOf({ profiles = [], config }: Project): ConfiguredProfile[] {
  return [...profiles, ...(config.profiles ?? [])];
}

function treeOf(entries: readonly TreeEntry[]): Tree {
  const kinds = new Map<string, 'file' | 'directory'>([['.', 'directory']]);
  for (const { path } of entries) {
    kinds.set(path, 'file');
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1))
      kinds.set(path.slice(0, slash), 'directory');
  }
  const lower = Map.groupBy(kinds.keys(), (path) => path.toLowerCase());
  return {
    kind: (path) => kinds.get(path),
    otherCases: (path) => (lower.get(path.toLowerCase()) ?? []).filter((other) => other !== path),
  };
}

function decodeText(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
