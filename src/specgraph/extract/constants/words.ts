/** Words that say what a sentence, a row or a line of code is about. */

/** Names whole, other words without the ending of their plural. */
const WORD = /[A-Za-z_][\w./-]*\w|[A-Za-z]{3,}/g;
const EMPTY_WORDS = new Set(
  (
    'the and for with from that this not can may has have which per one each all any about only most least when ' +
    'where than then its are was were will would should shall must into out over under after before until does into ' +
    'section sections such between both other more less also they them there these those their but'
  ).split(' '),
);

/** @returns each word once */
export function wordsOf(text: string): string[] {
  const words = new Set<string>();
  for (const [written] of text.matchAll(WORD)) {
    const word = /[_/.]/.test(written) ? written : plain(written);
    if (isWord(word)) words.add(word);
  }
  return [...words];
}

/** @returns the same, and the words that names consist of: `start_server` gives "start" and "server" as well */
export function wordsAndPartsOf(text: string): string[] {
  const words = new Set(wordsOf(text));
  for (const [written] of text.matchAll(WORD))
    for (const part of written.split(/[_./-]|(?<=[a-z])(?=[A-Z])/)) {
      const word = plain(part);
      if (isWord(word)) words.add(word);
    }
  return [...words];
}

function plain(word: string): string {
  return word.toLowerCase().replace(/s$/, '');
}

function isWord(word: string): boolean {
  return word.length > 2 && !EMPTY_WORDS.has(word);
}
