import { rulesOf, type Rule } from '#specgraph';
import { PROFILES } from '#profiles';

/** The built-in rules and those of every profile that the command line knows, sorted by id. */
export const ALL_RULES: readonly Rule[] = rulesOf({ profiles: [...PROFILES] });
