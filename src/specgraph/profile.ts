/**
 * A profile: what a family of specifications shares beyond the kinds that a configuration can describe. A configuration
 * names its profiles; the engine knows the interface and no profile. Programs import the object
 * (`profiles: [telephony]`), configurations that are data name it by its id (`"profiles": ["telephony"]`).
 */
import type { ExportedVariable } from './export/json.ts';
import type { ConfiguredProfile } from './model/index.ts';
import type { Rule } from './rules/rule.ts';

export interface Profile extends ConfiguredProfile {
  /** Rules that run besides the built-in ones. */
  rules?: readonly Rule[];
  /** Formats in which the variables can be printed besides those of the engine, by the name of the format. */
  exporters?: Readonly<Record<string, VariablesExporter>>;
}

/**
 * Prints variables in a format of its own.
 * @param variables as `exportVariables` gives them
 */
export type VariablesExporter = (
  variables: readonly ExportedVariable[],
  given: {
    /** Title of the set. */
    title: string;
    /** The part of the system that the variables were chosen for; absent where they are those of all parts. */
    component?: string;
    /** Names of the phases by number. */
    phases: ReadonlyMap<string, string>;
  },
) => string;
