import type { CodeUse, Problem } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { countWord, isOnce } from '../text/count-word.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { GraphView } from '../view.ts';
import { renamedUses } from './shared/renamed-functions.ts';
import { renamedDefinition, shellFunctionsOf, type ShellFunctions } from './shared/shell-functions.ts';
import type { Rule } from './rule.ts';

/** Reported only in a set that defines most of the functions that its shell code calls: elsewhere scripts are excerpts. */
export const undefinedFunction: Rule = {
  id: 'undefined-function',
  group: 'statements',
  severity: 'error',
  summary: 'A function that the documents call is defined in one of them, by the same name',
  replaces: ['misspelled-name'],
  *check(graph) {
    const reported = new Set<string>();
    const functions = shellFunctionsOf(graph);
    if (functions) {
      for (const name of functions.undefinedNames) {
        reported.add(name);
        yield describeCall(name, functions, graph);
      }
      for (const { functionsInProse } of graph.documents) {
        yield PAUSE;
        for (const use of functionsInProse) {
          const meant = meantInProse(use, functions, graph);
          if (!meant) continue;
          reported.add(use.name);
          yield describeProse(use, meant, functions);
        }
      }
    }
    for (const { use, meant } of renamedUses(graph.documents)) {
      if (reported.has(use.name)) continue;
      yield {
        at: use.range,
        message: `${use.name} stands only here; this document defines the function ${meant.name}.`,
        suggestion: meant.name,
        related: [noteAt(meant, `defines ${meant.name}`)],
      };
    }
  },
};

function describeCall(name: string, functions: ShellFunctions, graph: GraphView): Problem {
  const [first, ...others] = functions.calls.get(name)!;
  const renamed = renamedDefinition(functions);
  if (renamed && countWord(name, graph.documents, 2) > 1) {
    return {
      at: renamed.range,
      message: `The function ${renamed.name} is used nowhere, and ${name} is called and defined nowhere.`,
      suggestion: name,
      related: [first, ...others].map((use) => noteAt(use, `calls ${name}`)),
    };
  }
  const meant =
    didYouMean(name, functions.definitions.keys()) ?? renamed?.name ?? otherInOneWord(name, functions);
  return {
    at: first.range,
    message: `The function ${name} is called here and defined nowhere in the set.`,
    suggestion: meant,
    related: [
      ...others.map((use) => noteAt(use, 'called as well')),
      ...(meant === undefined ? [] : [noteAt(functions.definitions.get(meant)![0], `defines ${meant}`)]),
    ],
  };
}

function describeProse({ name, range }: CodeUse, meant: string, { definitions }: ShellFunctions): Problem {
  return {
    at: range,
    message: `The text calls ${name} a function; no code of the set defines it.`,
    suggestion: meant,
    related: [noteAt(definitions.get(meant)![0], `defines ${meant}`)],
  };
}

function noteAt({ range }: CodeUse, note: string): NonNullable<Problem['related']>[number] {
  return { at: { file: range.file, line: range.line }, note };
}

/** Prose names functions of libraries as well: only a name that resembles a function of the set is taken for one. */
function meantInProse({ name }: CodeUse, functions: ShellFunctions, graph: GraphView): string | undefined {
  if (functions.definitions.has(name) || functions.calls.has(name)) return undefined;
  const meant = didYouMean(name, functions.definitions.keys()) ?? otherInOneWord(name, functions);
  return meant !== undefined && isOnce(name, graph.documents) ? meant : undefined;
}

/** The only function whose name differs in one of at least three words: "write_run_config" for "make_run_config". */
function otherInOneWord(name: string, { definitions }: ShellFunctions): string | undefined {
  const words = name.split('_');
  const found = [...definitions.keys()].filter((other) => {
    const others = other.split('_');
    return (
      words.length >= 3 &&
      others.length === words.length &&
      others.filter((word, i) => word !== words[i]).length === 1
    );
  });
  return found.length === 1 ? found[0] : undefined;
}
