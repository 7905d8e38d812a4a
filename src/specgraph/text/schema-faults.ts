/** What is wrong with a value that a schema does not fit, such as a configuration or a contract, in words, and where. */
import type * as v from 'valibot';
import { didYouMean } from './did-you-mean.ts';

/** Where a fault is within the value that was read from a file. */
export interface FaultPlace {
  path: (string | number)[];
  /** The faulty value itself. */
  value: unknown;
}

type Issue = v.BaseIssue<unknown>;
/** A schema of valibot as far as its keys are concerned. */
interface Schema {
  type?: string;
  entries?: Record<string, Schema>;
  wrapped?: Schema;
  item?: Schema;
  items?: Schema[];
  value?: Schema;
  options?: Schema[];
}

/**
 * @param schema the schema of the whole value
 * @returns a phrase with the path ("claims.0.from: …"), that path, and the place where the fault is one of a single value
 */
export function faultOf(
  issue: Issue,
  schema: unknown,
): { text: string; path: (string | number)[]; place?: FaultPlace } {
  const { path, issue: cause } = innermost(issue);
  const reason = isUnknownKey(cause)
    ? unknownKey(path, schema as Schema)
    : isMissingKey(cause)
      ? 'the key is missing'
      : cause.message;
  return {
    text: `${path.join('.') || '(top)'}: ${reason}`,
    path,
    place: issue.path && { path, value: cause.input },
  };
}

/**
 * The cause of an issue: where one of several forms is allowed, valibot reports that none of them fits, and what is wrong
 * with each. A key that is unknown to one form tells more than the type of another.
 */
function innermost(issue: Issue): { path: (string | number)[]; issue: Issue } {
  const path = keysOf(issue);
  if (issue.type !== 'union' || !issue.issues) return { path, issue };
  const inner = issue.issues.map(innermost);
  const best = inner.find((one) => isUnknownKey(one.issue)) ?? inner.find((one) => one.path.length > 0);
  return best ? { path: [...path, ...best.path], issue: best.issue } : { path, issue };
}

function keysOf({ path }: Issue): (string | number)[] {
  return (path ?? [])
    .map(({ key }) => key)
    .filter((key) => typeof key === 'string' || typeof key === 'number');
}

function isUnknownKey({ type, expected, path }: Issue): boolean {
  return type === 'strict_object' && expected === 'never' && path !== undefined;
}

/** Valibot reports a missing key as an issue of the object that lacks it. */
function isMissingKey({ type, received }: Issue): boolean {
  return (type === 'object' || type === 'strict_object') && received === 'undefined';
}

/**
 * Keys that a schema ignores and that are probably misspelled: an object has no key of the name that was meant.
 * @returns the path of each, and the key that was meant
 */
export function misspelledKeys(
  value: unknown,
  schema: unknown,
  path: (string | number)[] = [],
): { path: (string | number)[]; meant: string }[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((one, i) => misspelledKeys(one, schema, [...path, i]));
  const known = keysAt(path, schema as Schema);
  const absent = known.filter((key) => !Object.hasOwn(value, key));
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = [...path, key];
    if (known.includes(key)) return misspelledKeys(inner, schema, at);
    const meant = didYouMean(key, absent);
    return meant ? [{ path: at, meant }] : [];
  });
}

const MAX_LISTED_KEYS = 12;

/** Names the known key that was probably meant. */
function unknownKey(path: readonly (string | number)[], schema: Schema): string {
  const known = keysAt(path.slice(0, -1), schema);
  const meant = didYouMean(String(path.at(-1)), known);
  if (meant) return `there is no such key; did you mean ${meant}?`;
  const isShort = known.length > 0 && known.length <= MAX_LISTED_KEYS;
  return `there is no such key${isShort ? `; known are ${known.join(', ')}` : ''}`;
}

/** The keys that the object at a path may have, in every form that is allowed there. */
function keysAt(path: readonly (string | number)[], schema: Schema): string[] {
  const { type, entries, wrapped, item, items, value, options } = schema;
  if (wrapped) return keysAt(path, wrapped);
  if (type === 'union' && options) return options.flatMap((option) => keysAt(path, option));
  if (path.length === 0) return Object.keys(entries ?? {});
  const [key, ...rest] = path;
  const next = entries?.[key] ?? item ?? items?.[Number(key)] ?? value;
  return next ? keysAt(rest, next) : [];
}
