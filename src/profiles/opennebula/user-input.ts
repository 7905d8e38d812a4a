/**
 * OpenNebula's USER_INPUT string: `M|O` | type | description | options or range | default.
 * Source: OpenNebula 7.0, Virtual Machine Template reference, "User Inputs".
 */

const USER_INPUT_TYPES = [
  'text',
  'text64',
  'password',
  'number',
  'number-float',
  'range',
  'range-float',
  'list',
  'list-multiple',
  'boolean',
  'fixed',
] as const;
export type UserInputType = (typeof USER_INPUT_TYPES)[number];

export interface UserInput {
  mandatory: boolean;
  type: string;
  description: string;
  /** The choices of a list; empty for other types. */
  options: string[];
  /** The ends of a range as written ("0..10"); absent for other types. */
  range?: string;
  default: string;
  /** Violations of the grammar: the faulty part as written, and what was expected instead. */
  faults: UserInputFault[];
}

export interface UserInputFault {
  part: string;
  /** 0-based position of the part between the bars. */
  field: number;
  expected: string;
}

/** Splits the string into its parts and checks each part against its type. Never throws. */
export function parseUserInput(value: string): UserInput {
  const [flag = '', type = '', description = '', choices = '', ...rest] = value.split('|');
  const fallback = rest.join('|');
  const faults: UserInputFault[] = [];
  const fault = (field: number, part: string, expected: string): void =>
    void faults.push({ field, part, expected });
  if (flag !== 'M' && flag !== 'O') fault(0, flag, 'M (mandatory) or O (optional)');
  if (!USER_INPUT_TYPES.includes(type as UserInputType))
    fault(1, type, `one of ${USER_INPUT_TYPES.join(', ')}`);
  if (rest.length > 1) fault(5, rest.slice(1).join('|'), 'at most five parts');
  const isList = type === 'list' || type === 'list-multiple';
  const isRange = type === 'range' || type === 'range-float';
  const options = isList && choices.trim() !== '' ? choices.split(',').map((option) => option.trim()) : [];
  if (isList && options.length === 0) fault(3, choices, 'a comma-separated list of choices');
  if (isRange) checkRange(type, choices, fallback, fault);
  else checkDefault(type, options, fallback, fault);
  return {
    mandatory: flag === 'M',
    type,
    description,
    options,
    range: isRange ? choices : undefined,
    default: fallback,
    faults,
  };
}

type Fault = (field: number, part: string, expected: string) => void;

const INTEGER = /^-?\d+$/;
const FLOAT = /^-?\d+(?:\.\d+)?$/;

function checkRange(type: string, choices: string, fallback: string, fault: Fault): void {
  const number = type === 'range' ? INTEGER : FLOAT;
  const [low, high, ...more] = choices.split('..');
  if (more.length > 0 || !number.test(low) || !number.test(high ?? '') || Number(low) > Number(high)) {
    fault(3, choices, 'a range min..max');
  } else if (
    fallback !== '' &&
    (!number.test(fallback) || Number(fallback) < Number(low) || Number(fallback) > Number(high))
  ) {
    fault(4, fallback, `a number from ${low} to ${high}`);
  }
}

function checkDefault(type: string, options: string[], fallback: string, fault: Fault): void {
  if (fallback === '') return;
  if (type === 'number' && !INTEGER.test(fallback)) fault(4, fallback, 'an integer');
  else if (type === 'number-float' && !FLOAT.test(fallback)) fault(4, fallback, 'a number');
  else if (type === 'boolean' && fallback !== 'YES' && fallback !== 'NO') fault(4, fallback, 'YES or NO');
  else if (type === 'list' && !options.includes(fallback)) fault(4, fallback, `one of ${options.join(', ')}`);
  else if (type === 'list-multiple') {
    const unknownChoice = fallback.split(',').find((choice) => !options.includes(choice.trim()));
    if (unknownChoice !== undefined) fault(4, unknownChoice, `choices out of ${options.join(', ')}`);
  }
}
