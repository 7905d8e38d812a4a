import type { Facet, VariableDefinition } from '../model/index.ts';

/** How a diff identifies a definition. */
export interface VariableName {
  name: string;
  /** Title of its table; it distinguishes two definitions of one name. */
  group: string;
  file: string;
  line: number;
}

export interface VariableChange extends VariableName {
  fields: { field: string; from?: string; to?: string }[];
}

export interface VariableChanges {
  added: VariableName[];
  removed: VariableName[];
  changed: VariableChange[];
}

/**
 * Compares definitions field by field. A name that only one table defines is the same definition, whichever table that
 * is.
 */
export function diffVariables(
  before: readonly VariableDefinition[],
  after: readonly VariableDefinition[],
): VariableChanges {
  const pairs = matchDefinitions(before, after);
  const matched = new Set(pairs.values());
  return {
    added: after.filter((definition) => !matched.has(definition)).map(nameOf),
    removed: before.filter((definition) => !pairs.has(definition)).map(nameOf),
    changed: [...pairs]
      .map(([earlier, later]) => ({ ...nameOf(later), fields: changedFields(earlier, later) }))
      .filter((change) => change.fields.length > 0),
  };
}

function matchDefinitions(
  before: readonly VariableDefinition[],
  after: readonly VariableDefinition[],
): Map<VariableDefinition, VariableDefinition> {
  const pairs = new Map<VariableDefinition, VariableDefinition>();
  const free = new Set(after);
  const same: ((earlier: VariableDefinition, later: VariableDefinition) => boolean)[] = [
    (earlier, later) => earlier.group === later.group && earlier.section === later.section,
    (earlier, later) => earlier.group === later.group,
    (earlier, later) => earlier.section === later.section,
    () => true,
  ];
  for (const matches of same) {
    for (const earlier of before) {
      if (pairs.has(earlier)) continue;
      const found = [...free].find((later) => later.name === earlier.name && matches(earlier, later));
      if (!found) continue;
      pairs.set(earlier, found);
      free.delete(found);
    }
  }
  return pairs;
}

function nameOf({ name, group, range }: VariableDefinition): VariableName {
  return { name, group, file: range.file, line: range.line };
}

const FIELDS = [
  'counted',
  'appliances',
  'group',
  'number',
  'section',
  'type',
  'mandatory',
  'options',
  'default',
  'userInput',
  'validation',
  'flowerMapping',
  'phase',
] as const satisfies (keyof VariableDefinition)[];

function changedFields(before: VariableDefinition, after: VariableDefinition): VariableChange['fields'] {
  const plain = FIELDS.map((field) => ({
    field: field as string,
    from: shown(before[field]),
    to: shown(after[field]),
  }));
  const facets = (Object.keys(after.facets) as Facet[]).map((facet) => ({
    field: `facet ${facet}`,
    from: presence(before, facet),
    to: presence(after, facet),
  }));
  return [...plain, ...facets].filter(({ from, to }) => from !== to);
}

function presence({ facets }: VariableDefinition, facet: Facet): string {
  return facets[facet].length > 0 ? 'present' : 'missing';
}

function shown(value: string | number | boolean | string[] | undefined): string | undefined {
  if (value === undefined) return undefined;
  return Array.isArray(value) ? value.join(', ') : String(value);
}
