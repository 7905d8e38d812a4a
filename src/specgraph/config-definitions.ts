/** The part of a configuration that describes definitions: their tables, fields and facets. */
import * as v from 'valibot';
import { FIELD_TYPES, type FieldType } from './model/index.ts';

/** A section of one document; the document by its number ("03") or id. */
export const place = v.strictObject({ document: v.string(), section: v.string() });

const oneOrMore = v.union([v.string(), v.array(v.string())]);

const definitionTable = v.strictObject({
  document: v.string(),
  section: v.string(),
  /** What the rows are: "Client parameters". */
  group: v.string(),
  /** The parts of the system that every row belongs to; absent where a column says it. */
  components: v.optional(v.array(v.string())),
});

const FIELD_TYPE_IDS = Object.keys(FIELD_TYPES) as FieldType[];

/** A field: the headings of its column, or the headings and more about it. */
const field = v.union([
  oneOrMore,
  v.strictObject({
    /** Headings of its column, in any letter case. */
    columns: oneOrMore,
    /** Further headings that mean the field only in definition tables. */
    ownColumns: v.optional(oneOrMore),
    type: v.optional(v.picklist(FIELD_TYPE_IDS)),
    /** Name on pages; the first heading unless given. */
    label: v.optional(v.string()),
    /** How messages call it: "the default". */
    words: v.optional(v.string()),
    /** Whether places that state another value are reported; they are unless this is false. */
    compare: v.optional(v.boolean()),
    /** Whether it says in words what the name is for. */
    description: v.optional(v.boolean()),
  }),
]);

const facetPlace = v.strictObject({
  document: v.string(),
  section: v.string(),
  /** Only names of this part of the system must stand there. */
  component: v.optional(v.string()),
});

/** A facet: the sections where names must stand, or these sections and more about it. */
const facet = v.union([
  v.array(facetPlace),
  v.strictObject({
    places: v.array(facetPlace),
    /** How messages call it: "validation rule". */
    title: v.optional(v.string()),
    /** Where the name must stand: in a row of a table (unless given), anywhere in the text, or in code. */
    in: v.optional(v.picklist(['rows', 'text', 'code'])),
    /** Which places must have the name; one of them unless given, all of them where places belong to components. */
    needs: v.optional(v.picklist(['one', 'all', 'listed'])),
    /** Only names that this field, or a row of this facet, ties to other names need the facet. */
    tiedBy: v.optional(v.string()),
  }),
]);

/** What every kind with definitions may say about them. */
const definitionEntries = {
  fields: v.optional(v.record(v.string(), field)),
  /** Where names must stand to be complete, besides their definition. */
  facets: v.optional(v.record(v.string(), facet)),
  /** Definition tables whose names need fewer facets, and why. */
  exempt: v.optional(
    v.array(v.strictObject({ section: v.string(), facets: v.array(v.string()), reason: v.string() })),
  ),
  /** Values that a place states differently on purpose. */
  overrides: v.optional(
    v.array(
      v.strictObject({
        document: v.string(),
        sections: v.array(v.string()),
        names: v.array(v.string()),
        fields: v.array(v.string()),
        reason: v.string(),
      }),
    ),
  ),
};

export const variables = v.strictObject({
  definitions: v.array(definitionTable),
  /** Names that several tables list and the count takes once. */
  countedOnce: v.optional(v.array(v.string())),
  ...definitionEntries,
});

export type DefinitionConfig = v.InferOutput<v.StrictObjectSchema<typeof definitionEntries, undefined>>;
export type VariablesConfig = v.InferOutput<typeof variables>;
export type FieldConfig = v.InferOutput<typeof field>;
export type FacetConfig = v.InferOutput<typeof facet>;
export type OverrideConfig = NonNullable<DefinitionConfig['overrides']>[number];
