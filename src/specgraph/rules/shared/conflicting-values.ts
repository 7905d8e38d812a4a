/** Problems of places that state another value of a field than the definition does. */
import type { Definition, Problem, SourceRange, StatedValue } from '../../model/index.ts';
import {
  agrees,
  contradictionOf,
  definedValue,
  isFaultyValue,
  overrideOf,
} from '../../resolve/stated-values.ts';
import type { DefinitionScheme } from '../../resolve/schemes.ts';
import type { GraphView } from '../../view.ts';

/** One problem for each value that no definition of its name has. */
export function* conflictingValues(
  definitions: readonly Definition[],
  stated: readonly StatedValue[],
  scheme: DefinitionScheme,
  graph: GraphView,
): Iterable<Problem> {
  const owners = Map.groupBy(definitions, (definition) => definition.name);
  const fields = new Map(scheme.fields.map((field) => [field.id, field]));
  const wrong: { value: StatedValue; owner: Definition; words: string }[] = [];
  for (const value of stated) {
    const named = owners.get(value.name) ?? [];
    const field = fields.get(value.field)!;
    const own = named.find((definition) => isRowOf(definition, value.range));
    if (own) yield* againstItself(own, value, scheme);
    else if (
      !isFaultyValue(value, named, field) &&
      !named.some((definition) => agrees(definition, value, field)) &&
      !overrideOf(value, scheme.overrides, graph)
    )
      wrong.push({ value, owner: named[0], words: field.words });
  }
  for (const own of Map.groupBy(wrong, ({ value }) => `${value.name} ${value.field}`).values()) {
    const [{ owner, words }] = own;
    if (isOutvoted(own, stated))
      yield againstAll(
        owner,
        own.map((one) => one.value),
        words,
        stated,
      );
    else for (const one of own) yield describe(one.value, one.owner, one.words);
  }
}

/** So many places that agree outvote a definition. */
const MIN_MAJORITY = 2;

/** Whether all other places that state the value agree on another one than the definition. */
function isOutvoted(
  wrong: readonly { value: StatedValue; owner: Definition }[],
  stated: readonly StatedValue[],
): boolean {
  const [{ value: first, owner }] = wrong;
  const others = stated.filter(
    ({ name, field, range }) => name === first.name && field === first.field && !isRowOf(owner, range),
  );
  return (
    wrong.length >= MIN_MAJORITY &&
    wrong.length === others.length &&
    wrong.every(({ value }) => value.value === first.value)
  );
}

function isRowOf({ range }: Definition, { file, line }: SourceRange): boolean {
  return range.file === file && range.line === line;
}

function againstAll(
  owner: Definition,
  others: readonly StatedValue[],
  words: string,
  stated: readonly StatedValue[],
): Problem {
  const [{ name, field, value, range }] = others;
  const cell = stated.find((one) => one.name === name && one.field === field && isRowOf(owner, one.range));
  const own = definedValue(owner, field);
  return {
    at: cell?.range ?? owner.range,
    message: `${name} has ${words} ${shown(own)} here and ${shown(value)} in the ${others.length} other places that state it.`,
    suggestion: value || undefined,
    related: [{ at: { file: range.file, line: range.line }, note: shown(value) }],
  };
}

function* againstItself(
  definition: Definition,
  stated: StatedValue,
  { fields }: DefinitionScheme,
): Iterable<Problem> {
  const found = contradictionOf(definition, stated, fields);
  if (!found) return;
  const { words } = fields.find(({ id }) => id === stated.field)!;
  const other = shown(found.value);
  yield {
    at: stated.range,
    message: `${stated.name} has ${words} ${shown(stated.value)} here and ${other} in ${found.field.words} of the same row.`,
    suggestion: `make both ${other} or both ${shown(stated.value)}`,
  };
}

function describe(stated: StatedValue, owner: Definition, words: string): Problem {
  const right = definedValue(owner, stated.field);
  const where = owner.section === '' ? owner.range.file : `${owner.range.file}, Section ${owner.section}`;
  return {
    at: stated.range,
    message: `${stated.name} has ${words} ${shown(stated.value)} here and ${shown(right)} in ${where}, which owns it.`,
    suggestion: right || undefined,
    related: [{ at: owner.facets.definition[0], note: 'the owning row' }],
  };
}

function shown(value: string): string {
  return value === '' ? '(empty)' : value;
}
