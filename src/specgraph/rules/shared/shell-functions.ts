/** What the shell code of a whole set says of its functions. */
import type { CodeUse, FunctionUse } from '../../model/index.ts';
import { isOnce } from '../../text/count-word.ts';
import type { GraphView } from '../../view.ts';

/** A set defines its own functions when it defines at least so many, … */
const MIN_FUNCTIONS = 3;
/** … at least this share of the names that its code calls like functions, and its code calls this share of them. */
const MIN_SHARE = 0.75;
/** Programs rarely have an underscore in their names; functions of a script mostly have one. */
const IS_FUNCTION_NAME = /^_?[a-z][a-z0-9]*(?:_[a-z0-9]+)+$/;

export interface ShellFunctions {
  definitions: Map<string, CodeUse[]>;
  calls: Map<string, CodeUse[]>;
  /** Names that are called and that nothing defines. */
  undefinedNames: string[];
  /** Definitions of functions whose names stand nowhere else in the set. */
  unused: CodeUse[];
}

/** @returns undefined where the set leaves its functions to others: a few excerpts of scripts */
export function shellFunctionsOf({ documents }: GraphView): ShellFunctions | undefined {
  const shells = documents.flatMap(({ shell }) => shell ?? []);
  const definitions = Map.groupBy(
    shells.flatMap((shell) => shell.definitions),
    ({ name }) => name,
  );
  const named = [...definitions.keys()].filter((name) => IS_FUNCTION_NAME.test(name));
  if (named.length < MIN_FUNCTIONS) return undefined;
  const calls = Map.groupBy(
    shells.flatMap((shell) => shell.calls).filter(({ name }) => IS_FUNCTION_NAME.test(name)),
    ({ name }) => name,
  );
  // A block may hold the output of a command: only one that defines or calls functions of the set is a script.
  const blockOf = ({ range, block }: FunctionUse): string => `${range.file}:${block}`;
  const scripts = new Set([
    ...shells.flatMap((shell) => shell.definitions).map(blockOf),
    ...[...calls].flatMap(([name, uses]) => (definitions.has(name) ? uses.map(blockOf) : [])),
  ]);
  for (const [name, uses] of calls) {
    const own = uses.filter((use) => scripts.has(blockOf(use)));
    if (own.length > 0) calls.set(name, own);
    else calls.delete(name);
  }
  const undefinedNames = [...calls.keys()].filter((name) => !definitions.has(name));
  const uncalled = named.filter((name) => !calls.has(name));
  const isClosed =
    undefinedNames.length <= calls.size * (1 - MIN_SHARE) &&
    uncalled.length <= named.length * (1 - MIN_SHARE);
  if (!isClosed) return undefined;
  const unused = uncalled.map((name) => definitions.get(name)!);
  return {
    definitions,
    calls,
    undefinedNames,
    unused: unused.filter((own) => own.length === 1 && isOnce(own[0].name, documents)).flat(),
  };
}

/**
 * The definition that was probably meant to define a name: the only one that nothing uses, where the name is the only one
 * that nothing defines.
 */
export function renamedDefinition({ undefinedNames, unused }: ShellFunctions): CodeUse | undefined {
  return undefinedNames.length === 1 && unused.length === 1 ? unused[0] : undefined;
}
