/** Finds variables that a function reads and does not set, where it sets one with nearly the same name. */
import type { CodeUse, DocumentFacts, ShellScope } from '../../model/index.ts';
import { countWord } from '../../text/count-word.ts';
import { slipBetween } from '../../text/near-miss.ts';
import { singular } from '../../text/singular.ts';
import { differInOneForm } from '../../text/word-forms.ts';

/** A variable that is read and set nowhere, and the one that was probably meant. */
export interface Confusion {
  reads: CodeUse[];
  /** Where the other name is set. */
  meant: CodeUse;
  /** The other name is read nowhere, and this one more than once: the place that sets it has the wrong name. */
  isSetWrong: boolean;
}

const IS_LOCAL_NAME = /^_?[a-z][a-z0-9_]+$/;
const IS_GLOBAL_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

export function confusedVariables(documents: readonly DocumentFacts[]): Confusion[] {
  const scopes = documents.flatMap(({ shell }) => shell?.scopes ?? []);
  const anywhere = new Set(scopes.flatMap(globalsOf));
  const isSet = new Set(scopes.flatMap(({ sets }) => sets.map(({ name }) => name)));
  const namesOfCallers = namesSetByCallers(scopes);
  return scopes.flatMap((scope) => {
    if (scope.runsOther || scope.sets.length === 0) return [];
    const own = new Set(scope.sets.map(({ name }) => name));
    const ofCallers = namesOfCallers(scope.name);
    const unset = scope.reads.filter(
      ({ name }) => !anywhere.has(name) && !own.has(name) && !ofCallers.has(name),
    );
    return [...Map.groupBy(unset, ({ name }) => name)].flatMap(([name, reads]): Confusion[] => {
      if (
        !IS_LOCAL_NAME.test(name) &&
        (!IS_GLOBAL_NAME.test(name) || countWord(name, documents, reads.length + 1) > reads.length)
      )
        return [];
      // Code outside functions is an excerpt: what it reads may be set anywhere.
      if (
        scope.name === undefined &&
        (isSet.has(name) || countWord(name, documents, reads.length + 1) > reads.length)
      )
        return [];
      const near = scope.sets.filter((one) => !one.isGiven && isMeant(name, one, scope));
      const [meant] = near;
      if (!meant || near.some((one) => one.name !== meant.name)) return [];
      const isRead = scope.reads.some((one) => one.name === meant.name);
      return [{ reads, meant, isSetWrong: !isRead && reads.length > 1 && near.length === 1 }];
    });
  });
}

/** What other code can read: what a function sets and does not declare as its own. */
function globalsOf({ name, sets }: ShellScope): string[] {
  const own = new Set(sets.flatMap((one) => (name !== undefined && one.isLocal ? [one.name] : [])));
  return sets.flatMap((one) => (own.has(one.name) || one.isGiven ? [] : [one.name]));
}

/** Whether a variable that the scope sets was meant by the name that it reads. */
function isMeant(read: string, { name }: CodeUse, scope: ShellScope): boolean {
  if (resembles(read, name)) return true;
  return differsInWord(read, name) && scope.reads.every((one) => one.name !== name);
}

/** Whether names differ by one slip of the keyboard other than in a digit, by a plural, or in the form of one word. */
export function resembles(written: string, meant: string): boolean {
  if (differInOneForm(written, meant)) return true;
  const slip = slipBetween(written, meant);
  const isSlip = slip !== undefined && written.replaceAll(/\D/g, '') === meant.replaceAll(/\D/g, '');
  return isSlip || inSingular(written) === inSingular(meant);
}

function inSingular(name: string): string {
  return name.toLowerCase().split('_').map(singular).join('_');
}

/** "CERT_PATH" and "CERT_FILE": another word at one place. */
function differsInWord(a: string, b: string): boolean {
  return differingWords(a, b).length === 2 && a.includes('_');
}

/** The words at the places where names of equally many words differ; none where they have more or fewer words. */
function differingWords(a: string, b: string): string[] {
  const [left, right] = [a.split('_'), b.split('_')];
  return left.length === right.length
    ? left.flatMap((word, i) => (word === right[i] ? [] : [word, right[i]]))
    : [];
}

/** For the name of a function: the variables that its callers set, and the callers of these. Each name is worked out once. */
function namesSetByCallers(scopes: readonly ShellScope[]): (called?: string) => ReadonlySet<string> {
  const callers = new Map<string, ShellScope[]>();
  for (const scope of scopes)
    for (const called of new Set(scope.calls)) {
      const known = callers.get(called);
      if (known) known.push(scope);
      else callers.set(called, [scope]);
    }
  const known = new Map<string, ReadonlySet<string>>();
  return (called = '') => {
    const names = known.get(called) ?? namesSetBy(callersOf(called, callers));
    known.set(called, names);
    return names;
  };
}

function callersOf(called: string, direct: ReadonlyMap<string, ShellScope[]>): Set<ShellScope> {
  const found = new Set<ShellScope>();
  const names = new Set([called]);
  for (const name of names)
    for (const caller of direct.get(name) ?? []) {
      found.add(caller);
      if (caller.name !== undefined) names.add(caller.name);
    }
  return found;
}

function namesSetBy(scopes: Iterable<ShellScope>): Set<string> {
  return new Set([...scopes].flatMap(({ sets }) => sets.map(({ name }) => name)));
}
