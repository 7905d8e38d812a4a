/** Problems of places that state another value of a field than the definition does. */
import type { Definition, Problem, StatedValue } from '../../model/index.ts';
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
  for (const value of stated) {
    const named = owners.get(value.name) ?? [];
    const field = fields.get(value.field)!;
    const own = named.find(({ range }) => range.file === value.range.file && range.line === value.range.line);
    if (own) yield* againstItself(own, value, scheme);
    else if (
      !isFaultyValue(value, named, field) &&
      !named.some((definition) => agrees(definition, value, field)) &&
      !overrideOf(value, scheme.overrides, graph)
    )
      yield describe(value, named[0], field.words);
  }
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
