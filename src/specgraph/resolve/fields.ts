/** The fields of definitions: those that common headings give, those of a profile and those of a configuration. */
import type { FieldConfig } from '../config-definitions.ts';
import type { Field } from '../model/index.ts';

/** Fields that are read where neither a profile nor the configuration says which ones there are. */
export const COMMON_FIELDS: readonly Field[] = [
  {
    id: 'type',
    label: 'Type',
    words: 'the type',
    columns: ['Type', 'Data type', 'Value type'],
    type: 'value',
    isCompared: true,
  },
  {
    id: 'default',
    label: 'Default',
    words: 'the default',
    columns: ['Default', 'Default value', 'Defaults to'],
    ownColumns: ['Value'],
    type: 'value',
    isCompared: true,
  },
  {
    id: 'options',
    label: 'Options',
    words: 'the options',
    columns: ['Options', 'Choices', 'Allowed values', 'Possible values'],
    type: 'list',
    isCompared: true,
  },
  {
    id: 'range',
    label: 'Range',
    words: 'the range',
    columns: ['Range', 'Valid range', 'Allowed range'],
    type: 'range',
    isCompared: true,
  },
  {
    id: 'unit',
    label: 'Unit',
    words: 'the unit',
    columns: ['Unit', 'Units'],
    type: 'unit',
    isCompared: true,
  },
  {
    id: 'mandatory',
    label: 'Mandatory',
    words: 'the need',
    columns: ['Mandatory', 'Required'],
    type: 'flag',
    isCompared: true,
  },
  {
    id: 'validation',
    label: 'Validation',
    words: 'the validation rule',
    columns: ['Validation', 'Constraint', 'Constraints'],
    type: 'value',
    isCompared: true,
  },
  {
    id: 'description',
    label: 'Description',
    words: 'the description',
    columns: ['Description', 'Meaning', 'Purpose'],
    type: 'text',
    isCompared: false,
    isDescription: true,
  },
];

/**
 * @param base the fields of the profiles, or else the common ones
 * @param given those of the configuration: they replace fields of the same id, further ones follow
 */
export function fieldsOf(base: readonly Field[], given: Readonly<Record<string, FieldConfig>>): Field[] {
  const further = Object.keys(given).filter((id) => !base.some((known) => known.id === id));
  return [
    ...base.map((known) => (known.id in given ? configuredField(known.id, given[known.id], known) : known)),
    ...further.map((id) =>
      configuredField(
        id,
        given[id],
        COMMON_FIELDS.find((known) => known.id === id),
      ),
    ),
  ];
}

function configuredField(id: string, given: FieldConfig, known?: Field): Field {
  const more = typeof given === 'string' || Array.isArray(given) ? { columns: given } : given;
  const columns = [more.columns].flat();
  const label = more.label ?? known?.label ?? columns[0];
  return {
    ...known,
    id,
    label,
    words: more.words ?? known?.words ?? `the ${startsLikeName(label) ? label : label.toLowerCase()}`,
    columns,
    ownColumns: more.ownColumns === undefined ? [] : [more.ownColumns].flat(),
    type: more.type ?? known?.type ?? 'value',
    isCompared: more.compare ?? known?.isCompared ?? true,
    isDescription: more.description ?? known?.isDescription,
  };
}

/** "TTL" and "URL" keep their letters in a sentence; "Default" does not. */
function startsLikeName(label: string): boolean {
  return /^[A-Z]{2}/.test(label);
}
