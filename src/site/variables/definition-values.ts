/** The values of a definition's fields, as pages show them. */
import type { Definition, DefinitionScheme, Field, GraphView } from '#specgraph';

/** The value of a field as text; undefined where the definition has none. */
export function textOf({ fields }: Definition, field: string): string | undefined {
  const value = fields[field];
  if (value === undefined || typeof value === 'string') return value;
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : value.join(', ');
}

/** The members of a field that is a list. */
export function listOf({ fields }: Definition, field: string): readonly string[] {
  const value = fields[field];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

/** What the definitions say in words about their name: a part of another value, or else a field of its own. */
export function describedBy(
  definitions: readonly Definition[],
  scheme: DefinitionScheme | undefined,
): string {
  for (const { id, parse } of scheme?.fields ?? []) {
    const value = definitions.map((definition) => definition.fields[id]).find(Boolean);
    const description = typeof value === 'string' ? parse?.(value).description : undefined;
    if (description !== undefined) return description;
  }
  return describingFields(scheme).map(({ id }) => textOf(definitions[0], id))[0] ?? '';
}

/** The fields that say in words what a name is for. */
export function describingFields(scheme: DefinitionScheme | undefined): readonly Field[] {
  return scheme?.fields.filter(({ isDescription }) => isDescription) ?? [];
}

/** How the specification calls a part of its system, with a capital letter: "Component". */
export function componentTitle({ scheme }: Pick<GraphView, 'scheme'>): string {
  const word = scheme?.component.one ?? 'component';
  return word.charAt(0).toUpperCase() + word.slice(1);
}
