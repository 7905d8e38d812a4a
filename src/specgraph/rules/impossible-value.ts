import type { Assignment, Definition, Problem } from '../model/index.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { slipBetween } from '../text/near-miss.ts';
import type { GraphView } from '../view.ts';
import type { Rule } from './rule.ts';

/** So often a value is used before another one that differs by one slip is a misspelling of it. */
const MIN_USES = 3;
/** Shorter values are alike by chance: "v1" and "v2". */
const MIN_LETTERS = 4;

/** The values of a flag. */
const PAIRS = [
  ['yes', 'no'],
  ['true', 'false'],
  ['on', 'off'],
] as const;

export const impossibleValue: Rule = {
  id: 'impossible-value',
  group: 'statements',
  severity: 'error',
  summary: 'A value that code gives to a name is one that its definition allows',
  replaces: ['unlisted-name'],
  *check(graph) {
    const allowed = allowedValues(graph);
    const byName = Map.groupBy(
      graph.documents.flatMap(({ assignments }) => assignments),
      ({ name }) => name,
    );
    for (const [name, own] of byName) {
      const values = allowed.get(name);
      yield* values ? outsideOf(values, own) : misspelled(own);
    }
  },
};

interface Allowed {
  values: readonly string[];
  definition: Definition;
  isAnyCase: boolean;
}

/** The closed sets of values by name: the options of a definition, or the pair that the default of a flag is of. */
function allowedValues({ definitions }: GraphView): Map<string, Allowed> {
  const found = new Map<string, Allowed>();
  for (const definition of definitions) {
    const { options, type, default: initial } = definition.fields;
    const pair = /^bool/i.test(String(type))
      ? PAIRS.find((one) => one.some((value) => value === String(initial).toLowerCase()))
      : undefined;
    const values = Array.isArray(options) ? options.map(String) : pair;
    if (values && values.length > 1)
      found.set(definition.name, { values, definition, isAnyCase: pair !== undefined });
  }
  return found;
}

function* outsideOf(
  { values, definition, isAnyCase }: Allowed,
  own: readonly Assignment[],
): Iterable<Problem> {
  const normal = (value: string): string => (isAnyCase ? value.toLowerCase() : value);
  for (const { name, value, range } of own) {
    if (values.includes(normal(value))) continue;
    yield {
      at: range,
      message: `${name} is "${value}" here; its definition allows ${values.join(', ')}.`,
      suggestion: didYouMean(value, values),
      related: [{ at: { file: definition.range.file, line: definition.range.line }, note: 'the definition' }],
    };
  }
}

function isFlag(value: string): boolean {
  return PAIRS.flat().some((one) => one === value.toLowerCase());
}

/** A value that is used once, where all others are those of a flag, or that differs by one slip from one that is used often. */
function* misspelled(own: readonly Assignment[]): Iterable<Problem> {
  const uses = Map.groupBy(own, ({ value }) => value);
  const frequent = [...uses].filter(([, places]) => places.length >= MIN_USES);
  for (const [value, places] of uses) {
    if (places.length > 1 || !/^[A-Za-z_-]+$/.test(value) || isFlag(value)) continue;
    const meant = frequent.find(
      ([other]) =>
        (value.length >= MIN_LETTERS && slipBetween(value, other)) ||
        (isFlag(other) && [...uses].every(([one]) => one === value || isFlag(one))),
    );
    if (!meant) continue;
    const [{ name, range }] = places;
    const [{ range: first }] = meant[1];
    yield {
      at: range,
      message: `${name} is "${value}" only here, and "${meant[0]}" in ${meant[1].length} other places.`,
      suggestion: meant[0],
      related: [{ at: { file: first.file, line: first.line }, note: `"${meant[0]}"` }],
    };
  }
}
