/** The revision with which a pull request is compared when nobody names one. */
import { UsageError } from '#specgraph/usage-error';
import type { Effects } from './effects.ts';

/**
 * @returns the base of the pull request or merge request that the build server checks; undefined outside of one, and where
 *   the clone lacks the commit, which is said on stderr
 */
export async function pullRequestBase({ env, git, stderr }: Effects): Promise<string | undefined> {
  const revision = namedBase(env);
  if (revision === undefined) return undefined;
  const { mergeBase } = await import('../git/read-revision.ts');
  try {
    await mergeBase(revision, git);
    return revision;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(
      `specgraph: not compared with the base of the pull request: ${error.message}; fetch the whole history to compare (fetch-depth: 0)\n`,
    );
    return undefined;
  }
}

function namedBase(env: Effects['env']): string | undefined {
  if (env.GITHUB_ACTIONS && env.GITHUB_BASE_REF) return `origin/${env.GITHUB_BASE_REF}`;
  return env.GITLAB_CI ? env.CI_MERGE_REQUEST_DIFF_BASE_SHA : undefined;
}
