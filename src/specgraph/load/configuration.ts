/** Finds and reads the configuration of a folder. */
import path from 'node:path';
import { NO_CONFIG, parseConfig, type SpecConfig } from '../config.ts';
import type { Disk } from '../disk.ts';
import { RULES } from '../rules/index.ts';
import { UsageError } from '../usage-error.ts';
import type { LoadOptions } from './options.ts';
import { displayPath, foldersUpTo } from './places.ts';

/** Scripts are executed, the others are data. */
const SCRIPT_EXTENSIONS = ['ts', 'mjs', 'js'];
const DATA_EXTENSIONS = ['json', 'yaml', 'yml'];
const CONFIG_NAMES = [...SCRIPT_EXTENSIONS, ...DATA_EXTENSIONS].map(
  (extension) => `specgraph.config.${extension}`,
);

export interface FoundConfig {
  config: SpecConfig;
  /** Absolute path; absent where there is none. */
  file?: string;
  /** Whether the user named it, instead of its being found. */
  isNamed: boolean;
}

/**
 * The named configuration, or the nearest one: in `folder` or above it, up to the repository's root, and without a
 * repository up to the directory in which the command runs.
 * @throws UsageError when it does not exist, cannot be read or is wrong, or when a folder has two
 */
export async function findConfig(
  folder: string,
  repository: string | undefined,
  options: LoadOptions,
  disk: Disk,
): Promise<FoundConfig> {
  if (options.config === false) return { config: NO_CONFIG, isNamed: true };
  if (options.config !== undefined) {
    const file = path.resolve(options.cwd, options.config);
    if (disk.kind(file) !== 'file')
      throw new UsageError(`the configuration ${options.config} does not exist`);
    return { config: await readConfig(file, options, disk), file, isNamed: true };
  }
  for (const at of foldersUpTo(repository ?? options.cwd, folder)) {
    const file = configIn(at, options.cwd, disk);
    if (file) return { config: await readConfig(file, options, disk), file, isNamed: false };
  }
  return { config: NO_CONFIG, isNamed: false };
}

/** The nearest folder with a configuration: `folder`, or one above it up to `last`. Absolute paths. */
export function folderWithConfig(folder: string, last: string, disk: Disk): string | undefined {
  return foldersUpTo(last, folder).find((at) =>
    CONFIG_NAMES.some((name) => disk.kind(path.join(at, name)) === 'file'),
  );
}

/** Where a configuration of the folder would stand above it: absolute paths, the nearest folder first. */
export function placesAbove(folder: string, last: string): string[] {
  return foldersUpTo(last, folder)
    .slice(1)
    .flatMap((at) => CONFIG_NAMES.map((name) => path.join(at, name)));
}

function configIn(folder: string, cwd: string, disk: Disk): string | undefined {
  const present = CONFIG_NAMES.filter((name) => disk.kind(path.join(folder, name)) === 'file');
  if (present.length > 1) {
    throw new UsageError(
      `${displayPath(cwd, folder)} has two configurations, ${present.slice(0, 2).join(' and ')}`,
      'keep one, or name it with --config',
    );
  }
  return present[0] && path.join(folder, present[0]);
}

async function readConfig(file: string, options: LoadOptions, disk: Disk): Promise<SpecConfig> {
  const { cwd, rules = RULES, profiles } = options;
  const name = displayPath(cwd, file);
  let value: unknown;
  try {
    value = await valueOf(file, disk);
  } catch (error) {
    throw await unreadable(error, file, name, disk);
  }
  if (value === undefined)
    throw new UsageError(`${name} has no default export`, 'export default defineConfig({ … })');
  const parsed = parseConfig(
    value,
    rules.map(({ id }) => id),
    profiles,
  );
  if ('config' in parsed) return parsed.config;
  const { lineOfFault } = await import('./fault-line.ts');
  const line = parsed.place && lineOfFault(await textOf(file, disk), isData(file), parsed.place);
  const at = line === undefined ? name : `${name}:${line}`;
  throw new UsageError(`${at} is not a configuration: ${parsed.faults.slice(0, 3).join('; ')}`);
}

async function unreadable(error: unknown, file: string, name: string, disk: Disk): Promise<UsageError> {
  const { code, message } = error as NodeJS.ErrnoException;
  const { lineOfError } = await import('./fault-line.ts');
  const line = await textOf(file, disk).then(
    (text) => lineOfError(error, file, text),
    () => undefined,
  );
  const reason = message.split('\n')[0].replace(/ at line \d+, column \d+:$/, '');
  return new UsageError(
    `${line === undefined ? name : `${name}:${line}`} cannot be read: ${reason}`,
    code === 'ERR_UNKNOWN_FILE_EXTENSION'
      ? 'Node runs TypeScript from version 22.18 on; YAML, JSON and JavaScript work in every version'
      : undefined,
  );
}

async function valueOf(file: string, disk: Disk): Promise<unknown> {
  if (path.extname(file) === '.json') return JSON.parse(await textOf(file, disk));
  if (!isData(file)) return disk.evaluate(file);
  const { parse } = await import('yaml');
  // An empty file is an empty configuration.
  return parse(await textOf(file, disk)) ?? {};
}

function isData(file: string): boolean {
  return DATA_EXTENSIONS.includes(path.extname(file).slice(1));
}

async function textOf(file: string, disk: Disk): Promise<string> {
  return new TextDecoder().decode(await disk.read(file));
}

/** What a configuration can say that holds for every document alone, whichever others are read. */
const SETTINGS = new Set<string>([
  'title',
  'exclude',
  'repository',
  'rules',
  'site',
] satisfies (keyof SpecConfig)[]);

/** Whether a configuration says something that can be checked on its whole set only, such as counts or a parts list. */
export function speaksOfSet(config: SpecConfig): boolean {
  return Object.entries(config).some(([key, value]) => value !== undefined && !SETTINGS.has(key));
}
