import { evaluateContract } from '../contracts/evaluate.ts';
import type { Rule } from './rule.ts';

export const contractPattern: Rule = {
  id: 'contract-pattern',
  group: 'contracts',
  severity: 'error',
  summary: 'A text that a contract promises occurs as often as promised, and its counts are right',
  *check(graph, { contracts }) {
    for (const contract of contracts) {
      for (const item of evaluateContract(contract, graph).items)
        if (item.kind === 'pattern' || item.kind === 'count') yield* item.problems;
    }
  },
};
