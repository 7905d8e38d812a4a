/** What a cell states, and whether two cells state the same. */

import { readFlag } from '../../text/field-values.ts';

export type CellValue =
  /** Ids of the things that the cell names. */
  | {
      form: 'things';
      kind: string;
      ids: ReadonlySet<string>;
      /** Whether others may name more of them. */
      isPartial?: boolean;
    }
  | { form: 'mark'; isSet: boolean }
  | {
      form: 'words';
      words: string;
      /** Without what stands in parentheses at the end. */
      core: string;
    };

const SILENT = /^(?:--?|–|—|n\/a|none|tbd|)$/i;

/** "Y", "no", "✓", "--": undefined where the text is no mark. */
export function readMark(text: string): boolean | undefined {
  return readFlag(text.replace(/\s*\(.*$/s, ''));
}

/** The words as a value; undefined where the cell says nothing. */
export function readWords(text: string): CellValue | undefined {
  if (SILENT.test(text.trim())) return undefined;
  const words = bare(text);
  return words === ''
    ? undefined
    : { form: 'words', words, core: bare(text.replace(/\s*\([^()]*\)\s*$/, '')) };
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.%<>=+/-]+/gu, ' ')
    .trim();
}

/** Whether two values are the same, or one says more than the other: "Relay" and "Relay (client side)". */
export function isSame(one: CellValue, other: CellValue): boolean {
  if (one.form === 'things' && other.form === 'things')
    return (
      (one.isPartial && one.ids.isSubsetOf(other.ids)) ||
      (other.isPartial && other.ids.isSubsetOf(one.ids)) ||
      (one.ids.size === other.ids.size && one.ids.isSubsetOf(other.ids))
    );
  if (one.form === 'mark' && other.form === 'mark') return one.isSet === other.isSet;
  if (one.form !== 'words' || other.form !== 'words') return false;
  if (one.words === other.words) return true;
  const [short, long] = one.words.length < other.words.length ? [one, other] : [other, one];
  return /\p{L}{3}/u.test(short.words) && ` ${long.words} `.includes(` ${short.words} `);
}

/** Whether two values are the same but for a remark in parentheses. */
export function isExactly(one: CellValue, other: CellValue): boolean {
  return one.form === 'words' && other.form === 'words' ? one.core === other.core : isSame(one, other);
}

/** One text for values that are the same but for further words. */
export function keyOf(value: CellValue): string {
  if (value.form === 'things') return [...value.ids].toSorted().join(' ');
  return value.form === 'mark' ? String(value.isSet) : value.words;
}
