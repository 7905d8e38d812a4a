/** Which set a document belongs to. */
import path from 'node:path';
import { DISK, type Disk } from '#specgraph/disk';
import { findRepository, folderWithConfig } from '#specgraph/load';

/** Where a set is; absolute paths. */
export interface SetPlace {
  /** The folder of the set; of a document that stands alone, the document itself. */
  root: string;
  /** The folder that paths in messages are relative to. */
  cwd: string;
}

/**
 * A set is the folder of the nearest configuration at or above the document; without one, the folder of the workspace.
 * A document outside of the workspace and without a configuration stands alone.
 * @param folders the folders of the workspace
 */
export function placeOfDocument(file: string, folders: readonly string[], disk: Disk = DISK): SetPlace {
  const at = path.dirname(file);
  const [folder] = folders.filter((one) => isWithin(one, at)).toSorted((a, b) => b.length - a.length);
  const repository = findRepository(at, disk);
  const configured = folderWithConfig(at, repository ?? folder ?? at, disk);
  const root = configured ?? folder ?? file;
  const cwd = [folder, repository, configured].find((one) => one !== undefined && isWithin(one, root)) ?? at;
  return { root, cwd };
}

/** Whether a file or folder is the folder or lies in it. */
export function isWithin(folder: string, file: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
