/** The outputs of the builder: blocks of an OpenNebula template, and a command. */
import { decodeBase64 } from '../../payloads/builder/format.ts';
import { fieldsOf, isChanged, valueOf, type State } from './state.ts';
import type { BuilderData, Field, Input } from '../../payloads/builder/data.ts';
import { quote } from '../../payloads/builder/quote.ts';

/** Explains why a template cannot contain a value in quotes; undefined if it can. */
export function quoteFault(value: string): string | undefined {
  if (value.endsWith('\\'))
    return 'A value cannot end in a backslash: a template reads it as an escape of the closing quote.';
  if (value.includes(']]>')) return 'A value cannot hold "]]>": OpenNebula refuses the template.';
  return /[\u0000-\u001f\u007f]/.test(value) ? 'A value cannot hold control characters.' : undefined;
}

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
  const fields = fieldsOf(data, state.appliance);
  const isWritten = (field: Field): boolean =>
    isChanged(state, field) || (defaults && valueOf(state, field) !== '');
  return [
    ...(fixed ? fields.filter(({ kind }) => kind === 'fixed') : []),
    ...fields.filter((field) => field.kind !== 'fixed' && isWritten(field)),
  ].map((field) => `${field.name} = ${quote(encodeForTemplate(field, valueOf(state, field)))}`);
}

/** The CONTEXT section of a VM template with the values. */
export function contextBlock(data: BuilderData, state: State, defaults: boolean): string {
  const lines = assignments(data, state, { fixed: true, defaults });
  return `CONTEXT = [\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`;
}

/** The inputs of the appliance with the entered values as their defaults, except secrets and texts in base64. */
export function chosenInputs(data: BuilderData, state: State): Input[] {
  const fields = new Map(data.fields.map((field) => [field.name, field]));
  return data.inputs
    .filter(({ appliances }) => appliances.includes(state.appliance))
    .map((input) => {
      const field = fields.get(input.name);
      if (!input.userInput || !field || field.secret || field.kind === 'text64' || !isChanged(state, field))
        return input;
      const [need = 'O', type = '', description = '', choices = ''] = input.userInput.split('|');
      return { ...input, userInput: [need, type, description, choices, valueOf(state, field)].join('|') };
    });
}

/** The shell commands that instantiate a template whose CONTEXT refers to the inputs. */
export function instantiateCommand(data: BuilderData, state: State): string {
  const file = `${state.appliance.toLowerCase()}-inputs.txt`;
  const lines = assignments(data, state, { fixed: false, defaults: false });
  const template = `"$TEMPLATE"`;
  if (lines.length === 0) return `# All values are the defaults.\nonetemplate instantiate ${template}\n`;
  return `cat >${file} <<'INPUTS'\n${lines.join('\n')}\nINPUTS\nonetemplate instantiate ${template} ${file}\n`;
}
