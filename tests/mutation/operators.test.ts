/** The operators that put defects into the real specification: each rule has one, and none is idle. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rulesOf } from '#specgraph';
import { PROFILES } from '#profiles';
import { createJudge } from './run.ts';
import { OPERATORS } from './operators/index.ts';

const { mutantsOf, unmutated } = await createJudge(path.resolve(import.meta.dirname, '../..'));

describe('operators', () => {
  const mutants = Object.keys(OPERATORS).map((operator) => ({ operator, own: mutantsOf(operator) }));

  test('the unmutated set has no findings', () => {
    expect(unmutated).toEqual([]);
  });

  test('each operator gives a mutant, and all of them at least 300', () => {
    expect(mutants.filter(({ own }) => own.length === 0)).toEqual([]);
    expect(mutants.flatMap(({ own }) => own).length).toBeGreaterThanOrEqual(300);
  });

  test('every rule has an operator of its own', () => {
    const rules = new Set(mutants.flatMap(({ own }) => own.map(({ rule }) => rule)));
    expect([...rules].sort()).toEqual(
      rulesOf({ profiles: [...PROFILES] })
        .map(({ id }) => id)
        .sort(),
    );
  });
});
