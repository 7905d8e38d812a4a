/** Finds names that hold a misspelled word: it stands nowhere else and is one slip of the keyboard from a frequent word. */
import type { CodeName, DocumentFacts } from '../../model/index.ts';
import { oncePer } from '../../resolve/once.ts';
import { deletionsOf, slipBetween, type Meant, type NearName, type Slip } from '../../text/near-miss.ts';
import { countWordsIn } from '../../text/word-counts.ts';
import type { GraphView } from '../../view.ts';

/** A name is taken as the right spelling from so many uses on. */
const MIN_USES = 2;
/**
 * Words are compared from these lengths on, by the kind of slip, as it was measured on public sets: two exchanged letters
 * are hardly ever meant, another letter often makes another word.
 */
const MIN_WORD: Readonly<Record<Slip['kind'], number>> = { exchanged: 3, missing: 7, added: 7, other: 10 };
/** A shorter word may lack a letter where the right spelling has so many uses. */
const MIN_SHORT_WORD = 5;
const MIN_USES_OF_SHORT_WORD = 6;
/** A word is taken as the right spelling, whatever stands around it, from so many uses and such a length on. */
const MIN_USES_OF_WORD = 8;
const MIN_LENGTH_OF_WORD = 6;

export function misspelledWords(names: readonly CodeName[], { documents }: GraphView): NearName {
  const byLowerCase = namesInLowerCase(names);
  const words = countWords(names);
  const frequent = indexByDeletion([...words.values()].filter(({ count }) => count >= MIN_USES));
  const found = new Map<string, { word: string; meant: Meant }>();
  for (const one of names) {
    const { name, count } = one;
    for (const word of count > 1 ? [] : wordsOf(one)) {
      if (words.get(word)!.count > 1) continue;
      const candidates = [...new Set([word, ...deletionsOf(word)].flatMap((key) => frequent.get(key) ?? []))];
      const whole = candidates.flatMap((right) => wholeName(name, word, right.name, byLowerCase) ?? []);
      const single = candidates.filter((right) => isSlipOfWord(word, right));
      const meant: Meant[] =
        whole.length > 0
          ? whole.map((right) => ({ name: right }))
          : single.map((right) => ({ name: right, word }));
      if (meant.length === 1) found.set(name, { word, meant: meant[0] });
    }
  }
  // A word that stands anywhere else is one that the authors mean.
  const uses = countUses(new Set([...found.values()].map(({ word }) => word)), documents);
  return (name) => {
    const one = found.get(name);
    return one && uses.get(one.word)! <= 1 ? one.meant : undefined;
  };
}

function countUses(words: ReadonlySet<string>, documents: readonly DocumentFacts[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const facts of documents) {
    const counted = countedWords(facts);
    const unknown = words.difference(counted);
    if (unknown.size > 0)
      for (const [word, count] of countWordsIn([facts.source], unknown)) counted.set(word, count);
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + counted.get(word)!);
  }
  return uses;
}

/** The words of a document that were counted once: while a set is edited, nearly the same ones are asked for again. */
const countedWords = oncePer((_: DocumentFacts) => new Map<string, number>());

/** A name of so many letters is taken as the right spelling from so many uses on. */
const MIN_LETTERS = 5;
const MIN_USES_OF_JOINED = 4;

/**
 * Finds names with a capital letter inside in which two neighbouring letters of different words are exchanged: "FedrPox"
 * beside "FedProx". The last part of a name with dots is compared.
 */
export function exchangedBetweenWords(names: readonly CodeName[]): NearName {
  const parts = new Map<string, CodeName>();
  for (const one of names) {
    const part = lastPart(one.name);
    if (part.length < MIN_LETTERS || !/^[A-Za-z]*[a-z][A-Z][A-Za-z]*$/.test(part)) continue;
    const known = parts.get(part);
    if (known) known.count += one.count;
    else parts.set(part, { ...one, name: part });
  }
  const frequent = new Map(
    [...parts.values()]
      .filter(({ count }) => count >= MIN_USES_OF_JOINED)
      .map((one) => [one.name.toLowerCase(), one]),
  );
  return (name) => {
    const part = lastPart(name);
    if (parts.get(part)?.count !== 1) return undefined;
    const letters = part.toLowerCase();
    for (let i = 0; i + 1 < letters.length; i++) {
      const meant = frequent.get(letters.slice(0, i) + letters[i + 1] + letters[i] + letters.slice(i + 2));
      if (meant && letters[i] !== letters[i + 1])
        return { name: meant, word: part === name ? undefined : part };
    }
    return undefined;
  };
}

function lastPart(name: string): string {
  return /\w*$/.exec(name)![0];
}

/** The frequent name that differs in this word. */
function wholeName(
  name: string,
  word: string,
  right: string,
  names: ReadonlyMap<string, CodeName>,
): CodeName | undefined {
  const meant = names.get(name.toLowerCase().replace(word, right));
  if (!meant || meant.count < MIN_USES) return undefined;
  const slip = slipBetween(word, right);
  const isInCapitals = name.includes(word.toUpperCase());
  return slip && isSlip(word, right, slip, meant.count, isInCapitals) ? meant : undefined;
}

/** Whether a slip explains the difference better than two words, two forms of a word or two ways to spell it. */
function isSlip(
  written: string,
  meant: string,
  { kind, at }: Slip,
  uses: number,
  isInCapitals: boolean,
): boolean {
  const shorter = Math.min(written.length, meant.length);
  if (isOtherSpelling(written, meant)) return false;
  if (kind === 'exchanged') return shorter >= MIN_WORD.exchanged;
  if (at === 0 || at >= shorter) return false;
  // The last letters make another form of the word: "signature", "signatures"; "fetches", "fetchers".
  const isDoubled = kind === 'added' && written[at] === written[at - 1];
  if ((kind === 'other' || kind === 'added') && !isDoubled && at >= shorter - 1) return false;
  // A letter before a word in capitals makes another name: SSAFEADD is the signed SAFEADD.
  if (kind === 'added' && at === 1 && isInCapitals) return false;
  if (kind === 'missing' && shorter >= MIN_SHORT_WORD && uses >= MIN_USES_OF_SHORT_WORD) return true;
  return shorter >= MIN_WORD[kind];
}

/** The same where the names are different besides: only what is hardly ever meant. */
function isSlipOfWord(written: string, { name: meant, count }: CodeName): boolean {
  const slip =
    count >= MIN_USES_OF_WORD && written.length >= MIN_LENGTH_OF_WORD && slipBetween(written, meant);
  if (!slip || isOtherSpelling(written, meant)) return false;
  return slip.kind === 'exchanged' || (slip.kind === 'missing' && slip.at > 0 && slip.at < written.length);
}

function namesInLowerCase(names: readonly CodeName[]): Map<string, CodeName> {
  const byLowerCase = new Map<string, CodeName>();
  for (const one of names) {
    const key = one.name.toLowerCase();
    const known = byLowerCase.get(key);
    if (!known || known.count < one.count) byLowerCase.set(key, one);
  }
  return byLowerCase;
}

function countWords(names: readonly CodeName[]): Map<string, CodeName> {
  const words = new Map<string, CodeName>();
  for (const one of names) {
    const { count, range } = one;
    for (const word of wordsOf(one)) {
      const known = words.get(word);
      if (known) known.count += count;
      else words.set(word, { name: word, count, range });
    }
  }
  return words;
}

/** "max", "retry" and "delay" of "maxRetry.delay". */
const wordsOf = oncePer(({ name }: CodeName): string[] =>
  (name.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g) ?? []).map((word) => word.toLowerCase()),
);

/** Finds words one slip apart without comparing each with each: they share a text with one letter deleted. */
function indexByDeletion(words: readonly CodeName[]): Map<string, CodeName[]> {
  const index = new Map<string, CodeName[]>();
  for (const one of words) {
    for (const key of [one.name, ...deletionsOf(one.name)]) {
      const list = index.get(key);
      if (list) list.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}

/** British and American spelling: "behaviour", "labelling", "normalise". */
function isOtherSpelling(a: string, b: string): boolean {
  const american = (word: string): string =>
    word
      .replaceAll('our', 'or')
      .replaceAll('ll', 'l')
      .replaceAll(/is(?=e|i|a)/g, 'iz')
      .replaceAll('judge', 'judg');
  return american(a) === american(b);
}
