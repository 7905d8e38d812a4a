/** Reads the documents of a set. */
import path from 'node:path';
import type { SpecConfig } from '../config.ts';
import type { Disk } from '../disk.ts';
import type { Corpus, ReadProblem, SourceFile } from '../model/index.ts';
import { findDocuments } from './find-documents.ts';
import { readIgnored, type IsIgnored } from './ignored-files.ts';
import type { Reading } from './options.ts';
import { loadGrammars } from '../parse/code/load-grammars.ts';
import { displayPath, isAtOrBelow } from './places.ts';
import { readSources } from './read-sources.ts';
import { repositoryAddress } from './repository-address.ts';
import type { Start } from './starts.ts';
import { createTree } from './tree.ts';

/** What is to be read; paths are absolute. */
export interface Wanted {
  /** The folder of the set. */
  folder: string;
  /** The git repository around it, where there is one. */
  repository: string | undefined;
  starts: readonly Start[];
  isExcluded: IsIgnored;
  config: SpecConfig;
  /** A document whose text is given instead of being read. */
  replaced?: { file: string; text: string };
}

export async function loadCorpus(wanted: Wanted, reading: Reading): Promise<Corpus> {
  const { folder, repository, starts, isExcluded, config, replaced } = wanted;
  const { cwd, disk } = reading;
  const problems: ReadProblem[] = [];
  const isIgnored = readIgnored(repository ?? folder, repository !== undefined, reading);
  const paths = starts.flatMap(({ file, kind }) => {
    if (kind === 'file') return [file];
    // Who names an ignored file or folder wants it checked.
    const isSkipped = isIgnored(file, kind) ? readIgnored(file, false, reading) : isIgnored;
    const isLeftOut: IsIgnored = (at, of) => isExcluded(at, of) || isSkipped(at, of);
    const within = repository !== undefined && isAtOrBelow(repository, file) ? repository : file;
    return findDocuments(file, isLeftOut, { cwd, disk, within }, problems);
  });
  const onDisk = [...new Set(paths)].filter((file) => file !== replaced?.file).sort();
  const files = await readSources(onDisk, reading, problems);
  const all = replaced && !isExcluded(replaced.file, 'file') ? withReplaced(files, replaced, cwd) : files;
  return {
    root: displayPath(cwd, folder),
    rootName: folder === cwd ? path.basename(folder) : undefined,
    repositoryRoot: displayPath(cwd, repository ?? folder),
    repository: await repositoryAddress(repository, config, disk),
    files: all,
    others: [],
    problems,
    tree: createTree(cwd, isIgnored, disk, replaced?.file),
    grammars: await loadGrammars(all.map(({ text }) => text)),
  };
}

function withReplaced(
  files: SourceFile[],
  { file, text }: { file: string; text: string },
  cwd: string,
): SourceFile[] {
  const own = { path: displayPath(cwd, file), text };
  return [...files, own].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The folder that holds `.git`, at or above a folder. */
export function findRepository(folder: string, disk: Disk): string | undefined {
  for (let at = folder; ; at = path.dirname(at)) {
    if (disk.kind(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return undefined;
  }
}
