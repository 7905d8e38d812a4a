/** Puts defects into the real specification: the checker must find each at its place and report nothing unrelated. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '#specgraph';
import { PROFILES } from '#profiles';
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
      expect(
        verdicts
          .filter((verdict) => verdict.survived)
          .map((verdict) => `${verdict.mutant.name}: ${verdict.survived}`),
      ).toEqual([]);
    },
    120_000,
  );

  test('there are at least 300 mutants', () => {
    expect(total).toBeGreaterThanOrEqual(300);
  });

  test('every rule has an operator of its own', () => {
    expect([...rules].sort()).toEqual(
      rulesOf({ profiles: [...PROFILES] })
        .map(({ id }) => id)
        .sort(),
    );
  });
});
