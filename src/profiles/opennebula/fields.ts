/** The fields of contextualization variables, and where their values stand. */
import type { CodeValueForm, CompositeValue, FacetForm, Field } from '#specgraph';
import { parseUserInput } from './user-input.ts';

export const USER_INPUT_FIELD = 'userInput';

/** In the order in which variables are exported. */
export const FIELDS: readonly Field[] = [
  {
    id: 'type',
    label: 'Type',
    words: 'the type',
    columns: ['Type'],
    type: 'value',
    isCompared: true,
  },
  {
    id: 'mandatory',
    label: 'Mandatory',
    words: 'the need',
    columns: [],
    type: 'flag',
    isCompared: false,
  },
  {
    id: 'options',
    label: 'Options',
    words: 'the options',
    columns: ['Options'],
    type: 'list',
    isCompared: true,
  },
  {
    id: 'default',
    label: 'Default',
    words: 'the default',
    columns: ['Default'],
    ownColumns: ['Value'],
    type: 'value',
    isCompared: true,
  },
  {
    id: USER_INPUT_FIELD,
    label: 'USER_INPUT',
    words: 'the USER_INPUT',
    columns: ['USER_INPUT'],
    type: 'value',
    isCompared: true,
    parse: readComposite,
  },
  {
    id: 'validation',
    label: 'Validation',
    words: 'the validation rule',
    columns: ['Validation'],
    type: 'value',
    isCompared: true,
  },
];

/** A USER_INPUT repeats type and default, and says alone whether a value is needed and which ones there are. */
function readComposite(value: string): CompositeValue {
  const { type, default: fallback, mandatory, options, description, faults } = parseUserInput(value);
  return {
    repeats: { type, default: fallback },
    adds: { mandatory, ...(options.length > 0 && { options }) },
    description,
    isFaulty: faults.length > 0,
  };
}

/** `NAME = "O|…"` in a template, `"NAME": "O|…"` in JSON. */
export const CODE_VALUES: readonly CodeValueForm[] = [
  {
    field: USER_INPUT_FIELD,
    pattern: /(?<![\w$])"?(?<name>[A-Z][A-Z0-9_]*)"?\s*[=:]\s*"(?<value>[^"\n|]{0,20}\|[^"\n]*)"/g,
    contains: '|',
  },
];

export const FACETS: Readonly<Record<string, FacetForm>> = {
  /** Each appliance has its own block: the block of every section whose table lists the variable must have it. */
  userInput: {
    title: 'USER_INPUT block',
    in: 'code',
    needs: 'listed',
    suggestion: { field: USER_INPUT_FIELD, text: 'add {name} = "{value}"' },
  },
  validation: {
    title: 'validation rule',
    in: 'rows',
    needs: 'one',
    suggestion: { field: 'validation', text: 'add a rule there ({value})' },
  },
  interaction: { title: 'interaction note', in: 'text', needs: 'one', tiedBy: 'validation' },
  matrix: { title: 'cross-reference matrix row', in: 'rows', needs: 'one' },
  appliance: { title: 'appliance parameter table', in: 'rows', needs: 'all' },
};
