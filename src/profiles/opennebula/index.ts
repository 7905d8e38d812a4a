/**
 * What specifications of OpenNebula appliances share: contextualization variables with a USER_INPUT, the blocks of
 * templates that contain them, and the parts of a system, called appliances.
 */
import type { Profile } from '#specgraph';
import { CODE_VALUES, FACETS, FIELDS } from './fields.ts';
import { invalidUserInput } from './rules/invalid-user-input.ts';
import { userInputsBlock, type VariableWithInput } from './user-inputs-block.ts';

export const opennebula: Profile = {
  id: 'opennebula',
  component: { one: 'appliance', many: 'appliances' },
  fields: FIELDS,
  facets: FACETS,
  codeValues: CODE_VALUES,
  rules: [invalidUserInput],
  exporters: {
    'user-inputs': (variables, { component = 'All appliances', title, phases }) =>
      userInputsBlock(
        // `FIELDS` give every exported variable these keys.
        variables as unknown as readonly VariableWithInput[],
        `${component}: user inputs of ${title}`,
        phases,
      ),
  },
};
