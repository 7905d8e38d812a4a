/** The words that say what a text is about, in a form in which texts can be compared. */

const WORD = /[A-Za-z_]\w*(?:[./_-]\w+)*/g;
const EMPTY_WORDS = new Set(
  (
    'the an of in on to for with and or is are as at by from that this it its be has have was were will shall must may ' +
    'can which when where than then there their these those into per each all both see section sections step steps ' +
    'spec specified described defined document also only not no if one two'
  ).split(' '),
);

/** @returns names as written, and other words without their endings */
export function* subjectWords(text: string): Iterable<string> {
  for (const [word] of text.matchAll(WORD)) {
    if (word.length <= 2 || EMPTY_WORDS.has(word.toLowerCase())) continue;
    const stem = stemOf(word);
    if (stem.length > 1) yield stem;
  }
}

/** Whether a word is the name of something: "load_key", "start.sh", "loadKey". */
export function isCodeName(word: string): boolean {
  return /_|[a-z]\.[a-z]|\/|[a-z][A-Z]/.test(word);
}

function stemOf(word: string): string {
  if (/[_./-]/.test(word) || /[A-Z].*[A-Z]|\d/.test(word)) return word;
  return word
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/(?:ing|ed|es|s|ation|ion)$/, '')
    .replace(/e$/, '');
}
