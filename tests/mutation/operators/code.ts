/** Defects in the names of code blocks. */
import { type Operator, replaceRange, spread } from '../mutant.ts';

/** A key of an object with a letter too much. */
export const keyMisspelled: Operator = function* ({ graph, text }) {
  const all = graph.documents.flatMap(({ objects }) => objects);
  for (const { path: file, objects } of graph.documents) {
    const candidates = objects.flatMap((object) =>
      (object.path === '' ? [] : object.keys).filter(
        ({ name }) =>
          /^[a-z]{5,}_[a-z]{4,}$/.test(name) &&
          all.filter(
            (one) => one.path === object.path && one.keys.filter((key) => key.name === name).length === 1,
          ).length > 3,
      ),
    );
    for (const { name, range } of spread(candidates, 2)) {
      const wrong = `${name.slice(0, -2)}${name.at(-2)}${name.slice(-2)}`;
      yield {
        name: `${file}:${range.line} the key ${name} becomes ${wrong}`,
        rule: 'misspelled-key',
        file,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact'],
        changes: { [file]: replaceRange(text(file), range, wrong) },
      };
    }
  }
};

/** An event, code, container or unit by a name that stands nowhere else. */
export const labelRenamed: Operator = function* ({ graph, text }) {
  for (const { path: file, labels, assignments } of graph.documents) {
    const candidates = [
      ...labels.filter(
        ({ form, slot, value }) =>
          (slot === 'event' && form !== 'list') || (form === 'command' && value.startsWith('flower-')),
      ),
      ...assignments.filter(({ name }) => name === 'FL_ERROR'),
    ];
    for (const { value, range } of spread(candidates, 2)) {
      const words = value.split(/(?=[_-])/);
      const wrong = `${words.slice(0, -1).join('')}${words.at(-1)![0]}renamed`;
      yield {
        name: `${file}:${range.line} ${value} becomes ${wrong}`,
        rule: 'unlisted-name',
        file,
        line: range.line,
        alsoBreaks: [
          'contract-pattern',
          'contract-artifact',
          'conflicting-cell',
          'conflicting-message',
          'conflicting-definition',
        ],
        changes: { [file]: replaceRange(text(file), range, wrong) },
      };
    }
  }
};

/** A file of a path without its extension, where the whole path stands often. */
export const pathWithoutExtension: Operator = function* ({ graph, text }) {
  const paths = graph.documents.flatMap(({ codeNames }) =>
    codeNames.filter(
      ({ name, count }) => /^\/(?:[\w-]+\/)+[a-z][\w-]{4,}\.[a-z]{2,4}$/.test(name) && count > 2,
    ),
  );
  for (const { name, range } of spread(paths, 8)) {
    const without = name.slice(0, name.lastIndexOf('.'));
    const others = graph.documents.flatMap(({ source }) => [
      ...source.matchAll(
        new RegExp(
          String.raw`${name.slice(name.lastIndexOf('/') + 1).replace(/\.\w+$/, '')}(?:\.\w+|(?![\w-]))`,
          'g',
        ),
      ),
    ]);
    // Beside two files of the stem, either may be meant.
    if (new Set(others.map(([other]) => other)).size > 1) continue;
    yield {
      name: `${range.file}:${range.line} ${name} becomes ${without}`,
      rule: 'misspelled-name',
      file: range.file,
      line: range.line,
      alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-cell', 'conflicting-definition'],
      changes: { [range.file]: replaceRange(text(range.file), range, without) },
    };
  }
};

/** A truth word of another pair than all other values of the variable. */
export const truthWordOfOtherPair: Operator = function* ({ graph, text }) {
  const all = graph.documents.flatMap(({ assignments }) => assignments);
  const uses = all.filter(({ name, value }) => {
    const own = all.filter((one) => one.name === name);
    // The definition of a variable says itself what it allows.
    if (graph.definitions.some((one) => one.name === name)) return false;
    return value === 'YES' && own.length > 4 && own.every((one) => /^(?:YES|NO)$/.test(one.value));
  });
  for (const { name, range } of spread(uses, 8))
    yield {
      name: `${range.file}:${range.line} ${name}=YES becomes ${name}=TRUE`,
      rule: 'unlisted-name',
      file: range.file,
      line: range.line,
      alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-cell', 'conflicting-message'],
      changes: { [range.file]: replaceRange(text(range.file), range, 'TRUE') },
    };
};

/** A flag without one of its inner words, where it stands often. */
export const wordOfFlagLost: Operator = function* ({ graph, text }) {
  const uses = new Map<string, number>();
  for (const { codeNames } of graph.documents)
    for (const { name, count } of codeNames) uses.set(name, (uses.get(name) ?? 0) + count);
  const flags = graph.documents.flatMap(({ codeNames }) =>
    codeNames.filter(({ name }) => /^--[a-z]+(?:-[a-z]+){2,}$/.test(name) && uses.get(name)! > 3),
  );
  for (const { name, range } of spread(flags, 6)) {
    const short = name.replace(/(?<=^--[a-z]+)-[a-z]+/, '');
    if (uses.has(short)) continue;
    yield {
      name: `${range.file}:${range.line} ${name} becomes ${short}`,
      rule: 'misspelled-name',
      file: range.file,
      line: range.line,
      alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-cell', 'conflicting-definition'],
      changes: { [range.file]: replaceRange(text(range.file), range, short) },
    };
  }
};
