import type { CodeUse, DocumentFacts, Problem } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { countWord } from '../text/count-word.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Rule } from './rule.ts';
import { confusedVariables, resembles, type Confusion } from './shared/shell-scopes.ts';

/** Names in capitals may come from the environment. */
const IS_LOCAL_NAME = /^_?[a-z][a-z0-9_]+$/;
const IS_GLOBAL_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

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
    const reads = shells.flatMap((shell) => shell.reads);
    const local = reads.filter(({ name }) => IS_LOCAL_NAME.test(name));
    const unset = Map.groupBy(
      local.filter(({ name }) => !words.has(name)),
      ({ name }) => name,
    );
    const reported = new Set<string>();
    const names = new Set(local.map(({ name }) => name)).size;
    if (names >= MIN_NAMES && unset.size <= names * (1 - MIN_SHARE_SET))
      for (const [name, uses] of unset) {
        for (const use of uses) reported.add(placeOf(use));
        yield describe(name, uses, didYouMean(name, [...words].sort()));
      }
    for (const use of reads) {
      yield PAUSE;
      const meant = words.has(use.name) ? undefined : globalMeant(use, words, documents);
      if (meant === undefined) continue;
      reported.add(placeOf(use));
      yield describe(use.name, [use], meant);
    }
    for (const confusion of confusedVariables(documents))
      if (!confusion.reads.some((use) => reported.has(placeOf(use)))) yield describeConfusion(confusion);
  },
};

function placeOf({ range }: CodeUse): string {
  return `${range.file}:${range.line}:${range.column}`;
}

/** The only variable of the set that a name in capitals resembles, if the name stands nowhere else. */
function globalMeant(
  { name }: CodeUse,
  words: ReadonlySet<string>,
  documents: DocumentFacts[],
): string | undefined {
  if (!IS_GLOBAL_NAME.test(name) || countWord(name, documents, 2) > 1) return undefined;
  const alike = [...words].filter((word) => IS_GLOBAL_NAME.test(word) && resembles(name, word));
  return alike.length === 1 ? alike[0] : undefined;
}

function describe(name: string, [first, ...others]: readonly CodeUse[], meant: string | undefined): Problem {
  return {
    at: first.range,
    message: `The variable ${name} is read here, and no shell code of the set sets it.`,
    suggestion: meant,
    related:
      others.length === 0
        ? undefined
        : others.map(({ range }) => ({ at: { file: range.file, line: range.line }, note: 'read as well' })),
  };
}

function describeConfusion({ reads, meant, isSetWrong }: Confusion): Problem {
  const [{ name, range }] = reads;
  const { file, line } = isSetWrong ? range : meant.range;
  return {
    at: isSetWrong ? meant.range : range,
    message: isSetWrong
      ? `The variable ${meant.name} is set here and read nowhere; ${name} is read, and nothing sets it.`
      : `The variable ${name} is read here, and nothing sets it here; ${meant.name} is set.`,
    suggestion: isSetWrong ? name : meant.name,
    related: [{ at: { file, line }, note: isSetWrong ? `${name} is read` : `${meant.name} is set` }],
  };
}
