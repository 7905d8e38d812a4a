/** The data that the build passes to the script of the builder. */
import type { Format } from './format.ts';
import type { Rule } from './rules.ts';

export interface Source {
  /** "spec/03, Section 10b". */
  label: string;
  url: string;
}

export interface Field {
  name: string;
  /** Type of the USER_INPUT; "fixed" for a value that the template sets. */
  kind: string;
  default: string;
  components: readonly string[];
  options: readonly string[];
  mandatory: boolean;
  /** Whether the value is left out of links. */
  secret: boolean;
  phase: string;
  /** Title of the definition table, by component. */
  groups: Readonly<Record<string, string>>;
  format?: Format & Source;
}

export interface Situation {
  id: string;
  components: readonly string[];
  options: readonly { value: string }[];
}

/** The USER_INPUT of one definition. */
export interface Input {
  name: string;
  components: readonly string[];
  phase: string | null;
  mandatory: boolean | null;
  userInput: string | null;
}

export interface BuilderData {
  components: readonly string[];
  fields: readonly Field[];
  situations: readonly Situation[];
  rules: readonly (Rule & { source: Source })[];
  inputs: readonly Input[];
  /** Names of the phases by number. */
  phases: readonly (readonly [string, string])[];
  /** Title of the set in the block of user inputs. */
  title: string;
  /** The section that describes the format of a USER_INPUT. */
  inputSource: Source;
}
