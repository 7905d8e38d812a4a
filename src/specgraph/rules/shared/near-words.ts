/** Finds names that have the words of a frequent one in another form: in the plural, in another order, with other capitals. */
import type { CodeName } from '../../model/index.ts';
import type { NearName } from '../../text/near-miss.ts';
import { singular } from '../../text/singular.ts';

/** A name is taken as the right one from so many uses on. */
const MIN_USES = 2;
const MIN_USES_OF_REORDERED = 5;
/** Proposals try the words of types and methods in several orders. */
const MIN_USES_OF_REORDERED_CAMEL = 8;
const MIN_USES_OF_REORDERED_CAPITALS = 2;
const MIN_USES_OF_CAPITALS = 3;
/** Names of fewer words are other names in another order: "read-only", "only-read". */
const MIN_WORDS_OF_REORDERED = 3;
const MIN_WORDS_OF_REORDERED_CAPITALS = 4;
/** A word of fewer letters is no noun with a plural. */
const MIN_NOUN = 3;
/** Other words behind a dot are fields: "pods.spec". */
const FILE =
  /\w{3}\.(?:bash|c|cert|cfg|conf|cpp|crt|csv|db|env|go|h|html|ini|java|jsonl?|js|log|md|mdx|pem|proto|py|rs|service|sh|sql|toml|ts|txt|xml|ya?ml)$/;

/**
 * Finds flags, paths, names in capitals and longer names in which one word stands in the singular or in the plural, where
 * the other form stands often: "--max-retry" beside "--max-retries", "/opt/app/PREBUILT_VERSIONS" beside
 * "/opt/app/PREBUILT_VERSION".
 */
export function otherNumber(names: readonly CodeName[]): NearName {
  const alike = Map.groupBy(names, ({ name }) => keyOfNumber(name));
  return (name) => {
    const key = keyOfNumber(name);
    return key === undefined ? undefined : onlyOther(alike.get(key), name, MIN_USES);
  };
}

/** The same for names that differ in the number of their words only; undefined for names whose plural is another name. */
function keyOfNumber(name: string): string | undefined {
  if (isFlagOrPath(name) || IN_CAPITALS.test(name)) return inSingular(name);
  // The plural of a last word is a list of what the name means.
  const [, inner, last] = OF_MANY_WORDS.exec(name) ?? [];
  return inner === undefined ? undefined : inSingular(inner) + last;
}

/** `FL_EVENT_NAMES`, and "app_client_" with "total" of `app_client_total`. */
const IN_CAPITALS = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const OF_MANY_WORDS = /^((?:[a-z]+[_-]){2,})([a-z]+)$/;

/** A flag, a file with an extension, or a path through folders: addresses of services name one thing and all of them. */
function isFlagOrPath(name: string): boolean {
  return name.startsWith('--') || FILE.test(name) || /^\/\w[\w.-]*\/[\w.-]+\/[\w./-]*\w$/.test(name);
}

/** The name with each of its words in the singular. */
function inSingular(name: string): string {
  return name.replaceAll(/[A-Za-z]+/g, (word) => (word.length <= MIN_NOUN ? word : singular(word)));
}

/** "app_current_round" beside "app_round_current", "resultQueryPath" beside "queryResultPath". */
export function otherWordOrder(names: readonly CodeName[]): NearName {
  const alike = Map.groupBy(names, ({ name }) => wordsInAnyOrder(name));
  return (name) => {
    const own = wordsInAnyOrder(name);
    if (own === undefined) return undefined;
    return onlyOther(alike.get(own), name, minUsesOfReordered(name));
  };
}

function minUsesOfReordered(name: string): number {
  if (IN_CAPITALS.test(name)) return MIN_USES_OF_REORDERED_CAPITALS;
  return CAMEL_CASE.test(name) ? MIN_USES_OF_REORDERED_CAMEL : MIN_USES_OF_REORDERED;
}

const CAMEL_CASE = /^[A-Za-z]+$/;

/** The words of a name in the order of the alphabet, the same for all names that consist of them. */
function wordsInAnyOrder(name: string): string | undefined {
  if (IN_CAPITALS.test(name)) {
    const words = name.split('_');
    return words.length < MIN_WORDS_OF_REORDERED_CAPITALS ? undefined : words.toSorted().join('_');
  }
  const isCamel = CAMEL_CASE.test(name);
  const separator = isCamel ? ' ' : name.includes('_') ? '_' : '-';
  const parts = name.split(isCamel ? /(?=[A-Z][a-z])/ : separator);
  const words = isCamel ? parts.map((part) => part.toLowerCase()) : parts;
  const isPlain = words.length >= MIN_WORDS_OF_REORDERED && words.every((word) => /^[a-z]{2,}$/.test(word));
  // A type and its value are two names.
  const kind = /^[A-Z]/.test(name) ? separator : '';
  return isPlain ? kind + words.toSorted().join(separator) : undefined;
}

/** "AppJsonFormatter" beside "AppJSONFormatter": names with small letters and a capital inside. */
export function otherCapitals(names: readonly CodeName[]): NearName {
  const isCamel = (name: string): boolean => /^[A-Z]?[a-z]+[A-Z]\w*$|^[A-Z]+[a-z]\w*[A-Z]\w*$/.test(name);
  const alike = Map.groupBy(
    names.filter(({ name }) => isCamel(name)),
    ({ name }) => firstAndLetters(name),
  );
  return (name) =>
    isCamel(name) ? onlyOther(alike.get(firstAndLetters(name)), name, MIN_USES_OF_CAPITALS) : undefined;
}

/** The first letter as it is, since types and their values differ in it, and the others as small letters. */
function firstAndLetters(name: string): string {
  return name[0] + name.slice(1).toLowerCase();
}

/** The frequent one of two names. */
function onlyOther(
  alike: readonly CodeName[] | undefined,
  name: string,
  minUses: number,
): { name: CodeName } | undefined {
  if (alike?.length !== 2) return undefined;
  const other = alike.find((one) => one.name !== name);
  return other && other.count >= minUses ? { name: other } : undefined;
}
