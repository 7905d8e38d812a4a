import { describe, expect, test } from 'vitest';
import { exportVariables } from '#specgraph';
import { userInputsBlock, type VariableWithInput } from '#profiles/opennebula/user-inputs-block';
import { CONFIG, SMALL_SET } from '../../helpers/small-set.ts';
import { viewOfFiles } from '../../helpers/view-of.ts';

describe('user inputs', () => {
  const [port, mode] = exportVariables(viewOfFiles(SMALL_SET)) as unknown as VariableWithInput[];
  const phases = new Map(CONFIG.phases.map((p) => [p.number, p.name]));

  test('mandatory ones first in their phase, each name once, no comma after the last', () => {
    expect(userInputsBlock([mode, { ...port, phase: '2' }, { ...mode }], 'All:', phases)).toBe(
      [
        '# All:',
        'USER_INPUTS = [',
        '  # Phase 2: Edge',
        '  FL_PORT = "M|number|Port to listen at||9092",',
        String.raw`  FL_MODE = "O|list|How to run, \"fast\" or not|fast,slow|fast"`,
        ']',
        '',
      ].join('\n'),
    );
  });

  test('of nothing is an empty block; what has no USER_INPUT is no input', () => {
    expect(userInputsBlock([{ ...port, userInput: null }], 'None', phases)).toBe(
      '# None\nUSER_INPUTS = [\n]\n',
    );
  });
});
