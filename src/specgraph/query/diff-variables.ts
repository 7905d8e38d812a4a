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
    added: after.filter((d) => !matched.has(d)).map(nameOf),
    removed: before.filter((d) => !pairs.has(d)).map(nameOf),
    changed: [...pairs]
      .map(([b, a]) => ({ ...nameOf(a), fields: changedFields(b, a) }))
      .filter((change) => change.fields.length > 0),
  };
}

function matchDefinitions(
  before: readonly VariableDefinition[],
  after: readonly VariableDefinition[],
): Map<VariableDefinition, VariableDefinition> {
  const pairs = new Map<VariableDefinition, VariableDefinition>();
  const free = new Set(after);
  const same: ((b: VariableDefinition, a: VariableDefinition) => boolean)[] = [
    (b, a) => b.group === a.group && b.section === a.section,
    (b, a) => b.group === a.group,
    (b, a) => b.section === a.section,
    () => true,
  ];
  for (const matches of same) {
    for (const b of before) {
      if (pairs.has(b)) continue;
      const found = [...free].find((a) => a.name === b.name && matches(b, a));
      if (!found) continue;
      pairs.set(b, found);
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
