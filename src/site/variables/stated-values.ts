/** The values that the set states for a variable outside its definitions, compared with the definitions. */
import {
  agrees,
  definedValue,
  overrideOf,
  type Definition,
  type GraphView,
  type StatedValue,
} from '#specgraph';
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

/** Readers look for these first. */
const FIELD_ORDER = ['type', 'default'];

/** Values of the definition rows are left out: the others are compared with them. */
export function statedRows(graph: GraphView, definitions: readonly Definition[]): StatedRow[] {
  const { fields = [], overrides = [] } = graph.scheme ?? {};
  const isDefinition = (stated: StatedValue): boolean =>
    definitions.some(({ facets }) =>
      facets.definition.some((place) => place.file === stated.range.file && place.line === stated.range.line),
    );
  const elsewhere = graph.stated.filter(
    (stated) => stated.name === definitions[0].name && !isDefinition(stated),
  );
  const groups = Map.groupBy(
    elsewhere,
    (stated) => `${stated.field} ${stated.value} ${overrideOf(stated, overrides, graph)?.reason ?? ''}`,
  );
  const order = FIELD_ORDER.concat(fields.map(({ id }) => id));
  return [...groups.values()]
    .map((same): StatedRow & { rank: number } => {
      const { field: id, value } = same[0];
      const field = fields.find((candidate) => candidate.id === id)!;
      const defined = [...new Set(definitions.map((definition) => definedValue(definition, id)))];
      const reason = overrideOf(same[0], overrides, graph)?.reason;
      const isSame = definitions.some((definition) => agrees(definition, same[0], field));
      return {
        rank: order.indexOf(id),
        field: field.label,
        value,
        defined,
        agreement: isSame ? 'same' : reason === undefined ? 'conflict' : 'override',
        reason: isSame ? undefined : reason,
        places: same.map(({ range }) => ({
          label: nameOfPlace(graph, range),
          url: urlOfPlace(graph, range) ?? '#',
        })),
      };
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ rank: _, ...row }) => row);
}
