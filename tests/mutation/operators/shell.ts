import type { CodeUse } from '#specgraph';
import { type Mutant, type Operator, type Original, replaceRange, spread } from '../mutant.ts';

const MAY_BREAK = ['contract-pattern', 'contract-artifact', 'unused-function', 'conflicting-definition'];

/** A function that is called by a name with one word exchanged. */
export const functionCalledByOtherName: Operator = function* (original) {
  const shells = original.graph.documents.flatMap(({ shell }) => shell ?? []);
  const defined = new Set(shells.flatMap((shell) => shell.definitions).map(({ name }) => name));
  const calls = shells
    .flatMap((shell) => shell.calls)
    .filter(({ name }) => /_/.test(name) && defined.has(name));
  for (const use of spread(calls, 12)) yield renamed(original, use, 'undefined-function', 'is called');
};

/** A function whose definition gets another name; its calls stay. */
export const functionDefinedByOtherName: Operator = function* (original) {
  const shells = original.graph.documents.flatMap(({ shell }) => shell ?? []);
  const called = new Set(shells.flatMap((shell) => shell.calls).map(({ name }) => name));
  const definitions = shells.flatMap((shell) => shell.definitions);
  const once = definitions.filter(
    ({ name }) =>
      called.has(name) && name.includes('_') && definitions.filter((one) => one.name === name).length === 1,
  );
  for (const use of spread(once, 12)) {
    // A name that is used once may be wrong where it is used.
    const uses = original.graph.documents.flatMap(({ source }) => [
      ...source.matchAll(new RegExp(String.raw`\b${use.name}\b`, 'g')),
    ]);
    if (uses.length > 2) yield renamed(original, use, 'undefined-function', 'is defined');
  }
};

/** A function that is used by its name without an inner word, in the document that defines it. */
export const functionWithoutInnerWord: Operator = function* (original) {
  const long = original.graph.documents.flatMap(({ functions }) => {
    const defined = new Map(functions?.definitions.map(({ name, range }) => [name, range.line]));
    return (
      functions?.uses.filter(
        ({ name, range }) =>
          /^[a-z]+(?:_[a-z]+){3,}$/.test(name) && defined.has(name) && defined.get(name) !== range.line,
      ) ?? []
    );
  });
  for (const use of spread(long, 6))
    yield renamed(original, use, 'undefined-function', 'is used', use.name.replace(/_[a-z]+/, ''));
};

/** A function that nothing calls or names. */
export const functionAdded: Operator = function* ({ graph, text }) {
  const definitions = graph.documents.flatMap(({ shell }) => shell?.definitions ?? []);
  for (const { range } of spread(definitions, 6)) {
    const lines = text(range.file).split('\n');
    lines.splice(range.line - 1, 0, 'purge_old_layers() { rm -r /var/tmp/layers; }', '');
    yield {
      name: `${range.file}:${range.line} a function that nothing calls`,
      rule: 'unused-function',
      file: range.file,
      line: range.line,
      alsoBreaks: MAY_BREAK,
      changes: { [range.file]: lines.join('\n') },
    };
  }
};

/** A variable that a function reads by another name than it is set by. */
export const shellVariableRenamed: Operator = function* (original) {
  const reads = original.graph.documents
    .flatMap(({ shell }) => shell?.reads ?? [])
    .filter(({ name }) => /^[a-z]{4,}/.test(name));
  for (const use of spread(reads, 10)) yield renamed(original, use, 'unset-shell-variable', 'is read');
};

/** A variable in capitals that a function reads with one letter too few; other places have the right name. */
export const globalVariableMisspelled: Operator = function* ({ graph, text }) {
  const reads = graph.documents
    .flatMap(({ shell }) => shell?.reads ?? [])
    .filter(
      ({ name }) =>
        /^[A-Z]{2,}_[A-Z_]{5,}$/.test(name) && !graph.definitions.some((one) => one.name === name),
    );
  for (const { name, range } of spread(reads, 8)) {
    const other = name.slice(0, -3) + name.slice(-2);
    yield {
      name: `${range.file}:${range.line} ${name} is read as ${other}`,
      rule: 'unset-shell-variable',
      file: range.file,
      line: range.line,
      alsoBreaks: MAY_BREAK,
      changes: { [range.file]: replaceRange(text(range.file), range, other) },
    };
  }
};

/** A variable that a function sets, read in the plural; another function may have a variable of that name. */
export const shellVariableInPlural: Operator = function* (original) {
  const scopes = original.graph.documents.flatMap(({ shell }) => shell?.scopes ?? []);
  const own = scopes
    .filter(({ name, runsOther }) => name !== undefined && !runsOther)
    .flatMap(({ sets, reads }) =>
      reads.filter(
        ({ name }) =>
          /^[a-z]{3,}[a-rt-z]$/.test(name) &&
          sets.some((one) => one.name === name) &&
          sets.every((one) => one.name !== `${name}s`),
      ),
    );
  for (const use of spread(own, 10))
    yield renamed(original, use, 'unset-shell-variable', 'is read', `${use.name}s`);
};

function renamed(
  { text }: Original,
  { name, range }: CodeUse,
  rule: string,
  what: string,
  other = name.replace(/[^_]*$/, (last) => `new${last}`),
): Mutant {
  return {
    name: `${range.file}:${range.line} ${name} ${what} as ${other}`,
    rule,
    file: range.file,
    line: range.line,
    alsoBreaks: MAY_BREAK,
    changes: { [range.file]: replaceRange(text(range.file), range, other) },
  };
}
