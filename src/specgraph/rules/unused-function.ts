import { countWord } from '../text/count-word.ts';
import { renamedDefinition, shellFunctionsOf } from './shared/shell-functions.ts';
import type { Rule } from './rule.ts';

/** A set that uses all but one in so many of its functions says where each of them is used. */
const MIN_FUNCTIONS_PER_UNUSED = 5;

export const unusedFunction: Rule = {
  id: 'unused-function',
  group: 'statements',
  severity: 'warn',
  summary: 'A shell function that the documents define is called or named elsewhere in them',
  *check({ documents, ...graph }) {
    const functions = shellFunctionsOf({ documents, ...graph });
    if (!functions) return;
    const { definitions, unused, undefinedNames } = functions;
    if (unused.length * MIN_FUNCTIONS_PER_UNUSED > definitions.size) return;
    // `undefined-function` reports a definition whose callers use another name.
    const reported = undefinedNames.some((name) => countWord(name, documents, 2) > 1)
      ? renamedDefinition(functions)
      : undefined;
    for (const { name, range } of unused) {
      if (name !== reported?.name)
        yield { at: range, message: `The function ${name} is defined here and used nowhere in the set.` };
    }
  },
};
