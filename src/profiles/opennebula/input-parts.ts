/** A USER_INPUT string taken apart, for the page of a variable. */
import { parseUserInput } from './user-input.ts';

/** One part of a USER_INPUT string between its bars. */
export interface InputPart {
  label: string;
  value: string;
  /** An explanation of the value; empty where the value explains itself. */
  meaning: string;
  /** What OpenNebula's grammar expects here; absent where the value is right. */
  fault?: string;
}

const TYPE_MEANINGS: Record<string, string> = {
  text: 'one line of text',
  text64: 'text of several lines, stored as base64',
  password: 'text that is not shown',
  number: 'an integer',
  'number-float': 'a number with a fraction',
  range: 'an integer between two ends',
  'range-float': 'a number between two ends',
  list: 'one of the options',
  'list-multiple': 'any of the options',
  boolean: 'YES or NO',
  fixed: 'cannot be changed by the user',
};

/** The five parts between the bars. Parts that the string leaves out are empty. */
export function inputParts(userInput: string): InputPart[] {
  const parsed = parseUserInput(userInput);
  const [need = '', type = '', description = '', choices = '', ...rest] = userInput.split('|');
  const fault = (field: number): string | undefined =>
    parsed.faults.find((candidate) => candidate.field === field)?.expected;
  return [
    { label: 'Need', value: need, meaning: parsed.mandatory ? 'mandatory' : 'optional', fault: fault(0) },
    { label: 'Type', value: type, meaning: TYPE_MEANINGS[type] ?? '', fault: fault(1) },
    { label: 'Description', value: description, meaning: '', fault: fault(2) },
    {
      label: parsed.range === undefined ? 'Options' : 'Range',
      value: choices,
      meaning: choices === '' ? 'none' : '',
      fault: fault(3),
    },
    {
      label: 'Default',
      value: rest.join('|'),
      meaning: rest.join('|') === '' ? 'empty' : '',
      fault: fault(4) ?? fault(5),
    },
  ];
}
