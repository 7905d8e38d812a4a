import { evaluateContract } from '../contracts/evaluate.ts';
import type { Rule } from './rule.ts';

export const contractArtifact: Rule = {
  id: 'contract-artifact',
  group: 'contracts',
  severity: 'error',
  summary: 'A file that a contract promises exists, contains the promised text and is long enough',
  *check(graph, { contracts }) {
    for (const contract of contracts) {
      for (const item of evaluateContract(contract, graph).items)
        if (item.kind === 'artifact') yield* item.problems;
    }
  },
};
