import { randomUUID } from 'node:crypto';
import { chmod, mkdir, readFile, realpath, rename, rmdir, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileChange } from './effects.ts';

/**
 * Writes a file completely or not at all: writes a temporary file beside it and renames that. A symbolic link is
 * followed and stays a link; the mode of the file is kept. A missing folder is created.
 */
export async function replaceFile(file: string, text: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(temporary, text);
    const mode = await stat(target).then(
      (info) => info.mode,
      () => undefined,
    );
    if (mode !== undefined) await chmod(temporary, mode);
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
}

/**
 * Writes, moves and removes files; a file that does not exist is made. Where one step fails, the steps before it are undone and the error is thrown.
 * @param changes with absolute paths
 */
export async function changeFiles(changes: readonly FileChange[]): Promise<void> {
  const undo: (() => Promise<unknown>)[] = [];
  try {
    for (const change of changes) await changeFile(change, undo);
  } catch (error) {
    for (const step of undo.toReversed()) await step().catch(() => {});
    throw error;
  }
}

async function changeFile({ file, to, text }: FileChange, undo: (() => Promise<unknown>)[]): Promise<void> {
  const target = to ?? file;
  const before = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' || target !== file) throw error;
    return undefined;
  });
  if (before === undefined) {
    undo.push(() => unlink(file));
    await replaceFile(file, text ?? '');
    return;
  }
  if (text === undefined) {
    undo.push(() => writeFile(file, before));
    await unlink(file);
    return;
  }
  if (target !== file) {
    await refuseOtherFile(file, target);
    const made = await mkdir(path.dirname(target), { recursive: true });
    undo.push(async () => {
      await rename(target, file);
      if (made !== undefined) await rmdir(path.dirname(target));
    });
    await rename(file, target);
  }
  undo.push(() => writeFile(target, before));
  await replaceFile(target, text);
}

/** A system that takes "A.md" for "a.md" finds the file itself under its new name. */
async function refuseOtherFile(file: string, target: string): Promise<void> {
  const found = await stat(target).catch(() => undefined);
  const own = await stat(file);
  if (found && (found.ino !== own.ino || found.dev !== own.dev)) throw new Error(`${target} exists already`);
}
