import { evaluateContract } from '../contracts/evaluate.ts';
import type { Rule } from './rule.ts';

export const contractForbidden: Rule = {
  id: 'contract-forbidden',
  group: 'contracts',
  severity: 'error',
  summary: 'What a contract says must be gone is gone',
  *check(graph, { contracts }) {
    for (const contract of contracts) {
      for (const item of evaluateContract(contract, graph).items)
        if (item.kind === 'forbidden') yield* item.problems;
    }
  },
};
