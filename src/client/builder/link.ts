/** A state as the fragment of an address, and back. A fragment is not sent to any server; secrets are left out of it all the same. */
import { isChanged, startState, withValue, type State } from './state.ts';
import type { BuilderData, Field } from '../../payloads/builder/data.ts';

/** @returns "#appliance=SuperNode&…", or "" for the state that the page starts with */
export function writeLink(data: BuilderData, state: State): string {
  const start = startState(data);
  const params = new URLSearchParams();
  if (state.appliance !== start.appliance) params.set('appliance', state.appliance);
  for (const { id } of data.situations)
    if (state.situations[id] !== start.situations[id]) params.set(id, state.situations[id]);
  for (const field of data.fields)
    if (!field.secret && isChanged(state, field)) params.set(field.name, state.values[field.name]);
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text && `#${text}`;
}

/** Names of changed secrets, which a link leaves out. */
export function heldBack(data: BuilderData, state: State): string[] {
  return data.fields.filter((field) => field.secret && isChanged(state, field)).map(({ name }) => name);
}

export interface ReadLink {
  state: State;
  /** Names that the link has and the builder does not take: unknown ones, and values outside of a choice. */
  refused: string[];
  /** The field to go to. */
  at?: string;
}

export function readLink(data: BuilderData, fragment: string): ReadLink {
  let state = startState(data);
  const refused: string[] = [];
  const at = data.fields.find(({ name }) => fragment === `#field-${name}`);
  if (at)
    return {
      state: {
        ...state,
        appliance: at.appliances.includes(state.appliance) ? state.appliance : at.appliances[0],
      },
      refused,
      at: at.name,
    };
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    const situation = data.situations.find(({ id }) => id === name);
    const field = data.fields.find((candidate) => candidate.name === name);
    if (name === 'appliance' && data.appliances.includes(value)) state = { ...state, appliance: value };
    else if (situation?.options.some((option) => option.value === value))
      state = { ...state, situations: { ...state.situations, [name]: value } };
    else if (field && takes(field, value)) state = withValue(state, field, value);
    else refused.push(name);
  }
  return { state, refused };
}

/** Whether a fragment speaks of a state or a field at all; "#main" does not. */
export function isState(fragment: string): boolean {
  return fragment === '' || fragment.includes('=') || fragment.startsWith('#field-');
}

function takes({ kind, options, secret }: Field, value: string): boolean {
  if (secret || kind === 'fixed') return false;
  if (kind === 'boolean') return value === 'YES' || value === 'NO';
  if (kind === 'list') return options.includes(value);
  if (kind === 'list-multiple') return value === '' || value.split(',').every((one) => options.includes(one));
  // A field of one line would swallow line ends.
  return kind === 'text64' || !/[\r\n]/.test(value);
}
