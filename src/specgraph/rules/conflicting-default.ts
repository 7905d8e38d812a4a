import type { Problem, StatedDefault } from '../model/index.ts';
import { isSameValue } from '../text/values.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const conflictingDefault: Rule = {
  id: 'conflicting-default',
  group: 'statements',
  severity: 'error',
  summary: 'Every place that states a default of a name states the same one',
  *check(graph) {
    const definitions = Map.groupBy(graph.definitions, ({ name }) => name);
    for (const facts of graph.documents) {
      const own = facts.defaults.filter(({ name }) => !definitions.has(name));
      for (const [name, stated] of Map.groupBy(own, (one) => one.name)) yield* againstEachOther(name, stated);
      for (const stated of facts.defaults)
        yield* againstDefinition(stated, definitions.get(stated.name) ?? []);
    }
  },
};

/** The definition owns the default. Tables are compared with it by `conflicting-definition`. */
function* againstDefinition(stated: StatedDefault, definitions: GraphView['definitions']): Iterable<Problem> {
  const known = definitions.filter((definition) => definition.default !== undefined);
  if (known.length === 0 || stated.form === 'table' || stated.value === '') return;
  if (known.some((definition) => isSameValue(definition.default!, stated.value))) return;
  const [{ range, default: value }] = known;
  yield {
    at: stated.range,
    message: `The default of ${stated.name} is ${shown(stated.value)} here and ${shown(value!)} in its definition.`,
    suggestion: value,
    related: [{ at: { file: range.file, line: range.line }, note: 'the definition' }],
  };
}

/** Without a definition a table owns the default, and otherwise the value that most places state; else nobody can tell. */
function* againstEachOther(name: string, stated: readonly StatedDefault[]): Iterable<Problem> {
  // Code alone shows how a default is written: examples of one name differ.
  if (!stated.some(({ form }) => form !== 'code')) return;
  const groups = groupByValue(stated.filter(({ value, form }) => value !== '' && form !== 'sentence'));
  const owner = groups.length > 1 ? ownerOf(groups) : undefined;
  if (!owner) return;
  const [{ value: right, range: place }] = owner;
  for (const { value, range } of groups.filter((group) => group !== owner).flat()) {
    yield {
      at: range,
      message: `The default of ${name} is ${shown(value)} here and ${shown(right)} in line ${place.line}.`,
      suggestion: right,
      related: [{ at: { file: place.file, line: place.line }, note: `the default ${shown(right)}` }],
    };
  }
}

function groupByValue(stated: readonly StatedDefault[]): StatedDefault[][] {
  const groups: StatedDefault[][] = [];
  for (const one of stated) {
    const group = groups.find(([first]) => isSameValue(first.value, one.value));
    if (group) group.push(one);
    else groups.push([one]);
  }
  return groups;
}

/** The group that is right as far as can be told: the only one with a table, or the largest. */
function ownerOf(groups: readonly StatedDefault[][]): StatedDefault[] | undefined {
  const inTables = groups.filter((group) => group.some(({ form }) => form === 'table'));
  if (inTables.length === 1) return inTables[0];
  const [largest, second] = groups.toSorted((a, b) => b.length - a.length);
  return largest.length > second.length ? largest : undefined;
}

function shown(value: string): string {
  return value === '' ? 'empty' : value;
}
