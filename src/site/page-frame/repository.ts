/** Where the documents can be read and changed at their source. */
import manifest from '../../../package.json' with { type: 'json' };

export interface Repository {
  /** Page of a file, at its lines where they are given. */
  source(file: string, from?: number, to?: number): string;
  /** Page that changes a file. */
  edit(file: string): string;
}

interface Settings {
  /** `REPO_URL`; `repository` of package.json where it is not set. */
  url?: string;
  /** `REPO_BRANCH`. */
  branch?: string;
}

/** Undefined where no address is configured: then there are no links. */
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
  // GitLab has its pages behind a dash.
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
