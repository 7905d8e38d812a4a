/** The changes of the set since a git revision: the last tag, or the state some commits ago. */
import { checkGraph, evaluateContract, readGraph, UsageError, type GraphView } from '#specgraph';
import { PROFILES } from '#profiles';
import type { Project } from '#specgraph/load';
import { diffGraphs, type DiffSide } from '#specgraph/query';
import { holdsCode } from '#specgraph/text/holds-code';
import { readRevision } from '../../git/read-revision.ts';
import type { Git } from '../../git/run-git.ts';
import { recallOrMake, type EarlierWork } from '../../payloads/earlier-work.ts';
import type { RevisionChanges, NotCompared, Snapshot } from '../../site/snapshot.ts';

/** Without a tag, the state is compared with the one this number of commits ago. */
const COMMITS_BACK = 10;

interface Comparison {
  /** The revision to compare with, instead of the last tag. */
  named?: string;
  /** Reads the graph of the project; what the project has in common with the revision is not read again. */
  read?: (project: Project) => GraphView;
  /** What earlier builds made. */
  earlier?: () => EarlierWork | undefined;
}

/** Creates a function that compares a state of the set with a revision. Each revision is read only once. */
export function createRevisionComparison(
  folder: string,
  git: Git,
  { named, read, earlier = () => undefined }: Comparison = {},
) {
  const bases = new Map<string, Promise<Omit<RevisionChanges, 'diff'> & { side: DiffSide }>>();
  const baseAt = async (commit: string, revision: string, project: Project) => {
    const base = await readRevision(commit, folder, project, git);
    const { config, contracts } = base;
    const setting = JSON.stringify(config);
    const corpus = { ...base.corpus, grammars: project.corpus.grammars };
    const isReadAlike = read && setting === JSON.stringify(project.config);
    const graph = isReadAlike ? read({ ...base, corpus }) : readGraph(corpus, config);
    const summary = await recallOrMake(
      holdsCode(config, PROFILES) ? undefined : earlier(),
      'revisions',
      JSON.stringify([commit, folder, setting]),
      () => JSON.stringify(checkGraph(graph, { contracts }).summary),
    );
    return {
      revision,
      date: await gitText(git, ['show', '-s', '--format=%cs', commit]),
      before: JSON.parse(summary) as RevisionChanges['before'],
      side: { graph, contracts: contracts.map((contract) => evaluateContract(contract, graph)) },
    };
  };
  return async (
    project: Project,
    now: Pick<Snapshot, 'graph' | 'contracts'>,
  ): Promise<RevisionChanges | NotCompared> => {
    try {
      const revision = named ?? (await lastTag(git)) ?? (await someCommitsAgo(git, project.corpus.root));
      if (revision === undefined)
        return { reason: 'The git history that is here begins with this state of the documents.' };
      const commit = await gitText(git, [
        'rev-parse',
        '--verify',
        '--quiet',
        '--end-of-options',
        `${revision}^{commit}`,
      ]).catch(() => revision);
      if (!bases.has(commit)) bases.set(commit, baseAt(commit, revision, project));
      const { side, ...base } = await bases.get(commit)!;
      return { ...base, diff: diffGraphs(side, now) };
    } catch (error) {
      // The page shows the reason: the site can also be built from a folder without git.
      if (error instanceof UsageError) return { reason: `${sentence(error.message)}` };
      return { reason: 'This folder has no git history to compare with.' };
    }
  };
}

async function lastTag(git: Git): Promise<string | undefined> {
  return gitText(git, ['describe', '--tags', '--abbrev=0']).catch(() => undefined);
}

/** Undefined when the history has a single commit. In a shallow clone it can be shorter than it really is. */
async function someCommitsAgo(git: Git, root: string): Promise<string | undefined> {
  const commits = (await gitText(git, ['log', `-${COMMITS_BACK + 1}`, '--format=%h', '--', root]))
    .split('\n')
    .filter((id) => id !== '');
  return commits.length > 1 ? commits.at(-1) : undefined;
}

async function gitText(git: Git, args: readonly string[]): Promise<string> {
  return new TextDecoder().decode(await git(args)).trim();
}

function sentence(message: string): string {
  return `${message[0].toUpperCase()}${message.slice(1)}.`;
}
