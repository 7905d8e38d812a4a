/** Writes a state into the fragment of a URL and reads it back. Browsers do not send the fragment to a server; secrets are left out nevertheless. */
import { isChanged, initialState, withValue, type State } from './state.ts';
import type { BuilderData, Field } from '../../payloads/builder/data.ts';

/** @returns "#component=Server&…", or "" for the initial state */
export function writeLink(data: BuilderData, state: State): string {
  const start = initialState(data);
  const params = new URLSearchParams();
  if (state.component !== start.component) params.set('component', state.component);
  for (const { id } of data.situations)
    if (state.situations[id] !== start.situations[id]) params.set(id, state.situations[id]);
  for (const field of data.fields)
    if (!field.secret && isChanged(state, field)) params.set(field.name, state.values[field.name]);
  const text = params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%2F', '/');
  return text && `#${text}`;
}

/** Names of changed secrets, which are not written into a link. */
export function secretsLeftOut(data: BuilderData, state: State): string[] {
  return data.fields.filter((field) => field.secret && isChanged(state, field)).map(({ name }) => name);
}

export interface ReadLink {
  state: State;
  /** Names in the link that the builder does not accept: unknown names, and names with a value that is no option. */
  rejected: string[];
  /** Name of the field to scroll to. */
  linkedField?: string;
}

export function readLink(data: BuilderData, fragment: string): ReadLink {
  let state = initialState(data);
  const rejected: string[] = [];
  const linkedField = data.fields.find(({ name }) => fragment === `#field-${name}`);
  if (linkedField)
    return {
      state: {
        ...state,
        component: linkedField.components.includes(state.component)
          ? state.component
          : linkedField.components[0],
      },
      rejected,
      linkedField: linkedField.name,
    };
  for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    const situation = data.situations.find(({ id }) => id === name);
    const field = data.fields.find((candidate) => candidate.name === name);
    if (name === 'component' && data.components.includes(value)) state = { ...state, component: value };
    else if (situation?.options.some((option) => option.value === value))
      state = { ...state, situations: { ...state.situations, [name]: value } };
    else if (field && accepts(field, value)) state = withValue(state, field, value);
    else rejected.push(name);
  }
  return { state, rejected };
}

/** Whether a fragment contains a state or a field, unlike "#main". */
export function describesState(fragment: string): boolean {
  return fragment === '' || fragment.includes('=') || fragment.startsWith('#field-');
}

function accepts({ kind, options, secret }: Field, value: string): boolean {
  if (secret || kind === 'fixed') return false;
  if (kind === 'boolean') return value === 'YES' || value === 'NO';
  if (kind === 'list') return options.includes(value);
  if (kind === 'list-multiple')
    return value === '' || value.split(',').every((choice) => options.includes(choice));
  // A single-line field would remove line breaks.
  return kind === 'text64' || !/[\r\n]/.test(value);
}
