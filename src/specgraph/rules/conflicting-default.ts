import type { Problem, StatedDefault } from '../model/index.ts';
import { isSameValue } from '../text/values.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

export const conflictingDefault: Rule = {
  id: 'conflicting-default',
  group: 'statements',
  severity: 'error',
  summary: 'Every place that states a default of a name states the same one',
  replaces: ['conflicting-cell'],
  *check(graph) {
    const definitions = Map.groupBy(graph.definitions, ({ name }) => name);
    const variableOf = variablesByKey(definitions.keys());
    const stated = graph.documents.flatMap(({ defaults }) =>
      defaults.filter((one) => one.value !== '' && !isOfAnother(one, definitions)),
    );
    for (const [name, own] of Map.groupBy(stated, (one) => variableOf(one) ?? one.name)) {
      const known = (definitions.get(name) ?? []).filter((definition) => defaultOf(definition) !== undefined);
      if (known.length > 0) yield* againstDefinition(name, own, known);
      else if (!definitions.has(name))
        for (const ofDocument of Map.groupBy(own, ({ range }) => range.file).values())
          yield* againstEachOther(name, ofDocument);
    }
  },
};

type Definition = GraphView['definitions'][number];

/**
 * The key of a configuration or the flag that a variable becomes: `checkpoint-interval` and `--checkpoint-interval` for
 * `APP_CHECKPOINT_INTERVAL`, where no other variable ends in these words.
 */
function variablesByKey(names: Iterable<string>): (stated: StatedDefault) => string | undefined {
  const byEnd = new Map<string, string[]>();
  for (const name of names) {
    const words = name.split('_');
    for (const i of words.keys()) {
      // One word is the end of many names; beside a prefix alone it is the whole name.
      if (i === 0 || (words.length - i === 1 && i > 1)) continue;
      const end = words.slice(i).join('_');
      byEnd.set(end, [...(byEnd.get(end) ?? []), name]);
    }
  }
  return ({ name, isKey }) => {
    const found =
      isKey || KEY.test(name) ? byEnd.get(name.replace(/^--/, '').replaceAll('-', '_').toUpperCase()) : [];
    return found?.length === 1 ? found[0] : undefined;
  };
}

/** A variable of a program may have any name of letters. */
const KEY = /^(?:--)?[a-z][a-z\d]*(?:-[a-z\d]+)+$/;

/** The default with its unit, which other fields may say: "interval in seconds". */
function defaultOf({ fields }: Pick<Definition, 'fields'>): string | undefined {
  const value = fields.default;
  if (value === undefined) return undefined;
  const text = String(value);
  if (!/^\d+(?:\.\d+)?$/.test(text)) return text;
  const units = new Set(
    Object.values(fields).flatMap((field) => [...String(field).matchAll(UNIT)].map(([unit]) => unit)),
  );
  return units.size === 1 ? `${text} ${[...units][0]}` : text;
}

const UNIT = /\b(?:milliseconds|seconds|minutes|hours|days)\b/g;

/** The default as it is written. */
function writtenDefaultOf({ fields }: Pick<Definition, 'fields'>): string {
  return String(fields.default);
}

/**
 * A sentence that names several settings may mean any of them, unless all have the same default, or only the one that is
 * named last before the value is defined.
 */
function isOfAnother(
  { name, others = [] }: StatedDefault,
  definitions: ReadonlyMap<string, readonly Definition[]>,
): boolean {
  const defined = others.filter((other) => definitions.has(other));
  if (others.length === 0) return false;
  const [first, ...rest] = [name, ...defined].flatMap((one) =>
    (definitions.get(one) ?? [{ fields: {} }]).map(defaultOf),
  );
  return first === undefined || rest.some((own) => own === undefined || !isSameValue(own, first));
}

/**
 * The definition owns the default; where all others agree on another value, the definition is the mistake. Tables are
 * compared with it by `conflicting-definition`.
 */
function* againstDefinition(
  name: string,
  stated: readonly StatedDefault[],
  definitions: readonly Definition[],
): Iterable<Problem> {
  const others = stated.filter(({ form }) => form !== 'table');
  const wrong = others.filter(({ value }) =>
    definitions.every((definition) => !isSameValue(defaultOf(definition)!, value)),
  );
  const [definition] = definitions;
  const isOutvoted =
    wrong.length >= MIN_MAJORITY && wrong.length === others.length && groupByValue(wrong).length === 1;
  if (isOutvoted) {
    const [{ value, range: place }] = wrong;
    const cell = stated.find(
      ({ form, range }) =>
        form === 'table' && range.file === definition.range.file && range.line === definition.range.line,
    );
    yield {
      at: cell?.range ?? definition.range,
      message: `The default of ${name} is ${writtenDefaultOf(definition)} here and ${value} in the ${wrong.length} other places that state it.`,
      suggestion: value,
      related: [{ at: { file: place.file, line: place.line }, note: `the default ${value}` }],
    };
    return;
  }
  const { file, line } = definition.range;
  for (const { value, range } of wrong) {
    yield {
      at: range,
      message: `The default of ${name} is ${value} here and ${defaultOf(definition)} in its definition.`,
      suggestion: writtenDefaultOf(definition),
      related: [{ at: { file, line }, note: 'the definition' }],
    };
  }
}

/** So many statements outvote a definition. */
const MIN_MAJORITY = 2;

/** Without a definition a table owns the default, and otherwise the value that most places state; else nobody can tell. */
function* againstEachOther(name: string, stated: readonly StatedDefault[]): Iterable<Problem> {
  // Code alone shows how a default is written: examples of one name differ.
  if (!stated.some(({ form }) => form !== 'code' && form !== 'beside')) return;
  const groups = groupByValue(stated.filter(({ form }) => form !== 'sentence' && form !== 'beside'));
  const owner = groups.length > 1 ? ownerOf(groups) : undefined;
  if (!owner) return;
  const [{ value: right, range: place }] = owner;
  for (const { value, range } of groups.filter((group) => group !== owner).flat()) {
    yield {
      at: range,
      message: `The default of ${name} is ${value} here and ${right} in line ${place.line}.`,
      suggestion: right,
      related: [{ at: { file: place.file, line: place.line }, note: `the default ${right}` }],
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
