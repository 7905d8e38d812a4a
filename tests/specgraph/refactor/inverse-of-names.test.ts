/** A variable, an id or a term that is renamed and named back gives the bytes that one began with. */
import { describe, expect, it } from 'vitest';
import { checkGraph, readGraph } from '#specgraph';
import { planRefactoring } from '#specgraph/refactor';
import { CODES, generatedNames, RULES, TERMS, VARIABLES } from '../../helpers/generated-names.ts';
import { randomNumbers } from '../../helpers/generated-set.ts';
import { projectAfter, projectOf, textsOf } from '../../helpers/refactor.ts';

describe('a new name and the old one again', () => {
  it.each([
    ['variable', VARIABLES, 'FL_ZEBRA'],
    ['id in a list', RULES, 'REQ-77'],
    ['id in a table', CODES, 'E_ZEBRA'],
    ['term', TERMS, 'Zebra'],
  ] as const)('%s', (_, names, to) => {
    for (let seed = 1; seed <= 12; seed++) {
      const name = names[randomNumbers(seed * 7919)(names.length)];
      const project = projectOf(generatedNames(seed));
      const plan = planRefactoring(project, { action: 'rename', target: name, name: to });
      expect(plan.refusals, `seed ${seed}`).toEqual([]);
      const between = projectAfter(project, plan);
      const texts = Object.values(textsOf(between)).join('\n');
      const left = texts.match(new RegExp(String.raw`(?<![\w-]|example\.org/)${name}(?![\w-])`, 'g'));
      expect(left, `seed ${seed}: ${name}`).toBeNull();
      const findings = (one: typeof project): number =>
        checkGraph(readGraph(one.corpus, one.config), { contracts: one.contracts }).findings.length;
      expect(findings(between), `seed ${seed}`).toBeLessThanOrEqual(findings(project));
      const back = planRefactoring(between, { action: 'rename', target: to, name });
      expect(back.refusals, `seed ${seed}`).toEqual([]);
      expect(textsOf(projectAfter(between, back)), `seed ${seed}`).toEqual(textsOf(project));
    }
  });
});
