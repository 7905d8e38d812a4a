/** Reads the pointers that prose makes: documents, sections, steps, phases, variables, attributes and requirements. */
import { documentKind } from '../../kinds/document.ts';
import type { RawReference } from '../../model/index.ts';
import { readMentions, type FoundMention } from '../kinds/mentions.ts';
import { spanAt, type Unplaced, type Words } from '../prose.ts';
import { readDocuments, readLandmarks, type NamedDocument } from './landmarks.ts';
import { plainReference, readNames } from './names.ts';
import { readNumbered } from './numbered.ts';
import { surroundingsOf } from './owner.ts';
import { readSectionTitles } from './section-titles.ts';
import { mayBeNumbered, type Vocabulary } from './vocabulary.ts';

export { wordsBeside } from './beside.ts';
export { ownerOfItems } from './landmarks.ts';
export { namedByLinks } from './link-text.ts';
export { namesInCode } from './names.ts';
export { mayBeNumbered, vocabulary, type Vocabulary } from './vocabulary.ts';

/** @returns references of the unit in reading order; their place and `section` are left to the caller */
export function readUnit(unit: Words, words: Vocabulary): Unplaced<RawReference>[] {
  const { text } = unit;
  // Most prose has no number, and no patterns are tried on it.
  const isNumbered = mayBeNumbered(text, words);
  const isTitled = text.includes('ection') && SECTION_WORD.test(text);
  const own = readMentions(unit, words.own);
  if (
    !isNumbered &&
    !isTitled &&
    own.length === 0 &&
    !NAMES_A_FILE.test(text) &&
    unit.codes.length === 0 &&
    words.name === undefined &&
    words.requirement === undefined
  )
    return [];
  const masked = unit.codes.length > 0 ? maskCode(unit) : unit.text;
  const documents = readDocuments(unit, masked, words);
  const found = documents.map(({ start, end, name, where }) =>
    plainReference(unit, documentKind.id, name, start, end, where),
  );
  if (isNumbered || isTitled) {
    const around = surroundingsOf(
      unit,
      readLandmarks(unit, masked, words, [...documents, ...documentsByNumber(own, words)]),
    );
    if (isNumbered) found.push(...readNumbered(around, masked, words));
    if (isTitled) found.push(...readSectionTitles(around, masked));
  }
  found.push(...readNames(unit, masked, words), ...own.filter((one) => !isSaidByLink(unit, one, words)));
  return found;
}

/** "BOLT #2, Section 3": what names a document owns the numbers behind it. */
function documentsByNumber(own: readonly FoundMention[], words: Vocabulary): NamedDocument[] {
  return own
    .filter(({ fact }) => words.own.documents.has(fact.kind))
    .map(({ start, end, fact }) => ({
      start,
      end,
      name: fact.value,
      numberOf: fact.kind,
      where: fact.where === 'code' ? 'code' : 'prose',
    }));
}

/** A link to a document says itself which one it means; its words are compared with it elsewhere. */
function isSaidByLink({ links }: Words, { start, fact }: FoundMention, words: Vocabulary): boolean {
  return words.own.documents.has(fact.kind) && spanAt(links, start) !== undefined;
}

const SECTION_WORD = /\b(?:[Ss]ubs|[Ss])ection\b/;
const NAMES_A_FILE = /\.m|\/\d/;

/** A number alone in a code span is that of the word before it: "section `4.2`", "step `(5)`". */
const NUMBER_ONLY = /^(?:\d+(?:\.\d+)*[a-z]?|[A-Z](?:\.\d+)+|\(\d{1,2}[a-z]?\))$/;

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
