/** The outputs of the builder: blocks of a template, and a command. */
import { decodeBase64 } from '../../payloads/builder/format.ts';
import { fieldsOf, isChanged, valueOf, type State } from './state.ts';
import type { BuilderData, Field, Input } from '../../payloads/builder/data.ts';
import { contextSection, instantiateCommand, quote } from '../../payloads/builder/template.ts';

/** The value as the template contains it: texts of the type `text64` are encoded. */
export function encodeForTemplate({ kind }: Pick<Field, 'kind'>, value: string): string {
  return kind === 'text64' && value !== '' ? encodeBase64(value) : value;
}

/** Encodes the UTF-8 bytes of a text. A text that is already the base64 of a PEM text only loses its line breaks. */
function encodeBase64(text: string): string {
  const joined = text.replaceAll(/\s+/g, '');
  if (decodeBase64(joined)?.startsWith('-----BEGIN')) return joined;
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/**
 * Lines `NAME = "value"` for values that differ from their defaults.
 * @param fixed includes the values that the template sets
 * @param defaults includes default values that are not empty
 */
function assignments(
  data: BuilderData,
  state: State,
  { fixed, defaults }: { fixed: boolean; defaults: boolean },
): string[] {
  const fields = fieldsOf(data, state.component);
  const isWritten = (field: Field): boolean =>
    isChanged(state, field) || (defaults && valueOf(state, field) !== '');
  return [
    ...(fixed ? fields.filter(({ kind }) => kind === 'fixed') : []),
    ...fields.filter((field) => field.kind !== 'fixed' && isWritten(field)),
  ].map((field) => `${field.name} = ${quote(encodeForTemplate(field, valueOf(state, field)))}`);
}

/** The CONTEXT section of a VM template with the values. */
export function contextBlock(data: BuilderData, state: State, defaults: boolean): string {
  return contextSection(assignments(data, state, { fixed: true, defaults }));
}

/** The inputs of the component with the entered values as their defaults, except secrets and texts in base64. */
export function chosenInputs(data: BuilderData, state: State): Input[] {
  const fields = new Map(data.fields.map((field) => [field.name, field]));
  return data.inputs
    .filter(({ components }) => components.includes(state.component))
    .map((input) => {
      const field = fields.get(input.name);
      if (!input.userInput || !field || field.secret || field.kind === 'text64' || !isChanged(state, field))
        return input;
      const [need = 'O', type = '', description = '', choices = ''] = input.userInput.split('|');
      return { ...input, userInput: [need, type, description, choices, valueOf(state, field)].join('|') };
    });
}

/** The shell commands that instantiate a template with the values that differ from the defaults. */
export function commandOfValues(data: BuilderData, state: State): string {
  const lines = assignments(data, state, { fixed: false, defaults: false });
  return instantiateCommand(lines, `${state.component.toLowerCase()}-inputs.txt`);
}
