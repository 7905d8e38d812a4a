import { evaluateContract } from '../contracts/evaluate.ts';
import type { Rule } from './rule.ts';

export const contractForbidden: Rule = {
  id: 'contract-forbidden',
  group: 'contracts',
  severity: 'error',
  summary: 'A text that a contract forbids does not occur',
  *check(graph, { contracts }) {
    for (const contract of contracts) {
      for (const item of evaluateContract(contract, graph).items)
        if (item.kind === 'forbidden') yield* item.problems;
    }
  },
};
