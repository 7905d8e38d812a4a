import type { SourceRange } from '#specgraph';
import { type Operator, replaceRange, spread, textIn, type Mutant, type Original } from '../mutant.ts';

const ALSO_BREAKS = ['contract-pattern', 'contract-artifact', 'conflicting-cell', 'conflicting-definition'];

function mutantOf(
  { text }: Original,
  rule: string,
  range: SourceRange,
  [from, to]: [string, string],
): Mutant {
  const { file, line } = range;
  return {
    name: `${file}:${line} ${from} becomes ${to}`,
    rule,
    file,
    line,
    alsoBreaks: [...ALSO_BREAKS, 'misspelled-name', 'conflicting-default', 'conflicting-permission'],
    changes: { [file]: replaceRange(text(file), range, to) },
  };
}

/** One place keeps the old version of a product. */
export const versionForgotten: Operator = function* (original) {
  for (const { constants } of original.graph.documents) {
    const candidates = constants.versions.filter(
      ({ subject, value, isOnPurpose }) => !isOnPurpose && subject === 'Ubuntu' && value === '24.04',
    );
    for (const { value, range } of spread(candidates, 2))
      yield mutantOf(original, 'conflicting-version', range, [value, '20.10']);
  }
};

/** One place has another size of the keys. */
export const keySizeChanged: Operator = function* (original) {
  for (const { constants } of original.graph.documents) {
    const candidates = constants.versions.filter(({ of, isOnPurpose }) => of === 'key size' && !isOnPurpose);
    for (const { value, range } of spread(candidates, 3))
      yield mutantOf(original, 'conflicting-version', range, [value, '1024']);
  }
};

/** One place pins another release of a package. */
export const pinChanged: Operator = function* (original) {
  for (const { constants } of original.graph.documents) {
    const candidates = constants.versions.filter(
      ({ subject, isPinned, isOnPurpose }) => subject === 'torch' && isPinned && !isOnPurpose,
    );
    for (const { value, range } of spread(candidates, 2))
      yield mutantOf(original, 'conflicting-version', range, [value, '2.1.7']);
  }
};

/** One digit of a user or group is wrong. */
export const userMisspelled: Operator = function* (original) {
  for (const { constants } of original.graph.documents)
    for (const { value, range } of spread(
      constants.longNumbers.filter(({ isUserId }) => isUserId),
      2,
    ))
      yield mutantOf(original, 'misspelled-user-id', range, [value, `${value.slice(0, 3)}1${value[4]}`]);
};

/** One place gives another mode to a file. */
export const modeChanged: Operator = function* (original) {
  const { graph } = original;
  const all = graph.documents.flatMap(({ constants }) => constants.permissions);
  for (const { constants } of graph.documents) {
    const candidates = constants.permissions.filter(
      ({ kind, file, value }) =>
        kind === 'mode' &&
        file === 'ca.key' &&
        all.filter((other) => other.file === file && other.value === value).length > 2,
    );
    for (const { value, range } of spread(candidates, 2))
      yield mutantOf(original, 'conflicting-permission', range, [value, '0640']);
  }
};

/** One place says another number of attempts beside the same pause. */
export const attemptsChanged: Operator = function* (original) {
  const all = original.graph.documents.flatMap(({ constants }) => constants.quantities);
  const candidates = all.filter(
    (one) =>
      one.text === '30 attempts' &&
      all.some(
        (other) =>
          other.text === '10 s' && other.range.file === one.range.file && other.sentence === one.sentence,
      ),
  );
  for (const { text, range } of candidates)
    yield mutantOf(original, 'conflicting-quantity', range, [text, '33 attempts']);
};

/** One place gives another port to what has one everywhere else. */
export const portOfOther: Operator = function* (original) {
  for (const { constants } of original.graph.documents) {
    const candidates = constants.labelledPorts.filter(
      ({ label, port }) => label === 'Fleet API' && port === '9092',
    );
    for (const { port, range } of spread(candidates, 1))
      yield mutantOf(original, 'conflicting-port', range, [port, '9093']);
  }
};

/** Prose or code gives another upper bound to a name; other rules compare rows of tables and input strings as well. */
export const boundChanged: Operator = function* (original) {
  const ranges = original.graph.documents.flatMap(({ constants }) => constants.ranges);
  const count = Map.groupBy(ranges, ({ low, high }) => `${Number(low)} ${Number(high)}`);
  const isDefinition = ({ file, line }: SourceRange): boolean =>
    /^\||\bO\|/.test(original.text(file).split('\n')[line - 1]);
  const candidates = ranges.filter(
    ({ low, high, range }) => count.get(`${Number(low)} ${Number(high)}`)!.length > 3 && !isDefinition(range),
  );
  for (const { high, range } of spread(candidates, 6)) {
    const written = textIn(original.text(range.file), range);
    const mutant = mutantOf(original, 'conflicting-range', range, [
      written,
      written.replace(high, `${high}7`),
    ]);
    yield { ...mutant, alsoBreaks: [...mutant.alsoBreaks, 'conflicting-message'] };
  }
};

/** One row has another test than the other rows with the same rule. */
export const rowOfOther: Operator = function* (original) {
  for (const { tables } of original.graph.documents)
    for (const { header, rows } of tables) {
      const column = header.findIndex(({ text }) => text === 'Test');
      if (column < 0) continue;
      const cells = rows.map((row) => row.cells[column]).filter(({ text }) => text === '^[1-9][0-9]*$');
      for (const { text, range } of cells.length > 3 ? spread(cells, 3) : []) {
        const mutant = mutantOf(original, 'conflicting-row', range, [text, '`^[0-9]+$`']);
        yield { ...mutant, alsoBreaks: [...mutant.alsoBreaks, 'conflicting-pattern'] };
      }
    }
};

/** One list has another option than all others. */
export const optionExchanged: Operator = function* (original) {
  const all = original.graph.documents.flatMap(({ constants }) => constants.options);
  const alike = Map.groupBy(all, ({ items }) => items.toSorted().join());
  for (const own of alike.values())
    for (const { text, items, range } of own.length > 3 ? spread(own, 2) : [])
      yield mutantOf(original, 'conflicting-options', range, [
        text,
        text.replace(items.at(-1)!, 'otherwise'),
      ]);
};

/** One place names the address of a neighbour. */
export const addressOfNeighbour: Operator = function* (original) {
  for (const { constants } of original.graph.documents) {
    const candidates = constants.literals.filter(({ value }) => value === '10.10.9.0:9092');
    for (const { value, range } of spread(candidates, 1))
      yield mutantOf(original, 'misspelled-number', range, [value, '10.10.9.7:9092']);
  }
};
