/** Definitions with fields and facets, values that other places state for them, and how both are described. */
import type { Place, SourceRange } from './places.ts';

/** The value of a field as the type of the field reads it; see `FieldType`. */
export type FieldValue = string | boolean | readonly string[];

/** One definition: a name as one or several parts of the system have it, from a row of a definition table. */
export interface Definition {
  /** Id of its kind: "variable". */
  kind: string;
  name: string;
  /** False for a definition that the set's count leaves out. */
  counted: boolean;
  /** Parts of the system that the definition belongs to: "server", "client". */
  components: string[];
  /** Number of the row in its table. */
  number?: number;
  /** Number of the section that defines the name ("4"). */
  section: string;
  /** Sections whose tables list the name: two where two rows count as one definition. */
  listedIn: string[];
  /** Title of the group of the table ("Client parameters"). */
  group: string;
  /** Values by the id of the field; a field that neither a column nor another field gives is absent. */
  fields: Readonly<Record<string, FieldValue>>;
  phase?: string;
  /** The places where the name stands, by the id of the facet; "definition" is its own row. */
  facets: Record<string, Place[]>;
  /** Facets that this definition must have. */
  required: string[];
  /** Number of references to the name in the whole set, including its definition and other facets. */
  mentions: number;
  range: SourceRange;
}

/** A value that a place states for a name; rules compare it with the definition. */
export interface StatedValue {
  /** Id of the kind of the name. */
  kind: string;
  name: string;
  /** Id of the field. */
  field: string;
  value: string;
  range: SourceRange;
  section?: string;
  document: string;
}

/** How the text of a field is read, and when two texts are the same value. */
export const FIELD_TYPES = {
  text: 'words, compared as they stand',
  value: 'a value; "(empty)", "--" and an empty cell mean that there is none',
  list: 'values separated by commas; blanks around them do not count',
  range: 'two ends; "1-10", "1..10" and "1 to 10" are the same',
  unit: 'a unit; "s", "sec" and "seconds" are the same',
  flag: 'yes or no; "required", "optional" and check marks are read too',
} as const;
export type FieldType = keyof typeof FIELD_TYPES;

/** A field of the definitions of one kind: the default of a variable, the severity of an error code. */
export interface Field {
  id: string;
  /** Name of the field on pages: "Default". */
  label: string;
  /** How messages call it: "the default". */
  words: string;
  /** Headings of its column in any letter case; the first one that a table has counts. */
  columns: readonly string[];
  /** Further headings that mean the field in definition tables only: elsewhere a column "Value" may be anything. */
  ownColumns?: readonly string[];
  type: FieldType;
  /** Whether a place that states another value is reported. */
  isCompared: boolean;
  /** Whether it says in words what the name is for. */
  isDescription?: boolean;
  /** Takes a value apart that repeats other fields: a line of code that states type and default at once. */
  parse?(value: string): CompositeValue;
}

/** A value that contains values of other fields. */
export interface CompositeValue {
  /** What the columns of the same row must say too, by field. */
  repeats: Readonly<Record<string, string>>;
  /** Values of fields that no column of the row gives. */
  adds: Readonly<Record<string, FieldValue>>;
  /** What it says in words about the name. */
  description?: string;
  /** Whether the value breaks its own grammar. Another rule reports that, and nothing is compared with the value. */
  isFaulty: boolean;
}

/** Facet of every definition: its own row. */
export const DEFINITION_FACET = 'definition';

/** A kind of place where a name must stand to be complete. */
export interface Facet extends FacetForm {
  id: string;
  places: readonly FacetPlace[];
}

/** A section where names must stand; the document by its number or id. */
export interface FacetPlace {
  document: string;
  section: string;
  /** Only names of this part of the system must stand there. */
  component?: string;
}

export interface FacetForm {
  /** How messages call it: "validation rule". */
  title: string;
  /** Where the name must stand: in a row of a table, anywhere in the text, or as the name of a value in code. */
  in: 'rows' | 'text' | 'code';
  /** Which of the places must have the name: one of them, all of them, or those whose own table lists the name. */
  needs: 'one' | 'all' | 'listed';
  /**
   * Only names that are tied to others need the facet: those whose field of this id names another name of the kind, or
   * whose row in the facet of this id does, and the names that are named there.
   */
  tiedBy?: string;
  /** What to write there, where the field has a value: `{name}` and `{value}` stand for name and value. */
  suggestion?: { field: string; text: string };
}

/** Values of names that stand in code blocks: `NAME = "…"`. */
export interface CodeValueForm {
  /** Id of the field that the values are. */
  field: string;
  /** A global expression with the groups `name` and `value`, over one line. */
  pattern: RegExp;
  /** Text that every such line contains; blocks without it are not searched. */
  contains: string;
}

/** A part of a system: singular and plural in lower case. */
export interface ComponentName {
  one: string;
  many: string;
}

/** What a configuration holds of a profile (see `profile.ts`), without what only those who run its rules and exporters need. */
export interface ConfiguredProfile {
  id: string;
  /** How these specifications call the parts of a system, in prose, as heading of a column and as exported field. */
  component?: ComponentName;
  /** The fields of definitions, in the order of exports; they take the place of the inferred ones. */
  fields?: readonly Field[];
  /** What a facet of this id is, where the configuration only says where its places are. */
  facets?: Readonly<Record<string, FacetForm>>;
  /** Values of names that stand in code blocks. */
  codeValues?: readonly CodeValueForm[];
  rules?: readonly { id: string }[];
  exporters?: Readonly<Record<string, unknown>>;
}
