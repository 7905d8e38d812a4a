import path from 'node:path';
import { expect, test } from 'vitest';
import { spread, type Operator } from './mutant.ts';
import { createJudge } from './run.ts';
import { once } from '../../src/specgraph/resolve/once.ts';

/** So many mutants of an operator are tried, spread over the set; `npm run mutants` tries all of them. */
const MAX_MUTANTS = process.env.ALL_MUTANTS ? Number.POSITIVE_INFINITY : 8;

/**
 * A test for each operator: the checker finds mutants of it at their places and reports nothing unrelated. The first
 * test does the work for all: mutants of different operators are applied together.
 */
export async function expectAllFound(operators: Readonly<Record<string, Operator>>): Promise<void> {
  const { mutantsOf, judgeTogether } = await createJudge(path.resolve(import.meta.dirname, '../..'));
  const judgeAll = once(() => {
    const tried = Object.keys(operators).flatMap((operator) =>
      spread(mutantsOf(operator), MAX_MUTANTS).map((mutant) => ({ operator, mutant })),
    );
    const verdicts = judgeTogether(tried.map(({ mutant }) => mutant));
    return Map.groupBy(
      tried.map(({ operator, mutant: { name } }, i) => ({ operator, name, survived: verdicts[i] })),
      ({ operator }) => operator,
    );
  });
  test.each(Object.keys(operators))(
    '%s: its mutants are found',
    (operator) => {
      const own = judgeAll().get(operator)!;
      const survivors = own.filter(({ survived }) => survived !== undefined);
      expect(survivors.map(({ name, survived }) => `${name}: ${survived}`)).toEqual([]);
    },
    300_000,
  );
}
