/** Compares the sentences of messages: words, and placeholders that stand for any words. */
import type { Message } from '../../model/index.ts';
import { oncePer } from '../../resolve/once.ts';

/** Stands for some words. */
const ANY = '*';
/** A placeholder stands for at most so many words. */
const MAX_WORDS_OF_PLACEHOLDER = 6;

export interface MessageSentence {
  /** Words without punctuation; `*` is a placeholder. */
  words: readonly string[];
  /** As written. */
  text: string;
  /** Offset of the sentence in its message. */
  start: number;
  message: Message;
}

const PLACEHOLDER =
  /\$\{[^}\n]*\}|\$\([^)\n]*\)|\$\w+|\$[@*#?]|<[A-Za-z][^<>\n]*>|\{\w*(?:[.!:][^{}\n]*)?\}|%(?:[sdifr]|\.\d+f)|\[\[[^\]\n]*\]\]/g;
/** Words of a message: punctuation at their ends is left out. */
const WORD = /\*|[A-Za-z0-9](?:[\w.+/=:<>~^%-]*[\w%])?|[<>]=?/g;
const SENTENCE_END = /(?<=[.!?;:]|\s--)\s+(?=\S)/g;
/** The level that some programs print before a message. */
const LEVEL = /^(?:OK|ERROR|WARN(?:ING)?|INFO|FATAL|FIX|DEBUG|NOTE): /;

/** The sentences of a message, read once for each message. */
export const sentencesOf = oncePer((message: Message): MessageSentence[] => {
  const level = LEVEL.exec(message.text)?.[0].length ?? 0;
  // The placeholder keeps its length, so that offsets stay those of the text.
  const masked = message.text.replaceAll(PLACEHOLDER, (found) => ANY.padEnd(found.length, '\u0001'));
  const found: MessageSentence[] = [];
  let start = level;
  for (const end of [
    ...[...masked.matchAll(SENTENCE_END)].map((match) => match.index).filter((at) => at > level),
    masked.length,
  ]) {
    const part = masked.slice(start, end);
    const lead = part.length - part.trimStart().length;
    const words = collapsed(part.match(WORD) ?? []);
    if (words.some((word) => word !== ANY))
      found.push({ words, text: message.text.slice(start, end).trim(), start: start + lead, message });
    start = end;
  }
  return found;
});

/** Placeholders in a row are one. */
function collapsed(words: readonly string[]): string[] {
  return words.filter((word, i) => word !== ANY || words[i - 1] !== ANY);
}

/** How many words are alike, and how many must be added, removed or exchanged to make one sentence of the other. */
export interface Distance {
  alike: number;
  /** Words of each sentence that the other one lacks there. */
  differing: [string[], string[]];
}

/** Compares two sentences, once for each pair: while a set is edited, nearly all of them stay the same. */
export function compareSentences(a: MessageSentence, b: MessageSentence): Distance {
  return comparedWith(a)(b);
}

const comparedWith = oncePer((a: MessageSentence) =>
  oncePer((b: MessageSentence) => alignWords(a.words, b.words)),
);

/** One more differing word outweighs any number of words that are alike. */
const COST_OF_DIFFERENCE = 1000;

/**
 * Aligns two sentences; a placeholder of either stands for up to six words of the other. The edit distance of Wagner and
 * Fischer over words, from the end to the start; of equal distances, the one with more words alike wins.
 */
function alignWords(a: readonly string[], b: readonly string[]): Distance {
  const width = b.length + 1;
  const costs = new Int32Array((a.length + 1) * width);
  /** The best step from each place: how many words it takes of `a` (times `STEP`) and of `b`. */
  const steps = new Uint8Array(costs.length);
  for (let i = a.length; i >= 0; i--)
    for (let j = b.length; j >= 0; j--) {
      if (i === a.length && j === b.length) continue;
      let lowest = Infinity;
      const consider = (left: number, right: number, own: number): void => {
        const cost = own + costs[(i + left) * width + j + right];
        if (cost >= lowest) return;
        lowest = cost;
        steps[i * width + j] = left * STEP + right;
      };
      considerSteps(a, b, i, j, consider);
      costs[i * width + j] = lowest;
    }
  return followSteps(a, b, steps);
}

/** More than the words that one step takes of a sentence. */
const STEP = 16;

function considerSteps(
  a: readonly string[],
  b: readonly string[],
  i: number,
  j: number,
  consider: (left: number, right: number, cost: number) => void,
): void {
  const [restOfA, restOfB] = [a.length - i, b.length - j];
  if (restOfA && restOfB && a[i] === b[j]) consider(1, 1, a[i] === ANY ? 0 : -1);
  if (a[i] === ANY) for (let n = 0; n <= Math.min(MAX_WORDS_OF_PLACEHOLDER, restOfB); n++) consider(1, n, 0);
  if (b[j] === ANY) for (let n = 0; n <= Math.min(MAX_WORDS_OF_PLACEHOLDER, restOfA); n++) consider(n, 1, 0);
  const [isWordOfA, isWordOfB] = [restOfA > 0 && a[i] !== ANY, restOfB > 0 && b[j] !== ANY];
  if (isWordOfA) consider(1, 0, COST_OF_DIFFERENCE);
  if (isWordOfB) consider(0, 1, COST_OF_DIFFERENCE);
  if (isWordOfA && isWordOfB && a[i] !== b[j]) consider(1, 1, COST_OF_DIFFERENCE);
}

function followSteps(a: readonly string[], b: readonly string[], steps: Uint8Array): Distance {
  const found: Distance = { alike: 0, differing: [[], []] };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const step = steps[i * (b.length + 1) + j];
    const [left, right] = [Math.floor(step / STEP), step % STEP];
    const isPlaceholder = (left > 0 && a[i] === ANY) || (right > 0 && b[j] === ANY);
    if (!isPlaceholder) {
      if (left && right && a[i] === b[j]) found.alike++;
      else {
        if (left) found.differing[0].push(a[i]);
        if (right) found.differing[1].push(b[j]);
      }
    }
    i += left;
    j += right;
  }
  return found;
}
