import type { CodeUse, DocumentFacts, Problem, ShellRead } from '../model/index.ts';
import { countWord } from '../text/count-word.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { slipBetween } from '../text/near-miss.ts';
import { differInOneForm } from '../text/word-forms.ts';
import { singular } from '../text/singular.ts';
import type { Rule } from './rule.ts';

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
    const names = new Set(local.map(({ name }) => name)).size;
    if (names >= MIN_NAMES && unset.size <= names * (1 - MIN_SHARE_SET))
      for (const [name, uses] of unset) yield describe(name, uses, didYouMean(name, [...words].sort()));
    for (const use of reads) {
      if (use.inBlock !== undefined && words.has(use.name)) yield describeLocal(use, use.inBlock);
      const meant = words.has(use.name) ? undefined : globalMeant(use, words, documents);
      if (meant !== undefined) yield describe(use.name, [use], meant);
    }
  },
};

/** The only variable of the set that a name in capitals resembles, if the name stands nowhere else. */
function globalMeant(
  { name }: CodeUse,
  words: ReadonlySet<string>,
  documents: DocumentFacts[],
): string | undefined {
  if (!IS_GLOBAL_NAME.test(name) || countWord(name, documents) > 1) return undefined;
  const alike = [...words].filter((word) => IS_GLOBAL_NAME.test(word) && resembles(name, word));
  return alike.length === 1 ? alike[0] : undefined;
}

/** Whether names differ by one slip of the keyboard other than in a digit, by a plural, or in the form of one word. */
function resembles(written: string, meant: string): boolean {
  if (differInOneForm(written, meant)) return true;
  const slip = slipBetween(written, meant);
  const isSlip = slip !== undefined && written.replaceAll(/\D/g, '') === meant.replaceAll(/\D/g, '');
  return isSlip || inSingular(written) === inSingular(meant);
}

function inSingular(name: string): string {
  return name.toLowerCase().split('_').map(singular).join('_');
}

function describeLocal({ name, range }: ShellRead, inBlock: string): Problem {
  return {
    at: range,
    message: `The variable ${name} is read here, and this block sets ${inBlock}.`,
    suggestion: inBlock,
  };
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
