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
