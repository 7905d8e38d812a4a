/** The revision with which a pull request is compared when nobody names one. */
import { UsageError } from '#specgraph/usage-error';
import type { Effects } from './effects.ts';

/**
 * @returns the base of the pull request or merge request that the build server checks; undefined outside of one, and where
 *   the clone lacks the commit or the history up to it, which is said on stderr
 */
export async function pullRequestBase({ env, git, stderr }: Effects): Promise<string | undefined> {
  const revision = namedBase(env);
  if (revision === undefined) return undefined;
  const { commonCommit } = await import('../git/read-revision.ts');
  const reason = await commonCommit(revision, git).then(
    (commit) => (commit === undefined ? `this clone has no commit in common with ${revision}` : undefined),
    (error: unknown) => {
      if (error instanceof UsageError) return error.message;
      throw error;
    },
  );
  if (reason === undefined) return revision;
  const setting = env.GITLAB_CI ? 'GIT_DEPTH: 0' : 'fetch-depth: 0';
  stderr.write(
    `specgraph: not compared with the base of the pull request: ${reason}; fetch the whole history to compare (${setting})\n`,
  );
  return undefined;
}

function namedBase(env: Effects['env']): string | undefined {
  if (env.GITHUB_ACTIONS && env.GITHUB_BASE_REF) return `origin/${env.GITHUB_BASE_REF}`;
  return env.GITLAB_CI ? env.CI_MERGE_REQUEST_DIFF_BASE_SHA : undefined;
}
