/** Mutants that are applied together: each stays as it is alone, at the line that it has among the others. */
import { describe, expect, test } from 'vitest';
import { changeLine, removeLines, type Mutant } from './mutant.ts';
import { combine, groupsOf } from './together.ts';

const TEXT = Array.from({ length: 60 }, (_, i) => `line ${i + 1}`).join('\n');
const TEXTS = new Map([
  ['a.md', TEXT],
  ['b.md', TEXT],
]);

let mutants = 0;

/** A mutant for a rule of its own. */
function mutant(line: number, text: string, file = 'a.md'): Mutant {
  return { name: '', rule: `rule-${++mutants}`, file, line, changes: { [file]: text }, alsoBreaks: [] };
}

const removed = mutant(5, removeLines(TEXT, 5, 6));
const changed = mutant(
  30,
  changeLine(TEXT, 30, () => 'other words'),
);
const added = mutant(
  51,
  changeLine(TEXT, 50, (line) => `${line}\nadded`),
);

describe('mutants that lie apart', () => {
  test('are one group; those that lie near each other, or change another file, are not', () => {
    const near = mutant(
      32,
      changeLine(TEXT, 32, () => 'near'),
    );
    const inNewFile = mutant(1, 'new', 'new.md');
    const alsoInNewFile = mutant(1, 'newer', 'new.md');
    const other = mutant(30, removeLines(TEXT, 30), 'b.md');
    const groups = groupsOf([removed, changed, near, added, other, inNewFile, alsoInNewFile], TEXTS, 9);
    expect(groups).toEqual([
      [removed, changed, added, other, inNewFile],
      [near, alsoInNewFile],
    ]);
  });

  test('are in different groups where one rule has to find both', () => {
    const sameRule = { ...changed, rule: removed.rule };
    expect(groupsOf([removed, sameRule, added], TEXTS, 9)).toEqual([[removed, added], [sameRule]]);
  });

  test('are no more than the group may hold', () => {
    expect(groupsOf([removed, changed, added], TEXTS, 2)).toEqual([[removed, changed], [added]]);
  });

  test('are applied together, and each has the line that it has there', () => {
    const { changes, moved } = combine([removed, changed, added], TEXTS);
    const lines = changes['a.md'].split('\n');
    expect(lines).toHaveLength(59);
    expect(moved.map(({ line }) => lines[line - 1])).toEqual(['line 7', 'other words', 'added']);
  });
});
