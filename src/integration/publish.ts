/** Builds beside the last build, so that a build that fails or is killed leaves that one as it was. */
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';

const PREFIX = '.specgraph-building-';

/** How many builds this process has begun. */
let builds = 0;

/**
 * The folder in which a build is made. Folders of builds that were killed are removed.
 * @param root absolute folder of the project: from there, the modules of the build find their packages
 */
export async function buildFolder(root: string): Promise<string> {
  const left = (await readdir(root)).filter((name) => name.startsWith(PREFIX));
  for (const name of left)
    if (!isRunning(Number.parseInt(name.slice(PREFIX.length), 10)))
      await rm(path.join(root, name), { recursive: true, force: true });
  // Node keeps the modules of a build: the next one of this process needs other paths.
  builds += 1;
  return path.join(root, `${PREFIX}${process.pid}-${builds}`);
}

/** Puts a finished build in the place of the last one. Both are absolute paths. */
export async function publish(built: string, target: string): Promise<void> {
  const [staged, last] = ['staged', 'last'].map((state) => `${target}.${state}-${process.pid}`);
  await mkdir(path.dirname(target), { recursive: true });
  await move(built, staged);
  try {
    await rename(target, last).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await rename(staged, target);
    await rm(last, { recursive: true, force: true });
  } catch (error) {
    // A folder that is mounted cannot be renamed: its content is replaced.
    if (!['EBUSY', 'EXDEV', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    for (const name of await readdir(target))
      await rm(path.join(target, name), { recursive: true, force: true });
    await cp(staged, target, { recursive: true });
    await rm(staged, { recursive: true, force: true });
  }
}

/** Moves a folder, also to another disk. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
