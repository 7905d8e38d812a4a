/** The folders and documents that the user names. */
import path from 'node:path';
import type { Disk, Kind } from '../disk.ts';
import { isDocument } from '../text/file-names.ts';
import { UsageError } from '../usage-error.ts';
import { commonFolder } from './places.ts';

/** A folder or a document that the user named. */
export interface Start {
  file: string;
  kind: Kind;
}

/** @throws UsageError where there is nothing of this name, or neither a folder nor a document */
export function startAt(name: string, cwd: string, disk: Disk): Start {
  const file = path.resolve(cwd, name);
  const kind = disk.kind(file);
  if (!kind) throw new UsageError(`${name} does not exist`, 'name a folder of Markdown documents');
  if (kind === 'file' && !isDocument(file))
    throw new UsageError(`${name} is not a folder or a Markdown document`, 'name a folder or a *.md file');
  return { file, kind };
}

/** The deepest folder that holds all of them. */
export function folderOf(starts: readonly Start[]): string {
  return starts
    .map(({ file, kind }) => (kind === 'directory' ? file : path.dirname(file)))
    .reduce(commonFolder);
}
