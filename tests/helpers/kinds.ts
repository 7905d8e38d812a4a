/** Small sets with kinds of their own. */
import type { SpecConfigInput } from '#specgraph';

type Kinds = NonNullable<SpecConfigInput['kinds']>;

/** The configuration file of a set with these kinds and nothing else. */
export function kindsConfig(kinds: Kinds): Record<string, string> {
  return { 'spec/specgraph.config.json': JSON.stringify({ kinds }) };
}

/** Error codes in a table, mentioned as "E-1". */
export const ERRORS: Kinds = { error: { defined: { table: 'Code' }, mentioned: 'E-{n}' } };

/** A document with a table of error codes. */
export function errorTable(...codes: (number | string)[]): string {
  return [
    '# Errors',
    '',
    '| Code | Meaning |',
    '|---|---|',
    ...codes.map((code) => `| ${code} | bad |`),
    '',
  ].join('\n');
}
