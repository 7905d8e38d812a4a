/** Loads a folder as a project: its documents, its configuration and its contracts. */
import path from 'node:path';
import { DISK } from './disk.ts';
import { findConfig, placesAbove, speaksOfSet, type FoundConfig } from './load/configuration.ts';
import { loadContracts, loadOthers } from './load/contracts.ts';
import { findRepository, loadCorpus } from './load/corpus.ts';
import { createExclusion } from './load/ignored-files.ts';
import type { LoadOptions, Project } from './load/options.ts';
import { displayPath, isAtOrBelow } from './load/places.ts';
import { folderOf, startAt, type Start } from './load/starts.ts';
import { filesNamedBy } from './resolve/configuration-pointers.ts';
import { REVIEWS_FILE } from './revisions/reviews.ts';
import { UsageError } from './usage-error.ts';

export { baselineText, readBaseline } from './load/baseline.ts';
export { fingerprints, lineLookup, type LineOf } from './load/fingerprints.ts';
export { folderWithConfig } from './load/configuration.ts';
export { findRepository } from './load/corpus.ts';
export { limitTime } from './load/limit-time.ts';
export { createKeptFiles, type KeptFiles, type LoadOptions, type Project } from './load/options.ts';

/**
 * Reads a folder of Markdown with its configuration and contracts.
 * @param named a folder, or several folders and documents, as the user wrote them: relative to `options.cwd` or absolute.
 * The root of several is the folder that holds them all. Only they are read, unless a configuration speaks of the whole
 * folder: what it says can be checked on the whole set only, and the named ones are a part of it.
 * @throws UsageError when the folder, a named file or the configuration cannot be used
 */
export async function loadProject(named: string | readonly string[], options: LoadOptions): Promise<Project> {
  const { cwd, disk = DISK } = options;
  const reading = { cwd, disk, kept: options.kept };
  const starts = [named].flat().map((name) => startAt(name, cwd, disk));
  const folderNamed = folderOf(starts);
  const repository = findRepository(folderNamed, disk);
  const found = await findConfig(folderNamed, repository, options, disk);
  const config = options.renderers ? { ...found.config, renderer: options.renderers } : found.config;
  const set = setOf(folderNamed, starts, found);
  const replaced = options.replaced && {
    file: replacedFile(options.replaced.file, folderNamed, options),
    text: options.replaced.text.replace(/^\uFEFF/, ''),
  };
  const isExcluded = createExclusion([
    { folder: cwd, lines: options.exclude ?? [] },
    { folder: found.file ? path.dirname(found.file) : set.folder, lines: config.exclude ?? [] },
    { folder: set.folder, lines: options.withoutHidden ? ['.*'] : [] },
  ]);
  const [corpus, contracts] = await Promise.all([
    loadCorpus({ ...set, repository, isExcluded, config, replaced }, reading),
    loadContracts(set.folder, config, options, disk),
  ]);
  if (found.file) {
    const text = new TextDecoder().decode(await disk.read(found.file));
    const missing = filesNamedBy(config).filter((name) => disk.kind(path.join(set.folder, name)) !== 'file');
    corpus.configuration = { path: displayPath(cwd, found.file), text, missing };
  }
  corpus.others = await loadOthers(contracts, corpus, reading);
  const part = replaced ? [replaced.file] : set.part;
  return {
    corpus,
    config,
    configFile: found.file && displayPath(cwd, found.file),
    repository: repository && displayPath(cwd, repository),
    profiles: options.profiles,
    contracts,
    isExcluded: (file) => isExcluded(path.resolve(cwd, file), 'file'),
    reviews: disk.readText(path.join(set.folder, REVIEWS_FILE)),
    part: part?.map((file) => displayPath(cwd, file)),
  };
}

/**
 * The files above a folder that are its configuration as soon as they exist.
 * @param named as of `loadProject`
 * @throws UsageError when the folder or a named file does not exist
 */
export function configurationPlaces(
  named: string | readonly string[],
  { cwd, disk = DISK }: Pick<LoadOptions, 'cwd' | 'disk'>,
): string[] {
  const folder = folderOf([named].flat().map((name) => startAt(name, cwd, disk)));
  return placesAbove(folder, findRepository(folder, disk) ?? cwd).map((file) => displayPath(cwd, file));
}

/** The documents that are read together; paths are absolute. */
interface DocumentSet {
  folder: string;
  starts: readonly Start[];
  /** What the user named, where the set holds more. */
  part?: string[];
}

/**
 * A configuration that was found speaks of its own folder. Where it says something of the whole set, that set is read,
 * and what the user named is a part of it. A configuration of mere settings holds for the named documents alone.
 */
function setOf(
  folderNamed: string,
  starts: readonly Start[],
  { config, file, isNamed }: FoundConfig,
): DocumentSet {
  const own = file === undefined || isNamed ? folderNamed : path.dirname(file);
  const folder = own === folderNamed || speaksOfSet(config) ? own : folderNamed;
  const isWhole = starts.every((start) => start.file === folder);
  const readsAll = file !== undefined && (own === folderNamed || folder === own);
  if (isWhole || !readsAll) return { folder, starts };
  return {
    folder,
    starts: [{ file: folder, kind: 'directory' }, ...starts],
    part: starts.map((start) => start.file),
  };
}

function replacedFile(name: string, folder: string, { cwd }: LoadOptions): string {
  const file = path.resolve(cwd, name);
  if (!isAtOrBelow(folder, file))
    throw new UsageError(`${name} is not in ${displayPath(cwd, folder)}`, 'name the folder that holds it');
  return file;
}
