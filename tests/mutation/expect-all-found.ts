import path from 'node:path';
import { expect, test } from 'vitest';
import type { Operator } from './mutant.ts';
import { createJudge } from './run.ts';

/** A test for each operator: the checker finds each of its mutants at its place and reports nothing unrelated. */
export async function expectAllFound(operators: Readonly<Record<string, Operator>>): Promise<void> {
  const { judgeTogether } = await createJudge(path.resolve(import.meta.dirname, '../..'));
  test.each(Object.keys(operators))(
    '%s: every mutant is found',
    (operator) => {
      const survivors = judgeTogether(operator).filter(({ survived }) => survived);
      expect(survivors.map(({ mutant, survived }) => `${mutant.name}: ${survived}`)).toEqual([]);
    },
    120_000,
  );
}
