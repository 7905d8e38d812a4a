import { evaluateContract } from '../contracts/evaluate.ts';
import type { Rule } from './rule.ts';

export const contractPattern: Rule = {
  id: 'contract-pattern',
  group: 'contracts',
  severity: 'error',
  summary: 'What a contract promises of a section is there, as often as promised, and its counts are true',
  *check(graph, { contracts }) {
    for (const contract of contracts) {
      for (const item of evaluateContract(contract, graph).items)
        if (item.kind === 'pattern' || item.kind === 'count') yield* item.problems;
    }
  },
};
