import type { CodeName, CodeUse, DataObject, DocumentFacts, Problem } from '../model/index.ts';
import { PAUSE } from '../pause.ts';
import { slipBetween } from '../text/near-miss.ts';
import { differInOneForm } from '../text/word-forms.ts';
import { singular } from '../text/singular.ts';
import type { Rule } from './rule.ts';
import { countNames } from './shared/count-names.ts';

/** Objects at the same path are of one shape when they share so many keys, … */
const MIN_SHARED = 2;
/** … and this share of the keys of the smaller one. */
const MIN_SHARE = 0.5;
/** The right key, or a name of the document that the key resembles, stands so often. */
const MIN_USES = 2;
/** So many other keys of an object say how its keys are written. */
const MIN_OTHERS = 3;
/** Shorter keys are alike by chance. */
const MIN_LENGTH = 4;
const IS_PLACEHOLDER = /[<{[$*]/;

/** Only a key that stands once in the whole set, and that its object has instead of the right one, is reported. */
export const misspelledKey: Rule = {
  id: 'misspelled-key',
  group: 'statements',
  severity: 'warn',
  summary: 'A key of an object in JSON, YAML or TOML is spelled as in the other objects of its shape',
  replaces: ['misspelled-name', 'exchanged-member'],
  *check({ documents }) {
    const objects = documents.flatMap((facts) => facts.objects);
    const uses = Map.groupBy(
      objects.flatMap(({ keys }) => keys),
      ({ name }) => name,
    );
    const names = countNames(documents);
    const byPath = Map.groupBy(objects, ({ path }) => path);
    for (const facts of documents)
      for (const object of facts.objects) {
        yield PAUSE;
        for (const key of object.keys) {
          const { name } = key;
          if (uses.get(name)!.length > 1 || name.length < MIN_LENGTH || IS_PLACEHOLDER.test(name)) continue;
          const meant =
            inOtherObject(
              name,
              object,
              byPath.get(object.path)!,
              (other) => Math.max(uses.get(other)!.length, names.get(other)?.count ?? 0),
              (names.get(name)?.count ?? 0) > 1,
            ) ??
            (names.get(name)?.count === 1
              ? (inDocument(name, object, facts) ?? inOtherStyle(name, object, names))
              : undefined);
          if (meant) yield describe(key, meant);
        }
      }
  },
};

interface Meant {
  name: string;
  /** Where it stands. */
  use: CodeUse;
  /** How often it is used; absent where an object of the same shape has it. */
  count?: number;
}

/**
 * The key that objects of the same shape have instead.
 * @param isEstablished the text uses the name as well: then its plural and its other style may be keys of another version
 */
function inOtherObject(
  name: string,
  object: DataObject,
  others: readonly DataObject[],
  usesOf: (name: string) => number,
  isEstablished: boolean,
): Meant | undefined {
  const own = new Set(object.keys.map((key) => key.name));
  const found = new Map<string, CodeUse>();
  for (const other of others)
    for (const key of other.keys)
      if (
        !own.has(key.name) &&
        (!isEstablished || !isInOtherForm(name, key.name)) &&
        (resembles(name, key.name) || differInOneForm(name, key.name)) &&
        isOfShape(other, own)
      )
        found.set(key.name, key);
  const [meant] = found;
  return found.size === 1 && usesOf(meant[0]) >= MIN_USES ? { name: meant[0], use: meant[1] } : undefined;
}

function isOfShape({ keys }: DataObject, own: ReadonlySet<string>): boolean {
  const shared = keys.filter(({ name }) => own.has(name)).length;
  return shared >= MIN_SHARED && shared >= Math.min(keys.length, own.size) * MIN_SHARE;
}

/** A name of several words that the document uses elsewhere, where it can only be this key. */
function inDocument(name: string, { keys }: DataObject, { codeNames }: DocumentFacts): Meant | undefined {
  if (!/[a-z][_-][a-z]/.test(name)) return undefined;
  const found = codeNames.filter(
    (one) =>
      one.count >= MIN_USES &&
      resembles(name, one.name) &&
      !isOtherForm(name, one.name) &&
      keys.every((key) => key.name !== one.name),
  );
  return found.length === 1 ? { name: found[0].name, use: found[0], count: found[0].count } : undefined;
}

/** A name of the set with the separator that the other keys of the object have: "max-retries" for "max_retries". */
function inOtherStyle(
  name: string,
  { keys }: DataObject,
  names: ReadonlyMap<string, CodeName>,
): Meant | undefined {
  const own = separatorOf(name);
  const others = keys.flatMap((key) => (key.name === name ? [] : (separatorOf(key.name) ?? [])));
  const [separator] = others;
  if (!own || others.length < MIN_OTHERS || others.some((one) => one !== separator)) return undefined;
  const meant = own === separator ? undefined : names.get(name.replaceAll(own, separator));
  return meant && meant.count >= MIN_USES ? { name: meant.name, use: meant, count: meant.count } : undefined;
}

function separatorOf(name: string): string | undefined {
  return /^[a-z0-9]+([_-])(?:[a-z0-9]+\1)*[a-z0-9]+$/.exec(name)?.[1];
}

/** Whether two names differ by one slip of the keyboard, a plural, the way to join their words, or the order of these. */
function resembles(written: string, meant: string): boolean {
  if (written === meant || Math.abs(written.length - meant.length) > 3 || meant.length < MIN_LENGTH)
    return false;
  const slip = slipBetween(written, meant);
  if (slip) return slip.at > 0 && written.replaceAll(/\D/g, '') === meant.replaceAll(/\D/g, '');
  const [own, other] = [wordsOf(written), wordsOf(meant)];
  return own.join('') === other.join('') || own.toSorted().join() === other.toSorted().join();
}

/** "queries" for "query", "routing_keys" for "routingKeys". */
function isInOtherForm(written: string, meant: string): boolean {
  const bare = (text: string): string => singular(text.replaceAll(/\W|_/g, '').toLowerCase());
  return bare(written) === bare(meant);
}

/** Whether a name is a list of what another one means, or the same name in another style: the text may mean both. */
function isOtherForm(written: string, meant: string): boolean {
  const isList = written.length > meant.length && singular(written) === singular(meant);
  return (
    isList || written.replaceAll(/\W|_/g, '').toLowerCase() === meant.replaceAll(/\W|_/g, '').toLowerCase()
  );
}

function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+/g) ?? []).map((word) => singular(word.toLowerCase()));
}

function describe({ name, range }: CodeUse, { name: meant, use, count }: Meant): Problem {
  return {
    at: range,
    message:
      count === undefined
        ? `No other object has the key "${name}"; one with the same keys has "${meant}".`
        : `The key "${name}" stands once; "${meant}" stands in ${count} places.`,
    suggestion: meant,
    related: [{ at: { file: use.range.file, line: use.range.line }, note: `"${meant}"` }],
  };
}
