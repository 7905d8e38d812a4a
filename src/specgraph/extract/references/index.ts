/** Reads the pointers that prose makes: documents, sections, steps, phases, variables, attributes and requirements. */
import type { RawReference } from '../../model/index.ts';
import type { Unplaced, Words } from '../prose.ts';
import { readDocuments, readLandmarks } from './landmarks.ts';
import { plainReference, readNames } from './names.ts';
import { readNumbered } from './numbered.ts';
import { surroundingsOf } from './owner.ts';
import { readSectionTitles } from './section-titles.ts';
import type { Vocabulary } from './vocabulary.ts';

export { ownerOfItems } from './landmarks.ts';
export { namedByLinks } from './link-text.ts';
export { namesInCode } from './names.ts';
export { vocabulary, type Vocabulary } from './vocabulary.ts';

/** @returns references of the unit in reading order; their place and `section` are left to the caller */
export function readUnit(unit: Words, words: Vocabulary): Unplaced<RawReference>[] {
  const { text } = unit;
  // Most prose has no number, and no patterns are tried on it.
  const isNumbered = words.numberedWord.test(text);
  const isTitled = text.includes('ection') && SECTION_WORD.test(text);
  if (!isNumbered && !isTitled && !NAMES_A_FILE.test(text) && unit.codes.length === 0 && !hasNames(words))
    return [];
  const masked = unit.codes.length > 0 ? maskCode(unit) : unit.text;
  const documents = readDocuments(unit, masked, words);
  const found = documents.map(({ start, end, name, where }) =>
    plainReference(unit, 'document', name, start, end, where),
  );
  if (isNumbered || isTitled) {
    const around = surroundingsOf(unit, readLandmarks(unit, masked, words, documents));
    if (isNumbered) found.push(...readNumbered(around, masked, words));
    if (isTitled) found.push(...readSectionTitles(around, masked));
  }
  found.push(...readNames(unit, masked, words));
  return found;
}

const SECTION_WORD = /\b(?:[Ss]ubs|[Ss])ection\b/;
const NAMES_A_FILE = /\.m/;

/** Whether the configuration gives names to look for. */
function hasNames({ document, name, requirement }: Vocabulary): boolean {
  return (document ?? name ?? requirement) !== undefined;
}

/** A number alone in a code span is that of the word before it: "section `4.2`". */
const NUMBER_ONLY = /^(?:\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)+)$/;

/** Code spans hold no prose: their characters become U+FFFC, of the same length. */
export function maskCode(unit: Words): string {
  let masked = '';
  let from = 0;
  for (const { start, end } of unit.codes) {
    if (NUMBER_ONLY.test(unit.text.slice(start, end))) continue;
    masked += unit.text.slice(from, start) + '\uFFFC'.repeat(end - start);
    from = end;
  }
  return masked + unit.text.slice(from);
}
