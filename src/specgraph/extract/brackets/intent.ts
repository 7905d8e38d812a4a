/** Tells brackets that an author intended as a link or footnote from those of code, types, names and marks. */
import { MARK, type LinkHabits } from './habits.ts';
import { OPAQUE, type MaskedText } from './mask.ts';
import type { FootnotePair, LabelPair } from './pairs.ts';

/** Standards are cited by number. */
const STANDARD =
  /^(?:RFC|BCP|STD|FYI|ISO|IEC|IEEE|ITU|ECMA|ANSI|NIST|FIPS|W3C|WHATWG|EIP|ERC|BIP|CAIP)[-_ :]?[\w.-]*\d/i;
const TYPE_NAME =
  /^(?:string|str|number|bool(?:ean)?|u?int\d*|[iu]\d+|f\d+|byte|float|double|char|object|any|void|array|list|type)s?$/i;
const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’-]+/gu;
const SIGNS_OF_CODE = /[=<>+*/|&{}^\\_]/;

/**
 * Whether `[words][label]` or `[words][]` was intended as a link or an image.
 * @param words what stands between the first two brackets in the source
 */
export function isIntendedLabel(
  pair: LabelPair,
  masked: MaskedText,
  words: string,
  habits: LinkHabits,
): boolean {
  const { label, isImage, end } = pair;
  const { text, insideLink } = masked;
  const maskedWords = text.slice(pair.start + (isImage ? 2 : 1), pair.pairEnd - 1);
  if (maskedWords.trim() === '' || (insideLink && !isImage)) return false;
  // A label contains no brackets: "[Ann][[slides](a.md)]" is text and a link in brackets.
  if (/[[\]]/.test(label.replace(/\\[^]/g, ''))) return false;
  if (isPartOfName(text, pair)) return false;
  const wordCount = words.match(WORD)?.length ?? 0;
  const isProse = wordCount >= 2 && !SIGNS_OF_CODE.test(maskedWords);
  const isNumber = /^\d+$/.test(label);
  if (maskedWords.includes(OPAQUE)) return !isNumber || habits.hasNumericLabels;
  if (label === '') return isImage || isIntendedCollapsed(maskedWords, isProse, habits);
  if (isNumber) return wordCount > 0 && (isProse || habits.hasNumericLabels);
  if (!/\p{L}/u.test(label) || /^["']/.test(label)) return false;
  if (/^[A-Z]\w*:[\w.-]+$/.test(label)) return false;
  if (STANDARD.test(label) || habits.usesMarksAsLabels) return true;
  const areNames = /^\p{Lu}/u.test(maskedWords) && /^\p{Lu}/u.test(label);
  const areMarks = MARK.test(maskedWords) && MARK.test(label);
  return !areMarks && !(areNames && isFirstOfBlock(text, pair) && text[end] === ' ');
}

/** "- [Stretch Goal][Push left] Find out …": marks stand before the text that they mark. */
function isFirstOfBlock(text: string, pair: LabelPair): boolean {
  return text.slice(0, pair.start).trim() === '';
}

/** `[words][]`: the words are the label. */
function isIntendedCollapsed(words: string, isProse: boolean, habits: LinkHabits): boolean {
  if (isProse) return habits.hasDefinitions || !words.includes(',');
  if (TYPE_NAME.test(words) || !/\p{L}{3}/u.test(words)) return false;
  return habits.hasDefinitions || /^\p{Lu}/u.test(words);
}

/** "a[i][1]", "f()[x][y]", ".[a][b]", "[[a][b]]", "[T][]byte": an index, a path or a type. */
function isPartOfName(text: string, { start, pairEnd, end, isImage }: LabelPair): boolean {
  if (isImage) return false;
  const before = text.slice(Math.max(0, start - 2), start);
  const isPicture = /^\uFFFC+$/.test(text.slice(start + 1, pairEnd - 1));
  if (/[\w)\\$]$/.test(before) || (before.endsWith(']') && !isPicture) || /(?:^|[\s"'])\.$/.test(before))
    return true;
  if (before.endsWith('[') && text[end] === ']') return true;
  return /\w/.test(text[end] ?? '') && text.slice(pairEnd, end) === '[]';
}

/** Whether `[^name]` was intended as a footnote; "[^a-z]" in a regular expression was not. */
export function isIntendedFootnote(
  { start, label, end }: FootnotePair,
  { text }: MaskedText,
  habits: LinkHabits,
): boolean {
  const name = label.slice(1);
  const next = text[end] ?? '';
  if (/[*+{(]/.test(next)) return false;
  if (/^\d+$/.test(name)) return true;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}_.:-]*$/u.test(name) || next === '?') return false;
  if (habits.hasFootnotes) return true;
  return (
    name.length > 3 && !/^\w-\w/.test(name) && /[\p{L})."'”]/u.test(text[start - 1] ?? '') && !/\w/.test(next)
  );
}
