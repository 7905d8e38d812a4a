import type { Problem, Rule, StatedValue } from '#specgraph';
import { USER_INPUT_FIELD } from '../fields.ts';
import { parseUserInput } from '../user-input.ts';

export const invalidUserInput: Rule = {
  id: 'invalid-user-input',
  group: 'variables',
  severity: 'error',
  summary: 'A USER_INPUT follows the grammar of OpenNebula, each part fitting its type',
  *check(graph) {
    for (const stated of graph.stated) if (stated.field === USER_INPUT_FIELD) yield* faultsOf(stated);
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
