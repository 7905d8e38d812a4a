/** Compares the sentences of messages: words, and placeholders that stand for any words. */
import type { Message } from '../../model/index.ts';

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

export function sentencesOf(message: Message): MessageSentence[] {
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
}

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

/** Aligns two sentences; a placeholder of either stands for up to six words of the other. */
export function compareSentences(a: readonly string[], b: readonly string[]): Distance {
  const memory = new Map<number, Distance & { cost: number }>();
  const align = (i: number, j: number): Distance & { cost: number } => {
    const key = i * 1000 + j;
    const known = memory.get(key);
    if (known) return known;
    const best = alignFrom(i, j);
    memory.set(key, best);
    return best;
  };
  const alignFrom = (i: number, j: number): Distance & { cost: number } => {
    if (i === a.length && j === b.length) return { cost: 0, alike: 0, differing: [[], []] };
    const choices: (Distance & { cost: number })[] = [];
    const add = (
      next: Distance & { cost: number },
      cost: number,
      alike: number,
      [left, right]: [string[], string[]] = [[], []],
    ): void => {
      choices.push({
        cost: next.cost + cost,
        alike: next.alike + alike,
        differing: [
          [...left, ...next.differing[0]],
          [...right, ...next.differing[1]],
        ],
      });
    };
    if (i < a.length && j < b.length && a[i] === b[j]) add(align(i + 1, j + 1), 0, a[i] === ANY ? 0 : 1);
    if (a[i] === ANY)
      for (let n = 0; n <= MAX_WORDS_OF_PLACEHOLDER && j + n <= b.length; n++) add(align(i + 1, j + n), 0, 0);
    if (b[j] === ANY)
      for (let n = 0; n <= MAX_WORDS_OF_PLACEHOLDER && i + n <= a.length; n++) add(align(i + n, j + 1), 0, 0);
    if (i < a.length && a[i] !== ANY) add(align(i + 1, j), 1, 0, [[a[i]], []]);
    if (j < b.length && b[j] !== ANY) add(align(i, j + 1), 1, 0, [[], [b[j]]]);
    if (i < a.length && j < b.length && a[i] !== ANY && b[j] !== ANY && a[i] !== b[j])
      add(align(i + 1, j + 1), 1, 0, [[a[i]], [b[j]]]);
    return choices.reduce((best, one) =>
      one.cost < best.cost || (one.cost === best.cost && one.alike > best.alike) ? one : best,
    );
  };
  return align(0, 0);
}
