/** The checker against defects put into the real specification: each must be found at its place, with nothing unrelated. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createJudge } from './run.ts';
import { OPERATORS } from './operators/index.ts';

const { judgeAll, unmutated } = await createJudge(path.resolve(import.meta.dirname, '../..'));

describe('mutants of the specification', () => {
  test('the unmutated set has no findings', () => {
    expect(unmutated).toEqual([]);
  });

  let total = 0;
  const rules = new Set<string>();

  test.each(Object.keys(OPERATORS))(
    '%s: every mutant is found',
    (operator) => {
      const verdicts = judgeAll(operator);
      total += verdicts.length;
      for (const { mutant } of verdicts) rules.add(mutant.rule);
      expect(verdicts.length, 'the operator gives no mutant').toBeGreaterThan(0);
      expect(verdicts.filter((v) => v.survived).map((v) => `${v.mutant.name}: ${v.survived}`)).toEqual([]);
    },
    120_000,
  );

  test('they are many, of many kinds', () => {
    expect(total).toBeGreaterThanOrEqual(300);
    expect(rules.size).toBeGreaterThanOrEqual(30);
  });
});
