/** Links to the source of the documents in the repository. */
import manifest from '../../../package.json' with { type: 'json' };

export interface Repository {
  /** URL of a file, or of some of its lines. */
  source(file: string, from?: number, to?: number): string;
  /** URL at which a file can be edited. */
  edit(file: string): string;
}

interface Settings {
  /** `REPO_URL`, or else `repository` of package.json. */
  url?: string;
  /** `REPO_BRANCH`. */
  branch?: string;
}

/** Undefined without a configured repository: pages then have no such links. */
export function repository(
  {
    url = addressOf(manifest as { repository?: string | { url: string } }),
    branch = 'main',
  }: Settings = fromEnvironment(),
): Repository | undefined {
  const base = url
    ?.replace(/^git\+/, '')
    .replace(/\.git$/, '')
    .replace(/\/+$/, '');
  if (!base || !/^https?:\/\//.test(base)) return undefined;
  // GitLab has these pages under "/-/".
  const pages = /^https?:\/\/[^/]*gitlab/.test(base) ? `${base}/-` : base;
  const page = (kind: string, file: string): string =>
    `${pages}/${kind}/${encodeURI(branch)}/${encodeURI(file)}`;
  return {
    source: (file, from, to) =>
      page('blob', file) + (from === undefined ? '' : `#L${from}${to === undefined ? '' : `-L${to}`}`),
    edit: (file) => page('edit', file),
  };
}

function fromEnvironment(): Settings {
  return { url: process.env.REPO_URL, branch: process.env.REPO_BRANCH };
}

function addressOf(from: { repository?: string | { url: string } }): string | undefined {
  return typeof from.repository === 'string' ? from.repository : from.repository?.url;
}
