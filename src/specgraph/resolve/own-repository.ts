/** Absolute addresses of files of the repository that the documents stand in. */
import type { RepositoryAddress } from '../model/index.ts';

export interface OwnFile {
  /** What stands before the path in the URL; a repaired link begins with it as well. */
  prefix: string;
  /** Path from the repository's root, with query and fragment, as in the URL. */
  rest: string;
}

const ADDRESS = /^https?:\/\/(?:www\.)?([^/?#]+)\/([^?#]*)/i;
const VIEW = /^(?:-\/)?(?:blob|tree|raw|blame|edit)\//;

/** @returns undefined for addresses elsewhere, of another branch, or of a page that is no file ("…/issues") */
export function ownFile(url: string, repository: RepositoryAddress | undefined): OwnFile | undefined {
  const match = repository && ADDRESS.exec(url);
  if (!match) return undefined;
  const address = `${match[1]}/${match[2]}`;
  for (const own of repository.addresses) {
    const [host, ...names] = own.split('/');
    const pages = after(address, own);
    if (pages === '' || pages === '/') return rootPage(url);
    const raw =
      host.toLowerCase() === 'github.com'
        ? after(address, `raw.githubusercontent.com/${names.join('/')}`)?.replace(/^\/refs\/heads(?=\/)/, '')
        : undefined;
    const file = pages?.slice(1);
    const view = file === undefined ? undefined : VIEW.exec(file)?.[0];
    const behind = raw?.slice(1) ?? (view === undefined ? undefined : file!.slice(view.length));
    const branch =
      behind === undefined ? undefined : repository.branches.find((name) => startsWithName(behind, name));
    if (branch === undefined) continue;
    const path = behind!.slice(branch.length).replace(/^\//, '');
    const start = match[0].length - path.length;
    const rest = url.slice(start);
    // The folder of a branch shows its README, as the root of the repository does.
    return path === '' && !/^#./.test(rest) ? undefined : { prefix: url.slice(0, start), rest };
  }
  return undefined;
}

/** `https://github.com/owner/name#heading` leads into the README. */
function rootPage(url: string): OwnFile | undefined {
  const match = /^([^#]*)(#.+)$/s.exec(url);
  return match ? { prefix: match[1], rest: match[2] } : undefined;
}

/** What follows an address, letter case aside; undefined where the text does not begin with it. */
function after(text: string, address: string): string | undefined {
  const rest = text.slice(address.length);
  const isThere = text.slice(0, address.length).toLowerCase() === address.toLowerCase();
  return isThere && /^(?:\/|$)/.test(rest) ? rest : undefined;
}

function startsWithName(path: string, name: string): boolean {
  return path === name || path.startsWith(`${name}/`);
}

/** "git@github.com:owner/name.git" and "https://github.com/owner/name" give "github.com/owner/name". */
export function addressOfRemote(url: string): string | undefined {
  const match =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([^/:]+)(?::\d+)?\/(.+?)(?:\.git)?\/?$/.exec(url) ??
    /^(?:[\w.-]+@)([\w.-]+):(?!\/\/)\/?(.+?)(?:\.git)?\/?$/.exec(url);
  return match ? `${match[1]}/${match[2]}` : undefined;
}
