/** Reads what a sentence offers to choose from: "`json`, `text` or `xml`", "valid options `json`, `text`". */
import type { OptionList } from '../../model/index.ts';
import type { FlatUnit } from '../prose.ts';

const ITEM = String.raw`[A-Za-z$-][\w./$+:-]*\w`;
/** At least three names of one word; more than a dozen are no choice. */
const CHOICE = new RegExp(
  String.raw`(?<![\w./,-])(?<!, )${ITEM}(?:, ${ITEM}){1,11},? or ${ITEM}(?![\w./-]*\w| [a-z]+(?:,| or) )`,
  'g',
);
/** Words before a whole list; it may have two names then. */
const WHOLE = new RegExp(
  String.raw`\b(?:valid|allowed|permitted|possible|supported) (?:options?|values?)(?: are|:)? (?<list>${ITEM}(?:, ${ITEM})*(?:,? (?:and|or) ${ITEM})?)`,
  'gi',
);

/** The list is all that can be chosen: it stands at the head of a cell, or behind such words. */
const DEFINES = /(?:\||\b(?:is|are|be|either|one of|values?:?|options?:?)) $/i;

/** @returns the choices of all sentences and rows; the items as written, in their order */
export function readOptions(units: readonly FlatUnit[]): OptionList[] {
  const found: OptionList[] = [];
  for (const { text, kind, place } of units) {
    if (kind === 'heading' || !text.includes(', ')) continue;
    const add = (words: string, index: number, isWhole: boolean): void => {
      const isDefining = isWhole || DEFINES.test(kind === 'row' && index === 0 ? '| ' : text.slice(0, index));
      const items = words.split(/,? (?:and|or) |, /);
      if (items.length < 2 || new Set(items).size < items.length) return;
      found.push({ items, isWhole, isDefining, text: words, range: place(index, index + words.length) });
    };
    if (text.includes(' or '))
      for (const { 0: words, index } of text.matchAll(CHOICE)) add(words, index, false);
    for (const { 0: words, index, groups } of text.matchAll(WHOLE))
      add(groups!.list, index + words.length - groups!.list.length, true);
  }
  return found;
}
