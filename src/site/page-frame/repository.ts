/** Links to the source of the documents in the repository. */
import type { GraphView } from '#specgraph';

export interface Repository {
  /** URL of a file, or of some of its lines. */
  source(file: string, from?: number, to?: number): string;
  /** URL at which a file can be edited. */
  edit(file: string): string;
}

interface Settings {
  /** `REPO_URL`, or else `repository.url` of the configuration. */
  url?: string;
  /** `REPO_BRANCH`, or else `repository.branch`. */
  branch?: string;
}

/** Undefined without a configured repository: pages then have no such links. */
function repository({ url, branch = 'main' }: Settings): Repository | undefined {
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

/** The repository of the set: from the environment, or else from its configuration. */
export function repositoryOf({ config }: Pick<GraphView, 'config'>): Repository | undefined {
  return repository({
    url: process.env.REPO_URL ?? config.repository?.url,
    branch: process.env.REPO_BRANCH ?? config.repository?.branch,
  });
}
