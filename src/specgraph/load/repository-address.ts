/** Where a repository is published, as its git folder says. */
import path from 'node:path';
import type { SpecConfig } from '../config.ts';
import type { Disk } from '../disk.ts';
import type { RepositoryAddress } from '../model/index.ts';
import { addressOfRemote } from '../resolve/own-repository.ts';

/**
 * Reads remotes and branches of the repository at `root` from the files of its git folder, without running git.
 * @returns undefined where neither git nor the configuration names an address
 */
export async function repositoryAddress(
  root: string | undefined,
  config: SpecConfig,
  disk: Disk,
): Promise<RepositoryAddress | undefined> {
  if (config.repository) {
    const address = addressOfRemote(config.repository.url);
    return address
      ? { addresses: [address], branches: [config.repository.branch ?? 'main', 'HEAD'] }
      : undefined;
  }
  const folder = root && (await gitFolder(root, disk));
  if (!folder) return undefined;
  const settings = (await textOf(path.join(folder.common, 'config'), disk)) ?? '';
  const addresses = [...settings.matchAll(/^\s*url\s*=\s*(\S+)\s*$/gm)]
    .map((match) => addressOfRemote(match[1]))
    .filter((address) => address !== undefined);
  return addresses.length > 0 ? { addresses, branches: await branchesOf(folder, disk) } : undefined;
}

/** The branch that is checked out, and the one that readers see unless the first is an older version. */
async function branchesOf({ own, common }: GitFolder, disk: Disk): Promise<string[]> {
  const current = branchIn(await textOf(path.join(own, 'HEAD'), disk), 'refs/heads/');
  const published = branchIn(
    await textOf(path.join(common, 'refs/remotes/origin/HEAD'), disk),
    'refs/remotes/origin/',
  );
  const isVersion = /\d/.test(current ?? '') && current !== published;
  const guesses = current === undefined && published === undefined ? ['main', 'master'] : [];
  const branches = [current, isVersion ? undefined : published, ...guesses];
  return ['HEAD', ...new Set(branches.filter((branch) => branch !== undefined))];
}

function branchIn(head: string | undefined, prefix: string): string | undefined {
  const name = /^ref:\s*(\S+)/.exec(head ?? '')?.[1];
  return name?.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

/** The git folder of a working tree. A linked tree has a folder of its own with `HEAD`; the rest is in the common one. */
interface GitFolder {
  own: string;
  common: string;
}

async function gitFolder(root: string, disk: Disk): Promise<GitFolder | undefined> {
  const git = path.join(root, '.git');
  const kind = disk.kind(git);
  if (kind === 'directory') return { own: git, common: git };
  const named =
    kind === 'file' ? /^gitdir:\s*(.+?)\s*$/m.exec((await textOf(git, disk)) ?? '')?.[1] : undefined;
  if (named === undefined) return undefined;
  const own = path.resolve(root, named);
  const common = (await textOf(path.join(own, 'commondir'), disk))?.trim();
  return { own, common: common ? path.resolve(own, common) : own };
}

async function textOf(file: string, disk: Disk): Promise<string | undefined> {
  try {
    return disk.kind(file) === 'file' ? new TextDecoder().decode(await disk.read(file)) : undefined;
  } catch {
    return undefined;
  }
}
