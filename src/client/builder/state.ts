/** The state of the builder: what the reader has entered. States are immutable; functions return new ones. */
import type { BuilderData, Field } from '../../payloads/builder/data.ts';
import type { Facts } from '../../payloads/builder/rules.ts';

export interface State {
  component: string;
  situations: Readonly<Record<string, string>>;
  /** Values that differ from the defaults, by name. All components share them. */
  values: Readonly<Record<string, string>>;
}

export function initialState({ components, situations }: BuilderData): State {
  return {
    component: components[0] ?? '',
    situations: Object.fromEntries(situations.map(({ id, options }) => [id, options[0].value])),
    values: {},
  };
}

export function withValue(state: State, field: Field, value: string): State {
  const { [field.name]: _, ...others } = state.values;
  return { ...state, values: value === field.default ? others : { ...others, [field.name]: value } };
}

/** The value in the form. */
export function valueOf({ values }: State, field: Field): string {
  return Object.hasOwn(values, field.name) ? values[field.name] : field.default;
}

export function isChanged({ values }: State, field: Field): boolean {
  return Object.hasOwn(values, field.name) && values[field.name] !== field.default;
}

export function fieldsOf(data: BuilderData, component: string): Field[] {
  return data.fields.filter((field) => field.components.includes(component));
}

/** The values as the rules see them. An empty value counts as unset and takes its default. */
export function factsOf(data: BuilderData, state: State): Facts {
  const fields = new Map(fieldsOf(data, state.component).map((field) => [field.name, field]));
  const entered = (name: string): string => {
    const field = fields.get(name);
    return field ? valueOf(state, field) : '';
  };
  return {
    value: (name) => entered(name) || (fields.get(name)?.default ?? ''),
    changed: (name) => entered(name) !== '' && entered(name) !== fields.get(name)?.default,
    situation: (id) => state.situations[id] ?? '',
  };
}
