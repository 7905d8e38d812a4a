import type { CodeUse, Problem } from '../model/index.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Rule } from './rule.ts';

/** Names in capitals may come from the environment. */
const IS_LOCAL_NAME = /^_?[a-z][a-z0-9_]+$/;

/** Where functions read fewer names, or more of them are unset, another program sets them. */
const MIN_NAMES = 3;
const MIN_SHARE_SET = 0.75;

/** Only blocks that define functions are read: others are excerpts, and the text may say what sets a variable. */
export const unsetShellVariable: Rule = {
  id: 'unset-shell-variable',
  group: 'statements',
  severity: 'error',
  summary: 'A variable that a shell function reads is set in shell code of the set',
  replaces: ['misspelled-name'],
  *check({ documents }) {
    const shells = documents.flatMap(({ shell }) => shell ?? []);
    const words = new Set(shells.flatMap((shell) => shell.words));
    const reads = shells.flatMap((shell) => shell.reads).filter(({ name }) => IS_LOCAL_NAME.test(name));
    const unset = Map.groupBy(
      reads.filter(({ name }) => !words.has(name)),
      ({ name }) => name,
    );
    const names = new Set(reads.map(({ name }) => name)).size;
    if (names < MIN_NAMES || unset.size > names * (1 - MIN_SHARE_SET)) return;
    for (const [name, uses] of unset) yield describe(name, uses, words);
  },
};

function describe(name: string, [first, ...others]: readonly CodeUse[], words: ReadonlySet<string>): Problem {
  return {
    at: first.range,
    message: `The variable ${name} is read here, and no shell code of the set sets it.`,
    suggestion: didYouMean(name, [...words].sort()),
    related:
      others.length === 0
        ? undefined
        : others.map(({ range }) => ({ at: { file: range.file, line: range.line }, note: 'read as well' })),
  };
}
