/** Sets of characters, told apart by samples: characters that every text has, and those that an expression names. */

/** Printable ASCII, white space, and letters, blanks and signs beyond. */
const SAMPLES = [
  ...Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCharCode(0x20 + i)),
  ...'\t\n\r\u{a0}éßЯ中٣–’“…',
];

export interface Alphabet {
  /** @param atom a character, a class or an escape of the expression; bit i of the answer stands for sample i */
  charactersOf(atom: string): bigint;
  /** The characters that `\b` counts as parts of words. */
  word: bigint;
}

/** The alphabets that were asked for, by what tells them apart: most expressions share one, and testing samples takes time. */
const alphabets = new Map<string, Alphabet>();

/** @param flags of the expression */
export function alphabetOf(source: string, flags: string): Alphabet {
  const kept = flags.replaceAll(/[^isu]/g, '');
  const further = [...new Set(source.replaceAll(/[\0-\u{7f}]/gu, ''))].join('');
  const key = `${kept} ${further}`;
  const alphabet = alphabets.get(key) ?? createAlphabet([...new Set([...SAMPLES, ...further])], kept);
  alphabets.set(key, alphabet);
  return alphabet;
}

function createAlphabet(samples: readonly string[], flags: string): Alphabet {
  const known = new Map<string, bigint>();
  const charactersOf = (atom: string): bigint => {
    let set = known.get(atom);
    if (set === undefined) {
      const expression = new RegExp(`^(?:${atom})$`, flags);
      set = samples.reduce(
        (bits, sample, i) => (expression.test(sample) ? bits | (1n << BigInt(i)) : bits),
        0n,
      );
      known.set(atom, set);
    }
    return set;
  };
  return { charactersOf, word: charactersOf(String.raw`\w`) };
}
