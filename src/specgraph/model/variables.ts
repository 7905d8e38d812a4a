/** Variables: their definitions, and what else states their values. */
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
  /** Number of the section that defines it ("4"). */
  section: string;
  /** Sections whose tables list it: two where the count takes two listings as one definition. */
  listedIn: string[];
  /** Title of the group the table stands for ("SuperNode parameters"). */
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
  /** References to the name in the whole set, definition and other facets included. */
  mentions: number;
  range: SourceRange;
}

/** A value that some place states for a variable; compared with the owning definition. */
export interface StatedValue {
  name: string;
  field: 'default' | 'type' | 'options' | 'userInput' | 'validation';
  value: string;
  range: SourceRange;
  section?: string;
  document: string;
}
