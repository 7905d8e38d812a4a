/** Defects in names that stand in several places: in code, of endpoints, of products, of members of lists. */
import { type Operator, replaceRange, spread, textIn } from '../mutant.ts';

/** A name in code that stands once more, with one letter less: as an author would misspell it. */
export const nameMisspelled: Operator = function* ({ graph, text }) {
  const uses = new Map<string, number>();
  for (const { codeNames } of graph.documents)
    for (const { name, count } of codeNames) uses.set(name, (uses.get(name) ?? 0) + count);
  const inShell = new Set(graph.documents.flatMap(({ shell }) => shell?.words ?? []));
  for (const facts of graph.documents) {
    // What is wrong in a list of names, exchanged-member says.
    const listed = new Set(facts.nameLists.flat().map(({ range }) => range.line));
    const candidates = facts.codeNames.filter(
      ({ name, range }) =>
        !listed.has(range.line) &&
        // Functions and variables of scripts have rules of their own.
        !inShell.has(name) &&
        (uses.get(name) ?? 0) >= 6 &&
        /^[a-z]+(?:[_-][a-z]+)+$/.test(name) &&
        name.split(/[_-]/)[0].length >= 7 &&
        range.line === range.endLine,
    );
    for (const { name, range } of spread(candidates, 2)) {
      const misspelled = name.slice(0, 3) + name.slice(4);
      yield {
        name: `${facts.path}:${range.line} ${name} becomes ${misspelled}`,
        rule: 'misspelled-name',
        file: facts.path,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'contract-link', 'conflicting-definition'],
        changes: { [facts.path]: replaceRange(text(facts.path), range, misspelled) },
      };
    }
  }
};

/** A flag or a header with two of its words joined, where it stands often. */
export const wordsOfNameJoined: Operator = function* ({ graph, text }) {
  const names = graph.documents.flatMap(({ codeNames }) =>
    codeNames.filter(
      ({ name, count }) => /^(?:--[a-z]+(?:-[a-z]+){2,}|[A-Z]+-[A-Z]+-[A-Z]+)$/.test(name) && count > 4,
    ),
  );
  for (const { name, range } of spread(names, 4)) {
    const joined = name.replace(/(?<=\w)-(?=\w+$)/, '');
    yield {
      name: `${range.file}:${range.line} ${name} becomes ${joined}`,
      rule: 'misspelled-name',
      file: range.file,
      line: range.line,
      alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-cell', 'conflicting-definition'],
      changes: { [range.file]: replaceRange(text(range.file), range, joined) },
    };
  }
};

/** An endpoint with two letters exchanged. */
export const endpointMisspelled: Operator = function* ({ graph, text }) {
  const uses = Map.groupBy(
    graph.documents.flatMap(({ endpoints }) => endpoints),
    ({ path }) => path,
  );
  for (const { path: file, endpoints } of graph.documents) {
    const candidates = endpoints.filter(({ path }) => path.length > 6 && uses.get(path)!.length > 5);
    for (const { path, range } of spread(candidates, 2)) {
      const wrong = path.slice(0, 3) + path[4] + path[3] + path.slice(5);
      yield {
        name: `${file}:${range.line} ${path} becomes ${wrong}`,
        rule: 'misspelled-endpoint',
        file,
        line: range.line,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'misspelled-name'],
        changes: { [file]: replaceRange(text(file), range, wrong) },
      };
    }
  }
};

/** The name of a product with one capital letter. */
export const capitalsChanged: Operator = function* ({ graph, text }) {
  for (const { path } of graph.documents) {
    const lines = text(path).split('\n');
    const candidates = lines.flatMap((line, i) => (/^[A-Z][^`[|]* OneGate [^`[|]*$/.test(line) ? [i] : []));
    for (const i of spread(candidates, 1)) {
      yield {
        name: `${path}:${i + 1} OneGate becomes Onegate`,
        rule: 'inconsistent-capitals',
        file: path,
        line: i + 1,
        alsoBreaks: ['contract-pattern', 'contract-artifact', 'conflicting-cell'],
        changes: { [path]: lines.with(i, lines[i].replace(' OneGate ', ' Onegate ')).join('\n') },
      };
    }
  }
};

/** A member of a list of names that stands in three lists or more, called otherwise in one of them. */
export const memberExchanged: Operator = function* ({ graph, text }) {
  const lists = graph.documents.flatMap(({ nameLists }) => nameLists);
  const keyOf = (list: (typeof lists)[number]): string =>
    list
      .map(({ name }) => name)
      .toSorted()
      .join(' ');
  const repeated = [...Map.groupBy(lists, keyOf).values()].filter((same) => same.length > 2).flat();
  const members = repeated.flatMap((list) => list.filter(({ name }) => /^[A-Za-z-]{6,}$/.test(name)));
  for (const { name, range } of spread(members, 8)) {
    const other = `${name.slice(0, 4)}${name.includes('-') ? '-' : ''}Xother`;
    yield {
      name: `${range.file}:${range.line} "${name}" in a list becomes "${other}"`,
      rule: 'exchanged-member',
      file: range.file,
      line: range.line,
      alsoBreaks: [
        'contract-pattern',
        'contract-artifact',
        'conflicting-cell',
        'conflicting-definition',
        'conflicting-options',
        'conflicting-row',
        'conflicting-message',
        'unlisted-name',
        'misspelled-key',
        'inconsistent-capitals',
        'repeated-row',
      ],
      changes: {
        [range.file]: replaceRange(
          text(range.file),
          range,
          textIn(text(range.file), range).replace(name, other),
        ),
      },
    };
  }
};
