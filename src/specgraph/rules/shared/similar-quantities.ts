/** Compares quantities by the words of their sentences. */
import type { Quantity } from '../../model/index.ts';
import { oncePer } from '../../resolve/once.ts';

export interface Similarity {
  /** Sum of the weights of the words that both sentences have; a rare word weighs more. */
  shared: number;
  /** The same in relation to all words of both: 1 for the same words. */
  ratio: number;
}

export type CompareQuantities = (one: Quantity, other: Quantity) => Similarity;

/** @param all every quantity of the set: how often a word stands beside them says how much it tells */
export function quantityComparer(all: readonly Quantity[]): CompareQuantities {
  const sentences = new Map(all.map((one) => [`${one.range.file} ${one.sentence}`, one.words]));
  const uses = new Map<string, number>();
  for (const words of sentences.values()) for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
  const weights = new Map([...uses].map(([word, count]) => [word, Math.log(sentences.size / count) ** 2]));
  const sums = new Map<readonly string[], number>();
  const weightOf = (words: readonly string[]): number => {
    let sum = sums.get(words);
    if (sum === undefined)
      sums.set(words, (sum = words.reduce((total, word) => total + weights.get(word)!, 0)));
    return sum;
  };
  const wordsOf = oncePer(({ words }: Quantity) => new Set(words));
  return (one, other) => {
    const own = wordsOf(one);
    const shared = other.words.reduce((sum, word) => (own.has(word) ? sum + weights.get(word)! : sum), 0);
    const total = Math.sqrt(weightOf(one.words) * weightOf(other.words));
    return { shared, ratio: total > 0 ? shared / total : 0 };
  };
}
