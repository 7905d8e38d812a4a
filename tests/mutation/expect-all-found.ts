import path from 'node:path';
import { expect, test } from 'vitest';
import { spread, type Operator } from './mutant.ts';
import { createJudge } from './run.ts';

/** So many mutants of an operator are tried, spread over the set; `npm run mutants` tries all of them. */
const MAX_MUTANTS = process.env.ALL_MUTANTS ? Number.POSITIVE_INFINITY : 8;

/** A test for each operator: the checker finds mutants of it at their places and reports nothing unrelated. */
export async function expectAllFound(operators: Readonly<Record<string, Operator>>): Promise<void> {
  const { mutantsOf, judgeTogether } = await createJudge(path.resolve(import.meta.dirname, '../..'));
  test.each(Object.keys(operators))(
    '%s: its mutants are found',
    (operator) => {
      const survivors = judgeTogether(operator, spread(mutantsOf(operator), MAX_MUTANTS)).filter(
        ({ survived }) => survived,
      );
      expect(survivors.map(({ mutant, survived }) => `${mutant.name}: ${survived}`)).toEqual([]);
    },
    120_000,
  );
}
