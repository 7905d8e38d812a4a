/** Loads a folder as a project: its documents, its configuration and its contracts. */
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { NO_CONFIG, parseConfig, type SpecConfig } from './config.ts';
import { readContract } from './contracts/read.ts';
import { DISK, type Disk, type Entry, type Kind } from './disk.ts';
import { createExclusion, readIgnored, type IsIgnored } from './ignored-files.ts';
import type { Contract, Corpus, ReadProblem, SourceFile, Tree } from './model/index.ts';
import { repositoryAddress } from './repository-address.ts';
import { isWithin } from './resolve/paths.ts';
import { RULES, type Rule } from './rules/index.ts';
import { UsageError } from './usage-error.ts';

/** A set of documents with everything that is needed to build and check its graph. */
export interface Project {
  corpus: Corpus;
  config: SpecConfig;
  /** The configuration file, where there is one. */
  configFile?: string;
  contracts: Contract[];
  /** The documents and folders that the user named, where they are a part of the set that the configuration speaks of. */
  part?: string[];
}

export interface LoadOptions {
  /** Directory that paths are shown relative to; absolute. */
  cwd: string;
  /** A configuration file instead of the one found in the folder. */
  config?: string;
  /** Contract files besides those found under `contracts/`. */
  contracts?: string[];
  /** Patterns of documents to leave out, as in `.gitignore`; relative to `cwd`. Those of the configuration count too. */
  exclude?: readonly string[];
  /** The rules that the configuration may set: the built-in ones unless given. As in `checkGraph`. */
  rules?: readonly Pick<Rule, 'id'>[];
  /** Where files are read from; the real one unless given. */
  disk?: Disk;
  /** Files of an earlier load. A file that has not changed since is not read again. */
  kept?: KeptFiles;
}

/** The content of each file by absolute path, with the state of the file at that time. */
export interface KeptFiles {
  sources: Map<string, { state: string; source: SourceFile; problems: ReadProblem[] }>;
  contracts: Map<string, { text: string; contract: Contract }>;
}

export function createKeptFiles(): KeptFiles {
  return { sources: new Map(), contracts: new Map() };
}

/** How files are read: from which disk, with paths relative to which folder, and which ones are known already. */
type Reading = Pick<LoadOptions, 'cwd' | 'kept'> & { disk: Disk };

/** Larger files are reported and not read. */
const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Names of folders that contain no documents of the project. */
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.hg', '.svn', 'dist', '.astro', '.cache', '.venv']);
const MARKDOWN = /\.(?:md|markdown)$/i;
const CONFIG_NAMES = [
  'specgraph.config.ts',
  'specgraph.config.mjs',
  'specgraph.config.js',
  'specgraph.config.json',
];

/**
 * Reads a folder of Markdown with its configuration and contracts.
 * @param named a folder, or several folders and documents, as the user wrote them: relative to `options.cwd` or absolute.
 * The root of several is the folder that holds them all. Only they are read, unless a configuration speaks of the whole
 * folder: what it says can be checked on the whole set only, and the named ones are a part of it.
 * @throws UsageError when the folder, a named file or the configuration cannot be used
 */
export async function loadProject(named: string | readonly string[], options: LoadOptions): Promise<Project> {
  const { cwd, disk = DISK } = options;
  const starts = [named].flat().map((name) => startAt(name, cwd, disk));
  const absolute = starts
    .map(({ file, kind }) => (kind === 'directory' ? file : path.dirname(file)))
    .reduce(commonFolder);
  const configFile = findConfig(absolute, options, disk);
  const config = configFile ? await loadConfig(configFile, options, disk) : NO_CONFIG;
  const isExcluded = createExclusion([
    { folder: cwd, lines: options.exclude ?? [] },
    { folder: configFile ? path.dirname(configFile) : absolute, lines: config.exclude ?? [] },
  ]);
  const isPart = configFile !== undefined && starts.some(({ file }) => file !== absolute);
  const read: Start[] = isPart ? [{ file: absolute, kind: 'directory' }, ...starts] : starts;
  const [corpus, contracts] = await Promise.all([
    loadCorpus(absolute, read, isExcluded, config, { cwd, disk, kept: options.kept }),
    loadContracts(absolute, options, disk),
  ]);
  corpus.others = await loadOthers(contracts, corpus, { cwd, disk, kept: options.kept });
  return {
    corpus,
    config,
    configFile: configFile && displayPath(cwd, configFile),
    contracts,
    part: isPart ? starts.map(({ file }) => displayPath(cwd, file)) : undefined,
  };
}

/** A folder or a document that the user named. */
interface Start {
  file: string;
  kind: Kind;
}

function startAt(name: string, cwd: string, disk: Disk): Start {
  const file = path.resolve(cwd, name);
  const kind = disk.kind(file);
  if (!kind) throw new UsageError(`${name} does not exist`, 'name a folder of Markdown documents');
  if (kind === 'file' && !MARKDOWN.test(file))
    throw new UsageError(`${name} is not a folder or a Markdown document`, 'name a folder or a *.md file');
  return { file, kind };
}

/** The path as the user sees it: POSIX, relative to the directory in which the command runs; "." is that directory. */
function displayPath(cwd: string, absolute: string): string {
  return path.relative(cwd, absolute).split(path.sep).join('/') || '.';
}

// ---------------------------------------------------------------- documents

/** Reads every Markdown file below a folder. Each folder is visited once, so links that form a loop do no harm. */
async function loadCorpus(
  absolute: string,
  starts: readonly Start[],
  isExcluded: IsIgnored,
  config: SpecConfig,
  reading: Reading,
): Promise<Corpus> {
  const { cwd, disk } = reading;
  const problems: ReadProblem[] = [];
  const repository = findRepositoryRoot(absolute, disk);
  const isIgnored = readIgnored(repository ?? absolute, repository !== undefined, disk);
  const paths = starts.flatMap(({ file, kind }) => {
    // Who names an ignored file or folder wants it checked.
    const isSkipped = isIgnored(file, kind) ? readIgnored(file, false, disk) : isIgnored;
    if (kind === 'file') return [file];
    const isLeftOut: IsIgnored = (at, of) => isExcluded(at, of) || isSkipped(at, of);
    return findMarkdown(file, isLeftOut, cwd, disk, problems);
  });
  const files = await readAll([...new Set(paths)].sort(), reading, problems);
  return {
    root: displayPath(cwd, absolute),
    repositoryRoot: displayPath(cwd, repository ?? absolute),
    repository: await repositoryAddress(repository, config, disk),
    files,
    others: [],
    problems,
    tree: createTree(cwd, isIgnored, disk),
  };
}

function findMarkdown(
  root: string,
  isSkipped: IsIgnored,
  cwd: string,
  disk: Disk,
  problems: ReadProblem[],
): string[] {
  const found: string[] = [];
  const visited = new Set<string>();
  const folders = [root];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Entry[];
    try {
      const real = disk.realPath(folder);
      if (visited.has(real)) continue;
      visited.add(real);
      entries = disk.list(folder);
    } catch (error) {
      problems.push({
        path: displayPath(cwd, folder),
        kind: 'unreadable',
        message: `The folder cannot be read (${reasonOf(error)}).`,
      });
      continue;
    }
    for (const entry of entries) {
      const full = path.join(folder, entry.name);
      const kind = entry.kind === 'link' ? disk.kind(full) : entry.kind;
      if (kind === 'directory' && !SKIPPED_FOLDERS.has(entry.name)) {
        if (!isSkipped(full, kind)) folders.push(full);
      } else if (kind === 'file' && MARKDOWN.test(entry.name)) {
        if (!isSkipped(full, kind)) found.push(full);
      } else if (kind === undefined && MARKDOWN.test(entry.name)) {
        problems.push({
          path: displayPath(cwd, full),
          kind: 'unreadable',
          message: 'The link leads nowhere or in a circle.',
        });
      }
    }
  }
  return found.sort();
}

/** Reads files in parallel and keeps the order of the paths. */
async function readAll(paths: string[], reading: Reading, problems: ReadProblem[]): Promise<SourceFile[]> {
  const files: (SourceFile | undefined)[] = new Array(paths.length);
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let i = next++; i < paths.length; i = next++)
      files[i] = await readSource(paths[i], reading, problems);
  };
  await Promise.all(Array.from({ length: Math.min(paths.length, 4 * availableParallelism()) }, worker));
  return files.filter((file) => file !== undefined);
}

/** Reads one file. A file that cannot be read is reported as a problem, not thrown. */
async function readSource(
  file: string,
  { cwd, disk, kept }: Reading,
  problems: ReadProblem[],
): Promise<SourceFile | undefined> {
  const name = displayPath(cwd, file);
  try {
    const { size, state } = await disk.measure(file);
    const before = kept?.sources.get(file);
    if (before?.state === state) {
      problems.push(...before.problems);
      return before.source;
    }
    if (size > MAX_FILE_BYTES) {
      problems.push({
        path: name,
        kind: 'unreadable',
        message: `The file has ${size} bytes; at most ${MAX_FILE_BYTES} are read.`,
      });
      return undefined;
    }
    const own: ReadProblem[] = [];
    const source = { path: name, text: decode(await disk.read(file), name, own) };
    kept?.sources.set(file, { state, source, problems: own });
    problems.push(...own);
    return source;
  } catch (error) {
    problems.push({
      path: name,
      kind: 'unreadable',
      message: `The file cannot be read (${reasonOf(error)}).`,
    });
    return undefined;
  }
}

const strictDecoder = new TextDecoder('utf-8', { fatal: true });
const lenientDecoder = new TextDecoder('utf-8');

function decode(bytes: Uint8Array, name: string, problems: ReadProblem[]): string {
  let text: string;
  let line: number | undefined;
  try {
    text = strictDecoder.decode(bytes);
  } catch {
    text = lenientDecoder.decode(bytes);
    line = lineOf(text, text.indexOf('\uFFFD'));
  }
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    line = Math.min(line ?? Number.POSITIVE_INFINITY, lineOf(text, nul));
    text = text.replaceAll('\0', '\uFFFD');
  }
  if (line !== undefined) {
    problems.push({
      path: name,
      kind: 'replaced',
      line,
      message: 'The text holds bytes that are not UTF-8 or are NUL; they were replaced by U+FFFD.',
    });
  }
  return text;
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, Math.max(0, offset)).split('\n').length;
}

function reasonOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? (error as Error).message;
}

function findRepositoryRoot(folder: string, disk: Disk): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (disk.kind(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}

/** Lists folders when they are needed, each of them once. */
function createTree(cwd: string, isIgnored: IsIgnored, disk: Disk): Tree {
  const listings = new Map<string, Set<string> | undefined>();
  const list = (folder: string): Set<string> | undefined => {
    if (!listings.has(folder)) {
      try {
        listings.set(folder, new Set(disk.list(folder).map((entry) => entry.name)));
      } catch {
        listings.set(folder, undefined);
      }
    }
    return listings.get(folder);
  };
  const kind = (file: string): 'file' | 'directory' | undefined => {
    const full = path.resolve(cwd, file);
    if (full === path.parse(full).root || full === cwd) return 'directory';
    return list(path.dirname(full))?.has(path.basename(full)) ? disk.kind(full) : undefined;
  };
  const otherCases = (file: string): string[] => {
    const full = path.resolve(cwd, file);
    // The directory in which the command runs is spelled correctly; only the parts below it need a look.
    const start = commonFolder(cwd, full);
    let spellings = [start];
    for (const part of path.relative(start, full).split(path.sep)) {
      spellings = spellings.flatMap((at) =>
        [...(list(at) ?? [])]
          .filter((name) => name.toLowerCase() === part.toLowerCase())
          .map((name) => path.join(at, name)),
      );
    }
    return spellings.filter((at) => at !== full).map((at) => displayPath(cwd, at));
  };
  return {
    kind,
    otherCases,
    isIgnored(file) {
      const found = kind(file);
      return found !== undefined && isIgnored(path.resolve(cwd, file), found);
    },
  };
}

function commonFolder(one: string, other: string): string {
  let at = one;
  while (at !== path.dirname(at) && isOutside(path.relative(at, other))) at = path.dirname(at);
  return at;
}

function isOutside(relative: string): boolean {
  return relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
}

// ---------------------------------------------------------------- configuration and contracts

function findConfig(folder: string, options: LoadOptions, disk: Disk): string | undefined {
  if (options.config) {
    const file = path.resolve(options.cwd, options.config);
    if (disk.kind(file) !== 'file')
      throw new UsageError(`the configuration ${options.config} does not exist`);
    return file;
  }
  const present = CONFIG_NAMES.filter((name) => disk.kind(path.join(folder, name)) === 'file');
  if (present.length > 1) {
    throw new UsageError(
      `${displayPath(options.cwd, folder)} has two configurations, ${present.join(' and ')}`,
      'keep one, or name it with --config',
    );
  }
  return present[0] && path.join(folder, present[0]);
}

async function loadConfig(file: string, options: LoadOptions, disk: Disk): Promise<SpecConfig> {
  const { cwd, rules = RULES } = options;
  const name = displayPath(cwd, file);
  let value: unknown;
  try {
    value = file.endsWith('.json')
      ? JSON.parse(new TextDecoder().decode(await disk.read(file)))
      : await disk.evaluate(file);
  } catch (error) {
    throw new UsageError(`${name} cannot be read: ${(error as Error).message.split('\n')[0]}`);
  }
  if (value === undefined)
    throw new UsageError(`${name} has no default export`, 'export default defineConfig({ … })');
  const parsed = parseConfig(
    value,
    rules.map(({ id }) => id),
  );
  if ('faults' in parsed)
    throw new UsageError(`${name} is not a configuration: ${parsed.faults.slice(0, 3).join('; ')}`);
  return parsed.config;
}

async function loadContracts(folder: string, options: LoadOptions, disk: Disk): Promise<Contract[]> {
  const own = path.join(folder, 'contracts');
  const found =
    disk.kind(own) === 'directory'
      ? disk
          .list(own)
          .map(({ name }) => name)
          .filter((name) => /\.ya?ml$/.test(name))
          .sort()
          .map((name) => path.join(own, name))
      : [];
  const named = (options.contracts ?? []).map((file) => path.resolve(options.cwd, file));
  return Promise.all(
    [...new Set([...found, ...named])].map(async (file) => {
      const name = displayPath(options.cwd, file);
      let text: string;
      try {
        text = new TextDecoder().decode(await disk.read(file));
      } catch (error) {
        throw new UsageError(`the contract ${name} cannot be read (${reasonOf(error)})`);
      }
      const before = options.kept?.contracts.get(name);
      if (before?.text === text) return before.contract;
      const contract = readContract(name, text);
      options.kept?.contracts.set(name, { text, contract });
      return contract;
    }),
  );
}

/** Contracts may name files that are not documents of the set; those inside the repository are read too. */
async function loadOthers(contracts: Contract[], corpus: Corpus, reading: Reading): Promise<SourceFile[]> {
  const known = new Set(corpus.files.map((file) => file.path));
  const named = new Set(
    contracts
      .flatMap((c) => [
        ...c.artifacts.map((a) => a.path),
        ...c.links.flatMap((l) => [l.from, l.to]),
        ...c.patterns.map((p) => p.path),
        ...c.forbidden.map((p) => p.path),
      ])
      .filter((name) => !known.has(name) && isWithin(name, corpus.repositoryRoot)),
  );
  const files = await Promise.all(
    [...named]
      .map((name) => path.resolve(reading.cwd, name))
      .filter((file) => reading.disk.kind(file) === 'file')
      .map((file) => readSource(file, reading, corpus.problems)),
  );
  return files.filter((file) => file !== undefined);
}
