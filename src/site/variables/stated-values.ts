/** The values that the set states for a variable outside its definitions, compared with the definitions. */
import type { GraphView, StatedValue, VariableDefinition } from '#specgraph';
import { urlOfPlace } from '../urls.ts';
import { nameOfPlace } from '../document-names.ts';

export type Agreement = 'same' | 'override' | 'conflict';

/** A value of a field, with every place that states it. */
export interface StatedRow {
  field: string;
  value: string;
  /** The values of the field in the definitions. */
  defined: string[];
  agreement: Agreement;
  /** Why the value differs on purpose. */
  reason?: string;
  places: { label: string; url: string }[];
}

const FIELD_LABELS: Record<StatedValue['field'], string> = {
  type: 'Type',
  default: 'Default',
  options: 'Options',
  userInput: 'USER_INPUT',
  validation: 'Validation',
};

/** Values of the definition rows are left out: the others are compared with them. */
export function statedRows(graph: GraphView, own: readonly VariableDefinition[]): StatedRow[] {
  const isDefinition = (stated: StatedValue): boolean =>
    own.some(({ facets }) =>
      facets.definition.some((place) => place.file === stated.range.file && place.line === stated.range.line),
    );
  const elsewhere = graph.stated.filter((stated) => stated.name === own[0].name && !isDefinition(stated));
  const groups = Map.groupBy(
    elsewhere,
    (stated) => `${stated.field} ${stated.value} ${overrideOf(graph, stated)?.reason ?? ''}`,
  );
  const order = Object.keys(FIELD_LABELS);
  return [...groups.values()]
    .map((same): StatedRow & { rank: number } => {
      const { field, value } = same[0];
      const defined = [...new Set(own.map((definition) => valueOf(definition, field)))];
      const reason = overrideOf(graph, same[0])?.reason;
      const agrees = defined.some((other) => normalize(other, field) === normalize(value, field));
      return {
        rank: order.indexOf(field),
        field: FIELD_LABELS[field],
        value,
        defined,
        agreement: agrees ? 'same' : reason === undefined ? 'conflict' : 'override',
        reason: agrees ? undefined : reason,
        places: same.map(({ range }) => ({
          label: nameOfPlace(graph, range),
          url: urlOfPlace(graph, range) ?? '#',
        })),
      };
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ rank: _, ...row }) => row);
}

function valueOf(definition: VariableDefinition, field: StatedValue['field']): string {
  return field === 'options' ? (definition.options ?? []).join(',') : (definition[field] ?? '');
}

function normalize(value: string, field: StatedValue['field']): string {
  return field === 'options' ? value.replace(/\s*,\s*/g, ',') : value;
}

/** The entry of the configuration that allows this place to differ. */
function overrideOf(
  graph: GraphView,
  { name, field, document, section }: StatedValue,
): { reason: string } | undefined {
  const facts = graph.document(document);
  if (!facts || section === undefined) return undefined;
  return graph.config.variables?.overrides.find(
    (override) =>
      override.names.includes(name) &&
      override.fields.includes(field) &&
      graph.document(override.document)?.id === facts.id &&
      override.sections.some((number) => {
        const allowed = graph.section(facts.id, number);
        return allowed !== undefined && graph.sectionTree(facts, allowed).has(section);
      }),
  );
}
