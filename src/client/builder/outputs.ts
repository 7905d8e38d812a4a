/** What is taken away: blocks of an OpenNebula template, and a command. Pure. */
import { decodeBase64 } from '../../payloads/builder/format.ts';
import { fieldsOf, isChanged, valueOf, type State } from './state.ts';
import type { BuilderData, Field, Input } from '../../payloads/builder/data.ts';
import { quote } from '../../payloads/builder/quote.ts';

/** What a template cannot carry between quotes, in words; undefined for everything else. */
export function quoteFault(value: string): string | undefined {
  if (value.endsWith('\\'))
    return 'A value cannot end in a backslash: a template reads it as an escape of the closing quote.';
  if (value.includes(']]>')) return 'A value cannot hold "]]>": OpenNebula refuses the template.';
  return /[\u0000-\u001f\u007f]/.test(value) ? 'A value cannot hold control characters.' : undefined;
}

/** A value as it leaves the form. */
export function outgoing({ kind }: Pick<Field, 'kind'>, value: string): string {
  return kind === 'text64' && value !== '' ? encodeBase64(value) : value;
}

/** Base64 of the UTF-8 bytes; what is base64 of a PEM text already is passed on without its line ends. */
export function encodeBase64(text: string): string {
  const joined = text.replaceAll(/\s+/g, '');
  if (decodeBase64(joined)?.startsWith('-----BEGIN')) return joined;
  let bytes = '';
  for (const byte of new TextEncoder().encode(text)) bytes += String.fromCharCode(byte);
  return btoa(bytes);
}

/** Lines `NAME = "value"`: what the template sets, and what differs from the defaults, or everything that is not empty. */
function assignments(
  data: BuilderData,
  state: State,
  { fixed, defaults }: { fixed: boolean; defaults: boolean },
): string[] {
  const fields = fieldsOf(data, state.appliance);
  const own = [
    ...(fixed ? fields.filter(({ kind }) => kind === 'fixed') : []),
    ...fields.filter(({ kind }) => kind !== 'fixed'),
  ];
  return own
    .filter((field) =>
      field.kind === 'fixed' ? fixed : isChanged(state, field) || (defaults && valueOf(state, field) !== ''),
    )
    .map((field) => `${field.name} = ${quote(outgoing(field, valueOf(state, field)))}`);
}

/** The CONTEXT of a VM template, with the values in it. */
export function contextBlock(data: BuilderData, state: State, defaults: boolean): string {
  const lines = assignments(data, state, { fixed: true, defaults });
  return `CONTEXT = [\n${lines.map((line) => `  ${line}`).join(',\n')}\n]\n`;
}

/** The inputs of the appliance with the chosen values as their defaults; texts in base64 and secrets stay out of a template. */
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

/** The shell lines that instantiate a template whose CONTEXT refers to the inputs. */
export function instantiateCommand(data: BuilderData, state: State): string {
  const file = `${state.appliance.toLowerCase()}-inputs.txt`;
  const lines = assignments(data, state, { fixed: false, defaults: false });
  const template = `"$TEMPLATE"`;
  if (lines.length === 0) return `# All values are the defaults.\nonetemplate instantiate ${template}\n`;
  return `cat >${file} <<'INPUTS'\n${lines.join('\n')}\nINPUTS\nonetemplate instantiate ${template} ${file}\n`;
}
