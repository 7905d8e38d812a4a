import type { Definition, FieldValue } from '../model/index.ts';

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
  before: readonly Definition[],
  after: readonly Definition[],
  names: FieldNames,
): VariableChanges {
  const pairs = matchDefinitions(before, after);
  const matched = new Set(pairs.values());
  return {
    added: after.filter((definition) => !matched.has(definition)).map(nameOf),
    removed: before.filter((definition) => !pairs.has(definition)).map(nameOf),
    changed: [...pairs]
      .map(([earlier, later]) => ({ ...nameOf(later), fields: changedFields(earlier, later, names) }))
      .filter((change) => change.fields.length > 0),
  };
}

function matchDefinitions(
  before: readonly Definition[],
  after: readonly Definition[],
): Map<Definition, Definition> {
  const pairs = new Map<Definition, Definition>();
  const free = new Set(after);
  const same: ((earlier: Definition, later: Definition) => boolean)[] = [
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

function nameOf({ name, group, range }: Definition): VariableName {
  return { name, group, file: range.file, line: range.line };
}

/** How a diff names what changed: the parts of the system, and the ids of the fields in their order. */
export interface FieldNames {
  components: string;
  fields: readonly string[];
}

function changedFields(
  before: Definition,
  after: Definition,
  { components, fields }: FieldNames,
): VariableChange['fields'] {
  const valuesOf = (d: Definition): [string, FieldValue | number | undefined][] => [
    ['counted', d.counted],
    [components, d.components],
    ['group', d.group],
    ['number', d.number],
    ['section', d.section],
    ...fields.map((id): [string, FieldValue | undefined] => [id, d.fields[id]]),
    ['phase', d.phase],
  ];
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const plain = is.map(([field, value], i) => ({ field, from: shown(was[i][1]), to: shown(value) }));
  const facets = Object.keys(after.facets).map((facet) => ({
    field: `facet ${facet}`,
    from: presence(before, facet),
    to: presence(after, facet),
  }));
  return [...plain, ...facets].filter(({ from, to }) => from !== to);
}

function presence({ facets }: Definition, facet: string): string {
  return (facets[facet] ?? []).length > 0 ? 'present' : 'missing';
}

function shown(value: FieldValue | number | undefined): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'object' ? value.join(', ') : String(value);
}
