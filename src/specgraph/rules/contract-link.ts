import { evaluateContract } from '../contracts/evaluate.ts';
import type { Rule } from './rule.ts';

export const contractLink: Rule = {
  id: 'contract-link',
  group: 'contracts',
  severity: 'error',
  summary: 'A reference that a contract promises exists',
  *check(graph, { contracts }) {
    for (const contract of contracts) {
      for (const item of evaluateContract(contract, graph).items)
        if (item.kind === 'link') yield* item.problems;
    }
  },
};
