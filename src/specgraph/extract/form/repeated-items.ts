/** Finds an item that stands twice in an enumeration of names in code, ids or words of RFC 2119: "`a`, `b` and `a`". */
import type { RepeatedItem } from '../../model/index.ts';
import type { FlatUnit } from '../prose.ts';

/** Two items are said twice on purpose: "from `a` to `b` and `a`". */
const MIN_ITEMS = 3;
/** Stands for both ends of a code span; blanks stand for the rest. */
const QUOTE = '\u0001';
const CODE = `${QUOTE} *${QUOTE}`;
const ID = String.raw`[A-Z]{2,}-\d+(?![\w-])`;
const DUTY = String.raw`(?:(?:MUST|SHALL|SHOULD)(?: NOT)?|MAY|REQUIRED|RECOMMENDED|OPTIONAL)(?!\w)`;
const LAST = ',? (?:and|or) ';
/** Code without "and" may be a sequence of calls or of values, in which an item comes again. */
const LISTS = [
  // "`TypeOf`...`Is`" is one name.
  new RegExp(String.raw`(?<![.…])${CODE}(?:, ${CODE})+${LAST}${CODE}`, 'g'),
  new RegExp(String.raw`(?<![\w-])(?:${ID})(?:, ${ID})+(?:${LAST}${ID})?`, 'g'),
  new RegExp(String.raw`(?<![\w-])(?:${DUTY})(?:, ${DUTY})+(?:${LAST}${DUTY})?`, 'g'),
];
const ITEM = new RegExp(`${CODE}|${ID}|${DUTY}`, 'g');
/** What is no name may be a value that comes again. */
const NAME = /^[\w$@./:-]*\p{L}{2}[\w$@./:-]*$/u;

/** What stands behind an item that is a part of a name: no end of a clause, and no word that goes on with it. */
const NOUN =
  /^`? (?!(?:are|is|was|were|must|may|can|should|shall|will|have|has|do|in|of|on|at|to|for|with|by|as|and|or|where|when|which|that)\b)[a-z]{3,}/;

export function extractRepeatedItems(units: readonly FlatUnit[]): RepeatedItem[] {
  return units.flatMap((unit) => {
    if (!unit.text.includes(', ')) return [];
    const masked = maskCode(unit);
    return LISTS.flatMap((list) => [...masked.matchAll(list)]).flatMap(({ 0: words, index }) =>
      repeatedIn(unit, words, index),
    );
  });
}

function repeatedIn(unit: FlatUnit, words: string, start: number): RepeatedItem[] {
  const items = [...words.matchAll(ITEM)].map((item) => {
    const from = start + item.index;
    return { from, text: unit.text.slice(from, from + item[0].length) };
  });
  if (items.length < MIN_ITEMS || !items.every(({ text }) => NAME.test(text.replace(' NOT', '')))) return [];
  const last = items.length - 1;
  // "`struct`, `enum`, and `enum` variants": the last item belongs to the noun.
  if (items[last].text === items[last - 1].text && NOUN.test(unit.text.slice(start + words.length)))
    items.pop();
  return items.flatMap(({ from, text }, i) =>
    items.findIndex((other) => other.text === text) < i
      ? [{ text, range: unit.place(from, from + text.length) }]
      : [],
  );
}

/** The text with its code spans hidden, so that commas in code separate nothing. */
function maskCode({ text, codes }: FlatUnit): string {
  let masked = '';
  let end = 0;
  for (const span of codes) {
    const length = span.end - span.start;
    masked += text.slice(end, span.start);
    masked += length < 2 ? ' '.repeat(length) : QUOTE + ' '.repeat(length - 2) + QUOTE;
    end = span.end;
  }
  return masked + text.slice(end);
}
