import type { Problem, StatedValue } from '../model/index.ts';
import { parseUserInput } from '../text/user-input.ts';
import type { Rule } from './rule.ts';

export const invalidUserInput: Rule = {
  id: 'invalid-user-input',
  group: 'variables',
  severity: 'error',
  summary: 'A USER_INPUT follows the grammar of OpenNebula, each part fitting its type',
  *check(graph) {
    for (const stated of graph.stated) if (stated.field === 'userInput') yield* faultsOf(stated);
  },
};

const PARTS = ['flag', 'type', 'description', 'options', 'default', 'sixth part'];

function* faultsOf(stated: StatedValue): Iterable<Problem> {
  for (const fault of parseUserInput(stated.value).faults) {
    yield {
      at: stated.range,
      message: `The USER_INPUT of ${stated.name} has the ${PARTS[fault.field]} "${fault.part}"; expected: ${fault.expected}.`,
    };
  }
}
