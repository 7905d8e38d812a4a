/** Fake effects for tests of commands: files are held in memory, and output is collected as text. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  NO_CONFIG,
  parseConfig,
  readContract,
  RULE_IDS,
  UsageError,
  type Contract,
  type ReadProblem,
  type SpecConfig,
  type Tree,
} from '#specgraph';
import { PROFILES } from '#profiles';
import type { Project } from '#specgraph/load';
import { run } from '../../src/cli/main.ts';
import type { Effects } from '../../src/cli/effects.ts';
import { NO_CACHE } from '../../src/cli/report-cache.ts';

export interface World {
  /** Texts of files by path relative to where the command runs. */
  files?: Record<string, string>;
  problems?: ReadProblem[];
  env?: Record<string, string>;
  /** Width of the terminal; without it the output is not a terminal. */
  columns?: number;
  /** Changes between the checks of `--watch`; the watching ends after the last one. */
  changes?: ((files: Record<string, string>) => void)[];
  git?: Effects['git'];
  stdin?: string;
}

export interface Outcome {
  code: number;
  stdout: string;
  stderr: string;
  files: Record<string, string>;
}

/** Runs a command with the arguments that a user would type. */
export async function runIn(world: World, ...argv: string[]): Promise<Outcome> {
  const outcome: Outcome = { code: -1, stdout: '', stderr: '', files: { ...world.files } };
  outcome.code = await run(argv, effectsOf(world, outcome));
  return outcome;
}

const CWD = '/project';

function effectsOf(world: World, outcome: Outcome): Effects {
  const output = (name: 'stdout' | 'stderr'): Effects['stdout'] => ({
    write: (text) => void (outcome[name] += text),
    isTTY: world.columns !== undefined,
    columns: world.columns,
  });
  return {
    stdout: output('stdout'),
    stderr: output('stderr'),
    cwd: CWD,
    env: world.env ?? {},
    load: async (folder, options) => projectIn(outcome.files, String(folder), options, world.problems ?? []),
    readText: async (file) => {
      if (path.isAbsolute(file)) return readFile(file, 'utf8');
      if (outcome.files[file] === undefined) throw Object.assign(new Error(`no ${file}`), { code: 'ENOENT' });
      return outcome.files[file];
    },
    readStdin: async () => world.stdin ?? '',
    writeFile: async (file, text) => void (outcome.files[file] = text),
    changeFiles: async (changes) => {
      for (const { file, to, text } of changes) {
        delete outcome.files[file];
        if (text !== undefined) outcome.files[to ?? file] = text;
      }
    },
    listFiles: async (folder) =>
      Object.keys(outcome.files).filter((file) => folder === '.' || file.startsWith(`${folder}/`)),
    git: world.git ?? (() => Promise.reject(new Error('no git here'))),
    async *watch() {
      for (const change of world.changes ?? []) {
        change(outcome.files);
        yield;
      }
    },
    interrupted: () => Promise.resolve(),
    now: () => 0,
    reportCache: NO_CACHE,
  };
}

function projectIn(
  files: Record<string, string>,
  folder: string,
  options: { config?: string | false; contracts?: string[] },
  problems: ReadProblem[],
): Project {
  const inside = Object.keys(files)
    .filter((file) => folder === '.' || file.startsWith(`${folder}/`))
    .sort();
  if (inside.length === 0 && problems.length === 0 && folder !== 'empty')
    throw new UsageError(`${folder} does not exist`, 'name a folder of Markdown documents');
  const documents = inside.filter((file) => file.endsWith('.md'));
  const contractFiles = [
    ...inside.filter((file) => /\/contracts\/[^/]+\.yaml$/.test(file)),
    ...(options.contracts ?? []),
  ];
  const configFile =
    options.config === false
      ? undefined
      : (options.config ?? inside.find((file) => file.endsWith('/specgraph.config.json')));
  return {
    isExcluded: () => false,
    corpus: {
      root: folder,
      rootName: folder === '.' ? path.basename(CWD) : undefined,
      repositoryRoot: '.',
      others: [],
      problems,
      // The byte order mark is removed, as when files are read from disk.
      files: documents.map((file) => ({ path: file, text: files[file].replace(/^\uFEFF/, '') })),
      tree: treeOf(files),
    },
    config: configFile ? configOf(files[configFile]) : NO_CONFIG,
    configFile,
    reviews: files[`${folder}/.specgraph-reviews`],
    contracts: contractFiles.map((file): Contract => readContract(file, files[file])),
  };
}

function configOf(text: string): SpecConfig {
  const parsed = parseConfig(JSON.parse(text), RULE_IDS, PROFILES);
  if ('config' in parsed) return parsed.config;
  throw new UsageError(`the configuration is wrong: ${parsed.faults[0]}`);
}

function treeOf(files: Record<string, string>): Tree {
  const names = Object.keys(files);
  return {
    kind: (file) =>
      names.includes(file)
        ? 'file'
        : names.some((name) => name.startsWith(`${file}/`))
          ? 'directory'
          : undefined,
    otherCases: (file) => names.filter((name) => name !== file && name.toLowerCase() === file.toLowerCase()),
  };
}
