/** The regular expressions of a configuration that JavaScript runs on the text of documents. */
import type { SpecConfig } from './config.ts';
import { countPlaces, readNamePattern, readPattern } from './kinds/patterns.ts';
import type { KindConfig } from './kinds/schema.ts';
import { fillNumber } from './text/numerals.ts';

export interface Expression {
  /** Where it stands: "claims[3].pattern". */
  name: string;
  /** As its author wrote it. */
  written: string;
  /** As JavaScript runs it. */
  pattern: string;
  flags: string;
}

/** @returns all of them, in the order of the schema */
export function expressionsOf({ names, claims = [], kinds = {} }: SpecConfig): Expression[] {
  return [
    ...(names
      ? [{ name: 'names.pattern', written: names.pattern, pattern: names.pattern, flags: 'gi' }]
      : []),
    ...claims.map(({ pattern }, i) => ({
      name: `claims[${i}].pattern`,
      written: pattern,
      pattern: fillNumber(pattern).exact,
      flags: 'gi',
    })),
    ...Object.entries(kinds).flatMap(([name, kind]) => expressionsOfKind(`kinds.${name}`, kind)),
  ];
}

function expressionsOfKind(name: string, { id, documents, defined, mentioned }: KindConfig): Expression[] {
  const own = id === undefined ? [] : [{ name: `${name}.id`, written: id, pattern: id, flags: 'gu' }];
  return [
    ...own,
    ...patternsIn(`${name}.documents`, documents, (text) => readNamePattern(text, id).pattern),
    ...patternsIn(`${name}.defined`, defined, (text) => readPattern(text, id).pattern),
    ...patternsIn(`${name}.mentioned`, mentioned, (text) => readPattern(text, id).pattern),
  ];
}

/** Texts with a place for an id, at any depth of a value: all of them are patterns. */
function patternsIn(name: string, value: unknown, read: (text: string) => string): Expression[] {
  if (typeof value === 'string')
    return countPlaces(value) === 1 ? [{ name, written: value, pattern: read(value), flags: 'gu' }] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    patternsIn(Array.isArray(value) ? `${name}[${key}]` : `${name}.${key}`, part, read),
  );
}
