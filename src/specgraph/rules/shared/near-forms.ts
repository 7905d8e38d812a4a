/** Finds names in which one word has another ending, is missing, or stands in another place than in a frequent name. */
import type { CodeName } from '../../model/index.ts';
import type { NearName } from '../../text/near-miss.ts';
import { areForms } from '../../text/word-forms.ts';

/** A name is taken as the right one from so many uses on. */
const MIN_USES = 3;
/** Names of two words are too much alike to be compared: "from_str", "from_string". */
const MIN_WORDS = 3;
/** A name by its words. */
interface Parted {
  name: CodeName;
  words: readonly string[];
}

/**
 * "app_clients_failures_total" beside "app_clients_failed_total", "REQUEST_VERSION" beside "REQUESTED_VERSION": one word is
 * another form of the word at the same place.
 */
export function otherForm(names: readonly CodeName[]): NearName {
  const alike = new Map<string, Parted[]>();
  const frequent = partedNames(names).filter(({ name }) => name.count >= MIN_USES);
  for (const one of frequent)
    for (const key of keysOfParts(one.name.name, one.words)) {
      const list = alike.get(key);
      if (list) list.push(one);
      else alike.set(key, [one]);
    }
  return (name) => {
    const words = wordsOf(name);
    if (!words) return undefined;
    const found = keysOfParts(name, words).flatMap((key, i) =>
      (alike.get(key) ?? []).filter((other) => areForms(words[i], other.words[i])),
    );
    return found.length === 1 ? { name: found[0].name } : undefined;
  };
}

/** The name with each of its words left out in turn. */
function keysOfParts(name: string, words: readonly string[]): string[] {
  const style = styleOf(name);
  return words.map((_, i) => style + words.map((word, k) => (k === i ? '*' : word)).join(' '));
}

/** "--fleet-address" beside "--fleet-api-address": a flag that lacks a word inside. */
export function flagWithoutWord(names: readonly CodeName[]): NearName {
  const shorter = new Map<string, CodeName[]>();
  for (const one of names) {
    const words = one.count < MIN_USES ? [] : one.name.split('-');
    // The first two are the hyphens of the flag.
    for (let i = 3; i + 1 < words.length && FLAG.test(one.name); i++) {
      const key = words.toSpliced(i, 1).join('-');
      const list = shorter.get(key);
      if (list) list.push(one);
      else shorter.set(key, [one]);
    }
  }
  return (name) => {
    const found = FLAG.test(name) ? (shorter.get(name) ?? []) : [];
    return found.length === 1 ? { name: found[0] } : undefined;
  };
}

const FLAG = /^--[a-z]+(?:-[a-z\d]+)+$/;

/**
 * "info.TEMPLATE.id" beside "info.VM.TEMPLATE.id" and "info.VM.USER_TEMPLATE.id": a path through an object that leaves out a
 * key, or has a part of its name, where all other paths have it between the same two.
 */
export function otherKeys(names: readonly CodeName[]): NearName {
  const paths = names.filter(({ name }) => PATH.test(name));
  const direct = new Map<string, number>();
  const between = new Map<string, Map<string, CodeName>>();
  for (const one of paths) {
    const keys = one.name.split('.');
    for (const [i, key] of keys.entries()) {
      if (i > 0) direct.set(`${keys[i - 1]}.${key}`, (direct.get(`${keys[i - 1]}.${key}`) ?? 0) + one.count);
      if (i < 2) continue;
      const sides = `${keys[i - 2]}.${key}`;
      const inner = between.get(sides) ?? new Map<string, CodeName>();
      between.set(sides, inner);
      const known = inner.get(keys[i - 1]);
      inner.set(keys[i - 1], known ? { ...known, count: known.count + one.count } : one);
    }
  }
  const only = (inner: Iterable<[string, CodeName]>): [string, CodeName] | undefined => {
    const [found, ...more] = [...inner].filter(([, { count }]) => count >= MIN_USES);
    return more.length === 0 ? found : undefined;
  };
  return (name) => {
    if (!PATH.test(name)) return undefined;
    const keys = name.split('.');
    for (let i = 1; i < keys.length; i++) {
      const pair = `${keys[i - 1]}.${keys[i]}`;
      const left = direct.get(pair) === 1 ? only(between.get(pair) ?? []) : undefined;
      if (left) return { name: { ...left[1], name: pair.replace('.', `.${left[0]}.`) }, word: pair };
      const inner = between.get(`${keys[i - 1]}.${keys[i + 1]}`);
      if (inner?.get(keys[i])?.count !== 1) continue;
      const longer = only([...inner].filter(([key]) => key !== keys[i] && isPart(keys[i], key)));
      if (longer) return { name: { ...longer[1], name: `${keys[i - 1]}.${longer[0]}` }, word: pair };
    }
    return undefined;
  };
}

/** Fields of an object that a program has at hand are no path ("self.name"), and neither are the types of a namespace. */
const PATH = /^(?!self\.|this\.)(?!(?:[A-Z][A-Za-z]*\.)*[A-Z][A-Za-z]*$)[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)+$/;

function isPart(key: string, longer: string): boolean {
  return longer.split('_').includes(key);
}

function partedNames(names: readonly CodeName[]): Parted[] {
  return names.flatMap((name) => {
    const words = wordsOf(name.name);
    return words ? [{ name, words }] : [];
  });
}

/** The words of a name with one kind of separator, or with capitals inside; undefined for other names. */
function wordsOf(name: string): string[] | undefined {
  const style = styleOf(name);
  if (style === undefined) return undefined;
  const words = style === 'camel' ? name.split(/(?=[A-Z])/) : name.replace(/^--/, '').split(style.at(-1)!);
  return words.length >= MIN_WORDS ? words : undefined;
}

function styleOf(name: string): string | undefined {
  if (/^--[a-z][a-z\d]*(?:-[a-z\d]+)+$/.test(name)) return '---';
  if (/^[a-z][a-z\d]*(?:_[a-z\d]+)+$/.test(name)) return 'a_';
  if (/^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/.test(name)) return 'A_';
  if (/^[A-Z][a-z]+(?:[A-Z][a-z]+){2,}$/.test(name)) return 'camel';
  return undefined;
}
