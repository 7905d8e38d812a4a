import type { Problem, SourceRange } from '../model/index.ts';
import { PAUSE, type Pause } from '../pause.ts';
import { oncePer } from '../resolve/once.ts';
import type { GraphView } from '../view.ts';
import { compareSentences, sentencesOf, type MessageSentence } from './shared/sentences.ts';
import type { Rule } from './rule.ts';

/** The text quotes messages of its code when it quotes at least so many of their sentences, of three words or more. */
const MIN_QUOTED = 3;
/** A sentence with one other word has at least so many words that are alike, one with two other words so many. */
const MIN_ALIKE: readonly number[] = [3, 3, 6];
/** A sentence of one word and a placeholder ("Invalid $1:") is compared where the text quotes it so often. */
const MIN_QUOTES_OF_SHORT = 5;
/** So many candidates are compared word by word. */
const MAX_CANDIDATES = 8;

/**
 * Sentences of code that the text quotes word by word, and sentences of the text that code prints, are settled. Only what
 * is left on a side is compared: messages are often alike on purpose.
 */
export const conflictingMessage: Rule = {
  id: 'conflicting-message',
  group: 'statements',
  severity: 'error',
  summary: 'A message that the text quotes has the words that the code prints',
  *check(graph) {
    const sides = yield* readSides(graph);
    if (!sides) return;
    const pairs = yield* nearPairs(sides);
    for (const [printed, own] of Map.groupBy(pairs, (pair) => pair.printed)) {
      const isPrintedSettled = sides.code.settled.has(printed);
      // Several quotes that all differ from the code in the same place are right together.
      if (own.length > 1 && !isPrintedSettled) {
        yield describe(printed, own[0].quoted);
        continue;
      }
      for (const { quoted } of own) {
        if (!sides.text.settled.has(quoted)) yield describe(quoted, printed);
        if (!isPrintedSettled) yield describe(printed, quoted);
      }
    }
    const known = new Set(pairs.map(({ printed }) => printed));
    for (const printed of sides.code.sentences) {
      yield PAUSE;
      if (!known.has(printed) && !sides.code.settled.has(printed)) yield* inOtherCode(printed, sides);
    }
  },
};

interface Side {
  sentences: MessageSentence[];
  /** Those that stand on the other side in the same words. */
  settled: Set<MessageSentence>;
}

interface Sides {
  code: Side;
  text: Side;
  /** How often the text quotes a sentence of code. */
  quotes: Map<MessageSentence, number>;
  /** Code sentences that share words with another one. */
  otherCode: Candidates;
}

type Candidates = (sentence: MessageSentence) => MessageSentence[];

interface Pair {
  quoted: MessageSentence;
  printed: MessageSentence;
}

function* readSides({ documents }: GraphView): Generator<Pause, Sides | undefined, void> {
  const messages = documents.flatMap((document) => document.messages);
  const isCode = ({ where }: { where: string }): boolean => where === 'code';
  if (!messages.some(isCode) || messages.every(isCode)) return undefined;
  const code: Side = { sentences: messages.filter(isCode).flatMap(sentencesOf), settled: new Set() };
  const text: Side = {
    sentences: messages.filter((one) => !isCode(one)).flatMap(sentencesOf),
    settled: new Set(),
  };
  const quotes = new Map<MessageSentence, number>();
  const settle = (quoted: MessageSentence, printed: MessageSentence): void => {
    text.settled.add(quoted);
    code.settled.add(printed);
    quotes.set(printed, (quotes.get(printed) ?? 0) + 1);
  };
  const byWords = Map.groupBy(code.sentences, keyOf);
  for (const quoted of text.sentences) {
    yield PAUSE;
    for (const printed of byWords.get(keyOf(quoted)) ?? []) settle(quoted, printed);
  }
  const long = new Set([...text.settled].filter(({ words }) => words.length >= 3).map(keyOf));
  if (long.size < MIN_QUOTED) return undefined;
  const candidates = candidatesIn(code.sentences);
  for (const quoted of text.sentences) {
    yield PAUSE;
    if (text.settled.has(quoted)) continue;
    for (const printed of candidates(quoted))
      if (isSame(quoted, printed) || isWrapped(quoted, printed)) {
        settle(quoted, printed);
        break;
      }
  }
  return { code, text, quotes, otherCode: candidates };
}

const keyOf = oncePer(({ words }: MessageSentence): string => words.join(' '));

/** Whether one is the other with its placeholders filled. */
function isSame(a: MessageSentence, b: MessageSentence): boolean {
  const { alike, differing } = compareSentences(a, b);
  const literal = Math.min(literalWords(a).length, literalWords(b).length);
  return differing.flat().length === 0 && alike >= literal / 2;
}

const literalWords = oncePer(({ words }: MessageSentence): string[] => words.filter((word) => word !== '*'));

/** A word of more sentences than these says nothing about which one is meant. */
const MAX_SENTENCES_OF_WORD = 400;
/** Sentences of so many words are candidates with any one shared word. */
const SHORT = 3;

/** The sentences that share most words with another one, best first. */
function candidatesIn(sentences: readonly MessageSentence[]): Candidates {
  // A repeated sentence is kept once.
  const distinct = [...new Map(sentences.toReversed().map((one) => [keyOf(one), one])).values()].toReversed();
  const byWord = new Map<string, number[]>();
  for (const [at, sentence] of distinct.entries())
    for (const word of keysOfSentence(sentence)) {
      const known = byWord.get(word);
      if (known) known.push(at);
      else byWord.set(word, [at]);
    }
  const shared = new Uint16Array(distinct.length);
  return (sentence) => {
    const touched: number[] = [];
    for (const word of wordsToFind(sentence)) {
      const own = byWord.get(word);
      if (!own || own.length > MAX_SENTENCES_OF_WORD) continue;
      for (const at of own) if (shared[at]++ === 0) touched.push(at);
    }
    const ranked: { one: MessageSentence; share: number }[] = [];
    for (const at of touched) {
      const one = distinct[at];
      const share = shared[at] / Math.max(1, literalWords(one).length);
      shared[at] = 0;
      if (share >= 0.5 || one.words.length <= SHORT) ranked.push({ one, share });
    }
    return ranked
      .toSorted((a, b) => b.share - a.share)
      .slice(0, MAX_CANDIDATES)
      .map(({ one }) => one);
  };
}

/** Words that a sentence is found by. A short one with a placeholder is found by its length as well. */
function keysOfSentence(sentence: MessageSentence): Set<string> {
  const literal = literalWords(sentence);
  const isShort = literal.length === 1 && sentence.words.length <= SHORT;
  return new Set(isShort ? [...literal, '*'] : literal);
}

function wordsToFind(sentence: MessageSentence): Set<string> {
  return new Set([...literalWords(sentence), ...(sentence.words.length <= SHORT ? ['*'] : [])]);
}

/** What is left on one side and nearly stands on the other one. */
function* nearPairs(sides: Sides): Generator<Pause, Pair[], void> {
  const { code, text } = sides;
  const pairs: Pair[] = [];
  const leftInText = text.sentences.filter((one) => !text.settled.has(one));
  const leftInCode = code.sentences.filter((one) => !code.settled.has(one));
  const [openCode, settledCode] = [candidatesIn(leftInCode), candidatesIn([...code.settled])];
  const settledText = candidatesIn([...text.settled]);
  const paired = new Set<MessageSentence>();
  for (const quoted of leftInText) {
    yield PAUSE;
    const printed =
      openCode(quoted).find((one) => isNear(quoted, one, sides)) ??
      settledCode(quoted).find((one) => isNear(quoted, one, sides) && differsInPlainWords(quoted, one));
    if (!printed) continue;
    pairs.push({ quoted, printed });
    paired.add(printed);
  }
  for (const printed of leftInCode) {
    yield PAUSE;
    if (paired.has(printed)) continue;
    const quoted = settledText(printed).find(
      (one) => isNear(one, printed, sides) && differsInForm(one, printed),
    );
    if (quoted) pairs.push({ quoted, printed });
  }
  return pairs;
}

/** The same message in other code, where only the form of a verb or an article differs. */
function* inOtherCode(printed: MessageSentence, { otherCode }: Sides): Iterable<Problem> {
  const other = otherCode(printed).find((one) => {
    const { alike, differing } = compareSentences(printed, one);
    const [own, others] = differing;
    return (
      own.length === 1 &&
      others.length === 1 &&
      alike >= MIN_ALIKE[1] &&
      [...own, ...others].every((word) => FORM_WORDS.has(word))
    );
  });
  if (other) yield describeCode(printed, other);
}

function describeCode(printed: MessageSentence, other: MessageSentence): Problem {
  const at = placeOf(other);
  return {
    at: placeOf(printed),
    message: `The code prints "${printed.text}" here and "${other.text}" in another place.`,
    suggestion: other.text,
    related: [{ at: { file: at.file, line: at.line }, note: 'the other place' }],
  };
}

function isNear(quoted: MessageSentence, printed: MessageSentence, { text, quotes }: Sides): boolean {
  const { alike, differing } = compareSentences(quoted, printed);
  const changes = Math.max(differing[0].length, differing[1].length);
  if (changes === 0) return false;
  if (alike >= (MIN_ALIKE[changes] ?? Infinity)) return true;
  const isShort = printed.words.length === 2 && printed.words[1] === '*' && quoted.words.length === 2;
  if (changes > 1 || !isShort || (quotes.get(printed) ?? 0) < MIN_QUOTES_OF_SHORT) return false;
  // Two words say little: the next sentence of the message is one that the code prints.
  return sentencesOf(quoted.message).some((one) => one.start > quoted.start && text.settled.has(one));
}

/** A line of a sample that is broken where the page ends: the rest stands on the next line. */
function isWrapped({ words, message }: MessageSentence, printed: MessageSentence): boolean {
  return (
    message.where === 'output' &&
    words.every((word, i) => printed.words[i] === word || printed.words[i] === '*')
  );
}

/** Words that change the form of a sentence, and not what it says. */
const FORM_WORDS = new Set(
  'a an the is was are were be been has have had do does did can could cannot may might must shall should will would of for to'.split(
    ' ',
  ),
);

/** Whether the words that differ are those of one verb: "is not" and "does not hold". Other nouns make another message. */
function differsInForm(a: MessageSentence, b: MessageSentence): boolean {
  const { differing } = compareSentences(a, b);
  return differing.some((words) => words.length > 0 && words.every((word) => FORM_WORDS.has(word)));
}

/** Whether they differ in words of the language only: sentences about other names and numbers are other sentences. */
function differsInPlainWords(a: MessageSentence, b: MessageSentence): boolean {
  const { differing } = compareSentences(a, b);
  return differing.flat().every((word) => /^[A-Z]?[a-z]+$/.test(word));
}

function describe(wrong: MessageSentence, right: MessageSentence): Problem {
  const at = placeOf(right);
  return {
    at: placeOf(wrong),
    message:
      wrong.message.where === 'code'
        ? `The code prints "${wrong.text}"; the text quotes it as "${right.text}".`
        : `The text quotes "${wrong.text}"; the code prints "${right.text}".`,
    suggestion: right.text,
    related: [
      {
        at: { file: at.file, line: at.line },
        note: right.message.where === 'code' ? 'the code' : 'the quoted message',
      },
    ],
  };
}

/** Messages stand on one line. */
function placeOf({ message: { range }, start, text }: MessageSentence): SourceRange {
  const column = range.column + start;
  return { ...range, column, endColumn: column + text.length };
}
