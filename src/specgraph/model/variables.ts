/** Definitions of variables, and values that other places state for them. */
import type { Place, SourceRange } from './places.ts';

/** The places in which a variable must appear to be complete. */
export const FACETS = {
  definition: 'definition row',
  userInput: 'USER_INPUT block',
  validation: 'validation rule',
  interaction: 'interaction note',
  matrix: 'cross-reference matrix row',
  appliance: 'appliance parameter table',
} as const;
export type Facet = keyof typeof FACETS;

/** One definition: a variable as one appliance (or both) has it. */
export interface VariableDefinition {
  name: string;
  /** False for a definition that the set's count leaves out. */
  counted: boolean;
  appliances: string[];
  /** Number of the row in its table. */
  number?: number;
  /** Number of the section that defines the variable ("4"). */
  section: string;
  /** Sections whose tables list the variable: two where two rows count as one definition. */
  listedIn: string[];
  /** Title of the group of the table ("SuperNode parameters"). */
  group: string;
  type?: string;
  mandatory?: boolean;
  options?: string[];
  default?: string;
  userInput?: string;
  validation?: string;
  flowerMapping?: string;
  phase?: string;
  facets: Record<Facet, Place[]>;
  /** Facets that this definition must have. */
  required: Facet[];
  /** Number of references to the name in the whole set, including its definition and other facets. */
  mentions: number;
  range: SourceRange;
}

/** A value that a place states for a variable; rules compare it with the definition. */
export interface StatedValue {
  name: string;
  field: 'default' | 'type' | 'options' | 'userInput' | 'validation';
  value: string;
  range: SourceRange;
  section?: string;
  document: string;
}
